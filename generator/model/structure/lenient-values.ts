import { visible } from "../../diagnostics/shown-text.js";
import type { ModelContext } from "../model-context.js";
import { pointerKeys, type Source } from "../source.js";
import {
  article,
  capital,
  nameOfValue,
  type FieldLabel,
} from "./field-reports.js";
import type { FieldType, ObjectName } from "./field-types.js";
import { isFine } from "./valid-values.js";
import { objectTypes } from "./object-types.js";
import { replaceValue, writtenText } from "./repair.js";

/**
 * Reads a number or a boolean where a text is wanted as the text that the author wrote.
 * @returns false if the value is neither
 */
export function readAsText(
  source: Source,
  { label }: FieldLabel,
  context: ModelContext,
): boolean {
  const { value } = source;
  if (typeof value !== "number" && typeof value !== "boolean") return false;
  const text = writtenText(source, context.description);
  context.reporter.add(
    "quotes-wrong",
    source,
    `${capital(label)} must be a string; it is ${nameOfValue(value)}, and is read as ${JSON.stringify(text)}.`,
    `Put it into quotes: ${JSON.stringify(text)}.`,
  );
  replaceValue(source, text, context.description);
  return true;
}

/**
 * Reads null among types as the type `null`, which YAML makes of it without quotes.
 * @returns false if the value is something else, or is no entry of a list of types
 */
export function readAsNullType(
  source: Source,
  { label, type }: FieldLabel & { readonly type: FieldType },
  context: ModelContext,
): boolean {
  const isEntry = /\/type\/\d+$/u.test(source.pointer);
  if (source.value !== null || !isEntry || !isFine(type, "null")) return false;
  context.reporter.add(
    "quotes-wrong",
    source,
    `${capital(label)} must be a string; it is null, and is read as "null".`,
    'Put it into quotes: "null".',
  );
  replaceValue(source, "null", context.description);
  return true;
}

/**
 * Reads a text that spells a number or a boolean as such, where one is wanted.
 * @returns false if the text does not spell a value that can stand there
 */
export function readWithoutQuotes(
  source: Source,
  { label, type }: FieldLabel & { readonly type: FieldType },
  context: ModelContext,
): boolean {
  const { value } = source;
  if (typeof value !== "string") return false;
  const spelt = spelledValue(value.trim());
  if (spelt === undefined || !isFine(type, spelt)) return false;
  context.reporter.add(
    "quotes-wrong",
    source,
    `${capital(label)} must be ${type.kind === "boolean" ? "true or false" : "a number"}; it is ${nameOfValue(value)}, and is read as ${spelt}.`,
    "Remove the quotes.",
  );
  replaceValue(source, spelt, context.description);
  return true;
}

function spelledValue(text: string): number | boolean | undefined {
  if (text === "true") return true;
  if (text === "false") return false;
  if (!/^-?\d+(?:\.\d+)?$/u.test(text)) return undefined;
  const number = Number(text);
  return Number.isFinite(number) ? number : undefined;
}

/**
 * Ignores `required: true` and `required: false` in a schema, which names required properties in a list.
 * @returns false if the value is something else
 */
export function ignoreRequiredFlag(
  source: Source,
  { reporter }: ModelContext,
): boolean {
  if (typeof source.value !== "boolean") return false;
  const keys = pointerKeys(source.pointer);
  if (keys.at(-1) !== "required") return false;
  const name = keys.at(-3) === "properties" ? keys.at(-2) : undefined;
  const list =
    name === undefined ? "required: [name]" : `required: [${visible(name)}]`;
  reporter.add(
    "value-ignored",
    source,
    `"required" must be a list of names; it is ${source.value}, and is ignored.`,
    source.value
      ? `Write ${list} in the schema that has the property.`
      : "Remove it: a property is required only if the list of its object names it.",
  );
  return true;
}

/** Objects without a field that they must have for their sense: `key:` with nothing after it is one of them. */
const canBeEmpty: ReadonlySet<ObjectName> = new Set<ObjectName>([
  "schema",
  "pathItem",
  "operation",
  "response",
  "mediaType",
  "header",
  "encoding",
  "example",
  "link",
]);

/**
 * Reads null as an empty object, where an object of this kind can be empty.
 * @returns false if the value is something else, or the object can not be empty
 */
export function readAsEmptyObject(
  source: Source,
  object: ObjectName,
  { label, required }: FieldLabel,
  context: ModelContext,
): boolean {
  if (source.value !== null || !required || !canBeEmpty.has(object)) {
    return false;
  }
  // In a list of branches, null may be meant as the type.
  if (/\/\d+$/u.test(source.pointer)) return false;
  const wanted = article(objectTypes[object].title);
  context.reporter.add(
    "null-ignored",
    source,
    `${capital(label)} is null, where ${wanted} is wanted; it is taken as an empty one.`,
    "Write {}.",
  );
  replaceValue(source, {}, context.description);
  return true;
}
