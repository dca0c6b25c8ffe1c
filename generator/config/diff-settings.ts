import { isJsonObject } from "../model/json.js";

/** What `specwright diff` makes of changes. */
export interface DiffSettings {
  /** The verdict about changes of a kind, by its code, in place of the one that is found. */
  readonly severities?: Readonly<
    Record<string, "none" | "patch" | "minor" | "major">
  >;
  /** Changes that do not count. */
  readonly ignore?: readonly IgnoredChange[];
}

/** A change that does not count. It expires when there is no such change any more. */
export interface IgnoredChange {
  /** The code of its kind. */
  readonly kind: string;
  /** The JSON Pointer that `diff` reports for it. */
  readonly pointer: string;
  /** Why it does not count. */
  readonly reason: string;
}

const verdicts: readonly unknown[] = ["none", "patch", "minor", "major"];

/** What is wrong with the option `diff`, as the end of a sentence that names it; undefined if nothing is. */
export function diffComplaint(value: unknown): string | undefined {
  if (!isJsonObject(value)) return " must be { severities, ignore }";
  const { severities = {}, ignore = [], ...others } = value;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) return ` has no option ${JSON.stringify(unknown)}`;
  if (
    !isJsonObject(severities) ||
    !Object.values(severities).every((one) => verdicts.includes(one))
  ) {
    return '.severities must be a map from kinds of changes to "none", "patch", "minor" or "major"';
  }
  const isList =
    Array.isArray(ignore) &&
    ignore.every(
      (entry: unknown) =>
        isJsonObject(entry) &&
        Object.keys(entry).length === 3 &&
        ["kind", "pointer", "reason"].every(
          (key) => typeof entry[key] === "string" && entry[key] !== "",
        ),
    );
  return isList
    ? undefined
    : ".ignore must be a list of { kind, pointer, reason }";
}
