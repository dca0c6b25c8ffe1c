import { isObject } from "./data.js";
import type { ValidationResult } from "./issues.js";

/** What a fixture takes: members for an object, where `undefined` leaves one out, or the whole of any other value. */
export type Overrides<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { readonly [Name in keyof T]?: T[Name] | undefined }
    : T;

/**
 * A value for tests: the example, with what is given in place of its own.
 * @throws TypeError if the value is not valid, with every issue
 */
export function fixture<T>(
  validate: (value: unknown) => ValidationResult<T>,
  example: unknown,
  overrides: unknown,
): T {
  const result = validate(overridden(example, overrides));
  if (result.ok === true) return result.value;
  const lines = result.issues.map(
    ({ pointer, message }) =>
      `\n  ${pointer === "" ? "/" : pointer} ${message}`,
  );
  throw new TypeError(`a fixture is not valid:${lines.join("")}`);
}

function overridden(example: unknown, overrides: unknown): unknown {
  if (overrides === undefined) return example;
  if (!isObject(example) || !isObject(overrides)) return overrides;
  return Object.fromEntries(
    Object.entries({ ...example, ...overrides }).filter(
      ([, value]) => value !== undefined,
    ),
  );
}
