import { codePoints } from "./data.js";
import {
  childLocation,
  subschemaLocation,
  propertyLocation,
  report,
  type InstanceLocation,
} from "./locations.js";

/** Text that JSON writes as it is. */
const plain = /^[ !#-[\]-~]*$/;

/** The value in a few words: short values as JSON writes them, others by their kind. */
export function describe(value: unknown): string {
  if (typeof value === "string") {
    const text = value.length > 40 ? `${value.slice(0, 39)}…` : value;
    return plain.test(text) ? `"${text}"` : JSON.stringify(text);
  }
  if (typeof value !== "object" || value === null) return String(value);
  return Object.prototype.toString.call(value).slice(8, -1).toLowerCase();
}

/** `"a" or "b" or "c"` */
export function alternatives<T>(
  values: readonly T[],
  words: (value: T) => string,
): string {
  const shown = values.length > 12 ? 11 : values.length;
  const text = values.slice(0, shown).map(words).join(" or ");
  return shown < values.length ? `${text} or …` : text || "nothing";
}

function mismatch(
  at: InstanceLocation,
  keyword: string,
  params: Readonly<Record<string, unknown>>,
  expected: string | number,
  found: unknown,
): void {
  report(at, keyword, params, `expected ${expected}, found ${describe(found)}`);
}

export function typeIssue(
  at: InstanceLocation,
  value: unknown,
  ...types: readonly string[]
): void {
  mismatch(at, "type", { types }, alternatives(types, String), value);
}

export function constIssue(
  at: InstanceLocation,
  value: unknown,
  allowed: unknown,
): void {
  mismatch(at, "const", { allowed }, describe(allowed), value);
}

export function enumIssue(
  at: InstanceLocation,
  value: unknown,
  ...allowed: readonly unknown[]
): void {
  mismatch(at, "enum", { allowed }, alternatives(allowed, describe), value);
}

export function minimumIssue(
  at: InstanceLocation,
  value: unknown,
  limit: number,
): void {
  mismatch(at, "minimum", { limit }, `at least ${limit}`, value);
}

export function maximumIssue(
  at: InstanceLocation,
  value: unknown,
  limit: number,
): void {
  mismatch(at, "maximum", { limit }, `at most ${limit}`, value);
}

export function exclusiveMinimumIssue(
  at: InstanceLocation,
  value: unknown,
  limit: number,
): void {
  mismatch(at, "exclusiveMinimum", { limit }, `more than ${limit}`, value);
}

export function exclusiveMaximumIssue(
  at: InstanceLocation,
  value: unknown,
  limit: number,
): void {
  mismatch(at, "exclusiveMaximum", { limit }, `less than ${limit}`, value);
}

export function multipleOfIssue(
  at: InstanceLocation,
  value: unknown,
  divisor: number,
): void {
  mismatch(at, "multipleOf", { divisor }, `a multiple of ${divisor}`, value);
}

/** `minLength` and `maxLength` of a text, in code points. */
export function lengthIssues(
  at: InstanceLocation,
  text: string,
  min: number,
  max: number = Infinity,
): void {
  const length = codePoints(text);
  if (length < min) {
    mismatch(
      at,
      "minLength",
      { limit: min },
      `${min} characters or more`,
      length,
    );
  }
  if (length > max) {
    mismatch(
      at,
      "maxLength",
      { limit: max },
      `${max} characters or fewer`,
      length,
    );
  }
}

/** `found` is the number of items or of properties; `what` names them. */
export function sizeIssue(
  at: InstanceLocation,
  keyword: string,
  found: number,
  limit: number,
  what: string,
): void {
  const bound = keyword.startsWith("min") ? "at least" : "at most";
  mismatch(at, keyword, { limit }, `${bound} ${limit} ${what}`, found);
}

export function patternIssue(
  at: InstanceLocation,
  value: unknown,
  pattern: RegExp,
): void {
  const { source } = pattern;
  mismatch(at, "pattern", { pattern: source }, `text like ${source}`, value);
}

export function formatIssue(
  at: InstanceLocation,
  value: unknown,
  format: string,
): void {
  mismatch(at, "format", { format }, format, value);
}

export function uniqueItemsIssue(
  at: InstanceLocation,
  pair: readonly [number, number],
): void {
  const [first, second] = pair;
  report(
    at,
    "uniqueItems",
    { first, second },
    `items ${first} and ${second} are equal`,
  );
}

export function requiredIssue(at: InstanceLocation, name: string): void {
  report(at, "required", { name }, `${describe(name)} is missing`);
}

/** A member of which nothing is asked but to be there and to be of a scalar type, or of the other one. */
export function requiredTypeIssues(
  at: InstanceLocation,
  name: string,
  value: unknown,
  type: string,
  other?: string,
): void {
  if (value === undefined) requiredIssue(at, name);
  else optionalTypeIssues(at, name, value, type, other);
}

/** A member of which nothing is asked but to be of a scalar type, or of the other one, where it is there. */
export function optionalTypeIssues(
  at: InstanceLocation,
  name: string,
  value: unknown,
  type: string,
  other?: string,
): void {
  if (value === undefined || isOfType(value, type)) return;
  if (other === undefined) typeIssue(propertyLocation(at, name), value, type);
  else if (!isOfType(value, other))
    typeIssue(propertyLocation(at, name), value, type, other);
}

function isOfType(value: unknown, type: string): boolean {
  if (type === "integer") return Number.isInteger(value);
  if (type === "number") return Number.isFinite(value);
  return type === "null" ? value === null : typeof value === type;
}

export function dependentRequiredIssue(
  at: InstanceLocation,
  name: string,
  because: string,
): void {
  report(
    at,
    "dependentRequired",
    { name, because },
    `${describe(name)} is missing, which goes with ${describe(because)}`,
  );
}

/** A member, or an item, for which the schema has no place; `keyword` says which rule closes it. */
export function unexpectedIssue(
  at: InstanceLocation,
  key: string | number,
  keyword: string,
): void {
  const where = childLocation(at, key, "");
  report(where, keyword, { name: key }, `unexpected ${describe(key)}`);
}

export function propertyNamesIssue(at: InstanceLocation, name: string): void {
  const message = `${describe(name)} is not allowed as a name`;
  report(childLocation(at, name, ""), "propertyNames", { name }, message);
}

export function readOnlyIssue(at: InstanceLocation): void {
  report(at, "readOnly", {}, "is read-only and cannot be sent");
}

export function containsIssue(
  at: InstanceLocation,
  keyword: string,
  found: number,
  limit: number,
): void {
  const bound = keyword === "maxContains" ? "at most" : "at least";
  const expected = `${bound} ${limit} items that match`;
  mismatch(at, keyword, { limit }, expected, found);
}

export function notIssue(at: InstanceLocation, value: unknown): void {
  mismatch(at, "not", {}, "something else", value);
}

/** `false` as a schema: nothing may stand here. */
export function neverIssue(at: InstanceLocation, value: unknown): void {
  mismatch(subschemaLocation(at, ""), "false", {}, "nothing", value);
}
