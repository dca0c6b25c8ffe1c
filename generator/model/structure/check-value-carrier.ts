import { nestedObjects } from "../../config/config.js";
import { didYouMean } from "../../diagnostics/suggest.js";
import { visible } from "../../diagnostics/shown-text.js";
import type { ModelContext } from "../model-context.js";
import { followSchema } from "../content-kind.js";
import {
  isLocation,
  isStyle,
  locations,
  nestedExtension,
  stylesOf,
} from "../parameter-styles.js";
import {
  booleanMember,
  isObjectSource,
  member,
  objectMember,
  stringMember,
  type ObjectSource,
  type Source,
} from "../source.js";
import { checkName } from "./key-checks.js";

/** A Parameter Object or Header Object beyond the types of its fields. */
export function checkValueCarrier(
  source: ObjectSource,
  context: ModelContext,
): void {
  const isParameter = !isHeader(source);
  const location = isParameter ? stringMember(source, "in") : "header";
  if (isParameter) checkParameter(source, location, context);
  checkValue(source, location, context);
}

/** Parameters have a place; headers have neither `name` nor `in`. */
function isHeader(source: ObjectSource): boolean {
  return (
    !Object.hasOwn(source.value, "in") && !Object.hasOwn(source.value, "name")
  );
}

function checkParameter(
  source: ObjectSource,
  location: string | undefined,
  context: ModelContext,
): void {
  const { reporter, version } = context;
  const name = stringMember(source, "name");
  if (name?.trim() === "" && location !== "path") {
    reporter.add(
      "parameter-name-empty",
      member(source, "name") as Source,
      "The name of a parameter is empty.",
      "Give it a name of printable characters.",
    );
  } else if (name !== undefined) {
    checkName(name, member(source, "name") as Source, context, "value");
  }
  if (location === undefined) return;
  const place = member(source, "in") as Source;
  if (!isLocation(location)) {
    reporter.add(
      "value-unknown",
      place,
      `"${visible(location)}" is no place of a parameter.`,
      didYouMean(location, locations) ??
        "Choose one of path, query, header, cookie; form fields and bodies are described by requestBody.",
    );
    return;
  }
  if (location === "querystring" && version !== "3.2") {
    reporter.add(
      "field-of-newer-version",
      place,
      `"in: querystring" is known since OpenAPI 3.2; this description says ${version}, and it is read as there.`,
      'Raise "openapi" to 3.2.0.',
    );
  }
  if (booleanMember(source, "allowEmptyValue") === true) {
    reporter.add(
      "allow-empty-value",
      member(source, "allowEmptyValue") as Source,
      '"allowEmptyValue" changes nothing: what can be sent is what the schema allows, an empty text included.',
      'Remove it; let the schema allow "".',
    );
  }
  if (location === "path" && booleanMember(source, "required") !== true) {
    reporter.add(
      "path-parameter-optional",
      source,
      `The path parameter "${visible(name ?? "")}" does not say "required: true"; it is taken as required.`,
      "Add required: true.",
    );
  }
}

function checkValue(
  source: ObjectSource,
  location: string | undefined,
  context: ModelContext,
): void {
  const { reporter } = context;
  const hasSchema = Object.hasOwn(source.value, "schema");
  const content = objectMember(source, "content");
  if (hasSchema && content !== undefined) {
    reporter.add(
      "schema-and-content",
      source,
      '"schema" and "content" exclude each other.',
      'Keep "schema" for a value that is serialized by style, "content" for a document of a media type.',
    );
  } else if (!hasSchema && content === undefined) {
    reporter.add(
      "value-undescribed",
      source,
      'Neither "schema" nor "content" says what the value is; any is taken.',
      'Add "schema".',
    );
  }
  const entries = content === undefined ? 1 : Object.keys(content.value).length;
  if (content !== undefined && entries === 0) {
    reporter.add(
      "content-empty",
      content,
      '"content" has no media type; it is taken as absent.',
      "Add a media type, or describe the value by a schema.",
    );
  }
  if (content !== undefined && entries > 1) {
    reporter.add(
      "content-entries",
      content,
      '"content" must have exactly one media type here.',
      "Keep one entry.",
    );
  }
  if (location === "querystring" && content === undefined) {
    reporter.add(
      "field-missing",
      source,
      '"content" is required for a parameter in querystring.',
      'Add "content".',
    );
  }
  checkNestedExtension(source, context);
  checkStyle(source, location, context);
}

/** `x-specwright-nested-objects`, of a parameter or an Encoding Object, is one of the ways that there are. */
export function checkNestedExtension(
  source: ObjectSource,
  { reporter }: ModelContext,
): void {
  const place = member(source, nestedExtension);
  if (place === undefined) return;
  if (nestedObjects.some((known) => known === place.value)) return;
  reporter.add(
    "value-unknown",
    place,
    `"${nestedExtension}" is none of ${nestedObjects.join(", ")}.`,
    typeof place.value === "string"
      ? didYouMean(place.value, nestedObjects)
      : undefined,
  );
}

function checkStyle(
  source: ObjectSource,
  location: string | undefined,
  context: ModelContext,
): void {
  const style = stringMember(source, "style");
  if (!isStyle(style) || !isLocation(location)) return;
  if (style === "cookie" && location === "cookie") {
    if (context.version === "3.2") return;
    context.reporter.add(
      "field-of-newer-version",
      member(source, "style") as Source,
      `"style: cookie" is known since OpenAPI 3.2; this description says ${context.version}, and it is read as there.`,
      'Raise "openapi" to 3.2.0.',
    );
    return;
  }
  const allowed = stylesOf(location);
  if (location !== "querystring" && allowed.includes(style)) return;
  // The values of a header and of a document have one form, and so have values without parts.
  const isIgnored = allowed.length === 1 || isPrimitive(source, context);
  context.reporter.add(
    isIgnored ? "style-misplaced" : "style-unsuitable",
    member(source, "style") as Source,
    `The style "${visible(style)}" cannot serialize a value in ${location ?? ""}${isIgnored ? "; it is ignored" : ""}.`,
    allowed.length === 1
      ? 'Remove "style".'
      : `Choose one of ${allowed.join(", ")}.`,
  );
}

const primitives = new Set(["string", "number", "integer", "boolean", "null"]);

/** True where the schema says that the value has no parts. */
function isPrimitive(source: ObjectSource, context: ModelContext): boolean {
  const written = member(source, "schema");
  const schema =
    written === undefined ? undefined : followSchema(written, context);
  if (schema === undefined || !isObjectSource(schema)) return false;
  const type = member(schema, "type")?.value;
  if (Array.isArray(type)) {
    return type.every((name) => primitives.has(String(name)));
  }
  if (typeof type === "string") return primitives.has(type);
  const values = member(schema, "enum")?.value;
  return (
    Array.isArray(values) && values.every((value) => typeof value !== "object")
  );
}
