import type { ModelContext } from "../model-context.js";
import { stringMember, type ObjectSource } from "../source.js";
import { ignoresBesideReference } from "../vocabularies.js";
import { checkNull } from "./check-null.js";
import { reportSiblings, reportWrongReference } from "./field-reports.js";

/** What stands beside a reference in files of earlier drafts and says nothing of values. */
const besideOfDrafts = [
  "$schema",
  "$id",
  "id",
  "$comment",
  "title",
  "definitions",
];

/**
 * Checks what stands beside the reference of a schema.
 * @returns whether the schema is nothing but the reference: in OpenAPI 3.0, in early drafts, and where it is no text
 */
export function checkSchemaReference(
  source: ObjectSource,
  context: ModelContext,
): boolean {
  if (stringMember(source, "$ref") === undefined) {
    reportWrongReference(source, context);
    return true;
  }
  const { draft } = context.resources.at(source);
  if (!ignoresBesideReference({ draft }, context)) return false;
  const isNullRead = context.nullable === "intent";
  if (isNullRead) checkNull(source, context);
  const allowed = [
    ...["$ref", "description", "summary"],
    ...(isNullRead ? ["nullable"] : []),
    ...(draft === undefined ? [] : besideOfDrafts),
  ];
  reportSiblings(source, allowed, "a schema", context);
  return true;
}
