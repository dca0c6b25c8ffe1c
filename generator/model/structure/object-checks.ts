import { didYouMean } from "../../diagnostics/suggest.js";
import { visible } from "../../diagnostics/shown-text.js";
import type { ModelContext } from "../model-context.js";
import { followSchema } from "../content-kind.js";
import { isUnsafeUrl } from "../build-info.js";
import {
  elementsOf,
  isObjectSource,
  member,
  objectMember,
  stringListMember,
  stringMember,
  type ObjectSource,
  type Source,
} from "../source.js";
import {
  checkNestedExtension,
  checkValueCarrier,
} from "./check-value-carrier.js";
import type { ObjectName } from "./field-types.js";
import { checkOptionalName } from "./key-checks.js";
import {
  checkFlows,
  checkRequirements,
  checkSecurityScheme,
} from "./check-security.js";
import { checkDialect, checkSchemaObject } from "./check-schema-object.js";

type ObjectCheck = (source: ObjectSource, context: ModelContext) => void;

/** What an object must be beyond the types of its fields. */
export const objectChecks: Readonly<Partial<Record<ObjectName, ObjectCheck>>> =
  {
    openapi: checkDocument,
    server: checkServer,
    serverVariable: checkServerVariable,
    operation: checkOperation,
    parameter: checkValueCarrier,
    header: checkValueCarrier,
    mediaType: checkMediaTypeObject,
    encoding: checkEncoding,
    requestBody: checkRequestBody,
    schema: checkSchemaObject,
    securityScheme: checkSecurityScheme,
    oauthFlows: checkFlows,
    link: checkLink,
    tag: checkTag,
  };

function checkDocument(source: ObjectSource, context: ModelContext): void {
  const parts = ["paths", "components", "webhooks"].filter((part) =>
    Object.hasOwn(source.value, part),
  );
  if (parts.length === 0) {
    context.reporter.add(
      "field-missing",
      source,
      "The document has none of paths, components, webhooks; it needs at least one.",
      'Add "paths".',
    );
  } else if (context.version === "3.0" && !parts.includes("paths")) {
    context.reporter.add(
      "field-assumed",
      { ...source, at: "key" },
      'The OpenAPI Object has no "paths", which is required; an empty map is taken.',
      'Add "paths".',
    );
  }
  checkRequirements(source, context);
  checkDialect(source, "jsonSchemaDialect", context);
  const names = new Map<string, Source>();
  for (const tag of elementsOf(source, "tags")) {
    const name = isObjectSource(tag) ? stringMember(tag, "name") : undefined;
    if (name === undefined) continue;
    const first = names.get(name);
    if (first !== undefined) {
      context.reporter.add(
        "tag-twice",
        tag,
        `The tag "${visible(name)}" is declared at "${first.pointer}" already; the first declaration counts.`,
        "Join the two.",
      );
    } else names.set(name, tag);
  }
  checkTagParents(source, names, context);
}

/** 3.2: a parent is a tag of the document, and no tag is its own ancestor. */
function checkTagParents(
  source: ObjectSource,
  names: ReadonlyMap<string, Source>,
  context: ModelContext,
): void {
  if (context.version !== "3.2") return;
  const parents = new Map<string, string>();
  for (const tag of elementsOf(source, "tags").filter(isObjectSource)) {
    const name = stringMember(tag, "name");
    const parent = stringMember(tag, "parent");
    if (name === undefined || parent === undefined) continue;
    parents.set(name, parent);
    if (!names.has(parent)) {
      context.reporter.add(
        "tag-parent-unknown",
        member(tag, "parent") as Source,
        `No tag of the document is called "${visible(parent)}"; the tag is taken as one without a parent.`,
        didYouMean(parent, names) ?? "Declare it under tags.",
      );
    }
  }
  for (const [name, tag] of names) {
    const seen = new Set<string>();
    let ancestor = parents.get(name);
    while (ancestor !== undefined && ancestor !== name && !seen.has(ancestor)) {
      seen.add(ancestor);
      ancestor = parents.get(ancestor);
    }
    if (ancestor !== name) continue;
    context.reporter.add(
      "tag-parent-cycle",
      tag,
      `The tag "${visible(name)}" is an ancestor of itself; it is taken as one without a parent.`,
      "Remove one of the parents.",
    );
  }
}

function checkTag(source: ObjectSource, context: ModelContext): void {
  const name = stringMember(source, "name");
  if (name !== undefined) {
    checkOptionalName(name, member(source, "name") as Source, context);
  }
}

function checkServer(source: ObjectSource, context: ModelContext): void {
  const url = stringMember(source, "url");
  if (url === undefined) return;
  const place = member(source, "url") as Source;
  const { reporter } = context;
  if (isUnsafeUrl(url)) {
    reporter.add(
      "server-url",
      place,
      `"${visible(url)}" is no URL that requests can be sent to.`,
      "Write an http or https URL, or one relative to where the description is found.",
    );
    return;
  }
  if (/^[a-z][a-z\d+.-]*:\/\/[^/?#]*@/iu.test(url)) {
    reporter.add(
      "server-credentials",
      place,
      "The server's URL holds credentials.",
      "Remove them, and describe them by a security scheme.",
    );
  }
  const variables = objectMember(source, "variables");
  for (const [, name = ""] of url.matchAll(/\{([^{}]*)\}/gu)) {
    if (variables !== undefined && Object.hasOwn(variables.value, name)) {
      continue;
    }
    reporter.add(
      "server-variable-undeclared",
      place,
      `The URL uses the variable "${visible(name)}", which "variables" does not declare; it is one without a default.`,
      `Declare it with a default: variables: { ${name}: { default: … } }.`,
    );
  }
}

function checkServerVariable(
  source: ObjectSource,
  context: ModelContext,
): void {
  const values = stringListMember(source, "enum");
  const fallback = stringMember(source, "default");
  if (values === undefined || fallback === undefined) return;
  if (values.length === 0 || values.includes(fallback)) return;
  context.reporter.add(
    "server-variable-default",
    member(source, "default") as Source,
    `The default "${visible(fallback)}" is not among the values of the enum; it is taken as one of them.`,
    `Add it to the enum, or choose one of ${values.slice(0, 5).join(", ")}.`,
  );
}

function checkOperation(source: ObjectSource, context: ModelContext): void {
  const id = stringMember(source, "operationId");
  if (id !== undefined) {
    checkOptionalName(id, member(source, "operationId") as Source, context);
  }
  for (const tag of elementsOf(source, "tags")) {
    if (typeof tag.value === "string") {
      checkOptionalName(tag.value, tag, context);
    }
  }
  const responses = objectMember(source, "responses");
  // Up to 3.0 the field is required, and its absence is reported as that.
  if (!Object.hasOwn(source.value, "responses") && context.version !== "3.0") {
    context.reporter.add(
      "responses-empty",
      { ...source, at: "key" },
      'The operation has no "responses": whatever is answered is of an unknown type.',
      "Describe the response of success, such as 200.",
    );
  }
  if (responses !== undefined && Object.keys(responses.value).length === 0) {
    context.reporter.add(
      "responses-empty",
      responses,
      "An operation needs at least one response.",
      "Add the response of success, such as 200.",
    );
  }
  checkRequirements(source, context);
}

function checkRequestBody(source: ObjectSource, context: ModelContext): void {
  const content = objectMember(source, "content");
  if (content === undefined || Object.keys(content.value).length > 0) return;
  context.reporter.add(
    "content-empty",
    content,
    "The request body has no media type; it is taken as absent.",
    "Add a media type, or remove the body.",
  );
}

/** An Encoding Object is of a property that the schema has; the parts of a part have none here. */
function checkMediaTypeObject(
  source: ObjectSource,
  context: ModelContext,
): void {
  checkExamples(source, context);
  const written = member(source, "schema");
  const encoding = objectMember(source, "encoding");
  if (written === undefined || encoding === undefined) return;
  const schema = followSchema(written, context);
  if (!isObjectSource(schema)) return;
  const isClosed = Object.keys(schema.value).every((keyword) =>
    /^(?:type|properties|required|title|description|examples?|x-.*)$/u.test(
      keyword,
    ),
  );
  const properties = objectMember(schema, "properties");
  if (!isClosed || properties === undefined) return;
  for (const name of Object.keys(encoding.value)) {
    if (Object.hasOwn(properties.value, name)) continue;
    context.reporter.add(
      "encoding-unknown-property",
      { ...(member(encoding, name) as Source), at: "key" },
      `The schema has no property "${visible(name)}" that could be encoded.`,
      didYouMean(name, properties.value) ?? "Remove the entry.",
    );
  }
}

function checkEncoding(source: ObjectSource, context: ModelContext): void {
  checkNestedExtension(source, context);
  const contentType = stringMember(source, "contentType") ?? "";
  if (context.version !== "3.2" || /^multipart\//iu.test(contentType)) return;
  for (const field of ["encoding", "prefixEncoding", "itemEncoding"]) {
    const nested = member(source, field);
    if (nested === undefined) continue;
    context.reporter.add(
      "encoding-nested",
      nested,
      "Only a part whose content type is multipart has parts itself; what is said of them is not used.",
      'Give the part a contentType such as "multipart/mixed".',
    );
  }
}

/** `example` and `examples` exclude each other. */
function checkExamples(source: ObjectSource, context: ModelContext): void {
  if (
    !Object.hasOwn(source.value, "example") ||
    !Object.hasOwn(source.value, "examples")
  ) {
    return;
  }
  context.reporter.add(
    "examples-both",
    source,
    '"example" and "examples" exclude each other; both are shown.',
    'Move the example into "examples".',
  );
}

function checkLink(source: ObjectSource, context: ModelContext): void {
  const has = (field: string): boolean => Object.hasOwn(source.value, field);
  if (has("operationRef") === has("operationId")) {
    context.reporter.add(
      "link-target",
      source,
      'A link names its operation by either "operationId" or "operationRef".',
      'Keep "operationId" alone.',
    );
  }
}
