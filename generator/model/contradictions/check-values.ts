import type { Example } from "../api.js";
import type { JsonValue } from "../json.js";
import { isObject } from "../matches.js";
import type { Schema } from "../schema.js";
import { findMisfit, type MisfitScope } from "./misfit.js";
import type { Report } from "./report.js";
import { typesOf } from "../types-of.js";

/**
 * Reports a schema's default and examples that are not valid under it.
 * @param isThere whether there is a value at a place: file, `#`, JSON Pointer
 */
export function checkAnnotations(
  schema: Schema,
  scope: MisfitScope,
  isThere: (at: string) => boolean,
  report: Report,
): void {
  const { default: fallback, examples = [] } = schema.annotations;
  if (fallback !== undefined) {
    const at = `${schema.pointer}/default`;
    checkValue("default-invalid", at, schema, fallback, scope, report);
  }
  if (examples.length === 0) return;
  const single = `${schema.pointer}/example`;
  // The model lists `example` before those of `examples`.
  const before = isThere(single) ? 1 : 0;
  examples.forEach((example, index) => {
    const at =
      index < before ? single : `${schema.pointer}/examples/${index - before}`;
    checkValue("example-invalid", at, schema, example, scope, report);
  });
}

/**
 * Reports the examples of a parameter or body that are not valid under its schema. A text where the schema takes
 * none is what is sent rather than the value, and is not judged.
 */
export function checkExamples(
  examples: readonly Example[],
  schema: Schema,
  scope: MisfitScope,
  report: Report,
): void {
  const types = typesOf(schema, scope.api);
  const takesText = types === undefined || types.has("string");
  for (const { value, pointer } of examples) {
    if (value === undefined) continue;
    if (typeof value === "string" && !takesText) continue;
    checkValue("example-invalid", pointer, schema, value, scope, report);
  }
}

const words = {
  "default-invalid": "default",
  "example-invalid": "example",
} as const;

function checkValue(
  code: keyof typeof words,
  at: string,
  schema: Schema,
  value: JsonValue,
  scope: MisfitScope,
  report: Report,
): void {
  // A reference in place of a value is none, whatever it leads to.
  if (isObject(value) && Object.hasOwn(value, "$ref")) return;
  // Members of an empty default have defaults of their own, where they have any.
  const isEmpty = isObject(value) && Object.keys(value).length === 0;
  if (code === "default-invalid" && isEmpty) return;
  const misfit = findMisfit(schema, value, scope);
  if (misfit === undefined) return;
  const subject = misfit.pointer === "" ? "it" : `"${misfit.pointer}" of it`;
  report(
    code,
    at,
    `The ${words[code]} is not valid under its schema: ${subject} ${misfit.reason}.`,
    `Correct the ${words[code]} or the schema.`,
  );
}
