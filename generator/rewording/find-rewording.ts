import { changedBytes } from "./changed-bytes.js";
import type { ReadDescription } from "./description-record.js";
import { findJsonRewording } from "./json-rewording.js";
import type { Rewording } from "./rewording.js";
import { findYamlRewording } from "./yaml-rewording.js";

/**
 * Finds that of a description nothing but words has changed: one text that only people read, of an operation or a
 * named schema. Undefined where more or something else has changed, or where that is not sure.
 */
export function findRewording(
  { bytes, value }: ReadDescription,
  after: Buffer,
): Rewording | undefined {
  const change = changedBytes(bytes, after);
  const found =
    value === undefined
      ? findJsonRewording(change)
      : findYamlRewording(change, value);
  return found !== undefined && isWords(found.keys) ? found : undefined;
}

/** Members within which words are data, mean something, or are read by more than what holds them (`servers.ts`). */
const meaningful = new Set([
  "example",
  "examples",
  "enum",
  "const",
  "mapping",
  "links",
  "servers",
]);

/** Whether a place holds a text that only people read, of an operation or a named schema. */
function isWords(keys: readonly string[]): boolean {
  const last = keys.at(-1);
  if (last !== "description" && last !== "summary") return false;
  const [section, kind] = keys;
  const isWithin =
    section === "paths" ||
    section === "webhooks" ||
    (section === "components" && kind === "schemas");
  return (
    isWithin &&
    keys.every(
      (key, index) =>
        !meaningful.has(key) &&
        !key.startsWith("x-") &&
        (key !== "default" || isStatus(keys, index)),
    )
  );
}

/** Whether `default` is the key of an operation's response. */
function isStatus(keys: readonly string[], index: number): boolean {
  return index === 4 && keys[0] !== "components" && keys[3] === "responses";
}
