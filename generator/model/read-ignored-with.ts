import type { IgnoredWith } from "./schema.js";
import { entries, isObjectSource, member, type Source } from "./source.js";

/**
 * `x-ignored-with` of a property or parameter: a list of member names, or a map from member name to the reason
 * in words. Undefined where there is none.
 */
export function readIgnoredWith(
  carrier: Source,
): readonly IgnoredWith[] | undefined {
  if (!isObjectSource(carrier)) return undefined;
  const source = member(carrier, "x-ignored-with");
  if (source === undefined) return undefined;
  const found: IgnoredWith[] = Array.isArray(source.value)
    ? source.value
        .filter((name) => typeof name === "string")
        .map((name) => ({ name }))
    : entries(source).map(([name, reason]) => ({
        name,
        ...(typeof reason.value === "string" ? { reason: reason.value } : {}),
      }));
  return found.length === 0 ? undefined : found;
}
