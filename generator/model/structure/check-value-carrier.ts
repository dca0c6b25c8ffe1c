import { didYouMean } from "../../diagnostics/suggest.js";
import { visible } from "../../diagnostics/visible.js";
import type { BuildContext } from "../build-context.js";
import {
  booleanMember,
  member,
  objectMember,
  stringMember,
  type ObjectSource,
  type Source,
} from "../source.js";
import { checkName } from "./key-checks.js";

const stylesOf: ReadonlyMap<string, readonly string[]> = new Map([
  ["path", ["matrix", "label", "simple"]],
  ["query", ["form", "spaceDelimited", "pipeDelimited", "deepObject"]],
  ["header", ["simple"]],
  ["cookie", ["form"]],
  ["querystring", []],
]);

/** A Parameter Object or Header Object beyond the types of its fields. */
export function checkValueCarrier(
  source: ObjectSource,
  context: BuildContext,
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
  context: BuildContext,
): void {
  const { reporter, version } = context;
  const name = stringMember(source, "name");
  if (name !== undefined) {
    checkName(name, member(source, "name") as Source, context, "value");
  }
  if (location === undefined) return;
  const place = member(source, "in") as Source;
  if (!stylesOf.has(location)) {
    reporter.add(
      "value-unknown",
      place,
      `"${visible(location)}" is no place of a parameter.`,
      didYouMean(location, stylesOf.keys()) ??
        "Choose one of path, query, header, cookie; form fields and bodies are described by requestBody.",
    );
    return;
  }
  if (location === "querystring" && version !== "3.2") {
    reporter.add(
      "field-of-newer-version",
      place,
      `"in: querystring" is known since OpenAPI 3.2; this description says ${version}.`,
      'Raise "openapi" to 3.2.0.',
    );
  }
  if (booleanMember(source, "allowEmptyValue") === true) {
    reporter.addToGroup(
      "allow-empty-value",
      "",
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
  context: BuildContext,
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
  if (content !== undefined && Object.keys(content.value).length !== 1) {
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
  checkStyle(source, location, context);
}

function checkStyle(
  source: ObjectSource,
  location: string | undefined,
  context: BuildContext,
): void {
  const style = stringMember(source, "style");
  const allowed = stylesOf.get(location ?? "");
  if (style === undefined || allowed === undefined) return;
  if (allowed.includes(style)) return;
  if (location === "cookie" && style === "cookie") {
    if (context.version === "3.2") return;
    context.reporter.add(
      "field-of-newer-version",
      member(source, "style") as Source,
      `"style: cookie" is known since OpenAPI 3.2; this description says ${context.version}.`,
      'Raise "openapi" to 3.2.0.',
    );
    return;
  }
  context.reporter.add(
    "style-misplaced",
    member(source, "style") as Source,
    `The style "${visible(style)}" cannot serialize a value in ${location ?? ""}.`,
    allowed.length === 0
      ? 'Remove "style".'
      : `Choose one of ${allowed.join(", ")}.`,
  );
}
