import type { Issue, ValidationResult } from "./issues.js";
import type { Converter } from "./mapped.js";
import type { Collect } from "./locations.js";

/**
 * Checks a value as it will be on the wire. Gives the value itself, as the caller has it, where `collect` finds no
 * issue, else every issue; a part that cannot be sent at all is one issue.
 */
export function checkedAs<T>(
  value: unknown,
  serialize: Converter,
  collect: Collect,
): ValidationResult<T> {
  const refused: Issue[] = [];
  const place = { pointer: "", depth: 0, issues: refused };
  const sent = serialize(value as never, place);
  const issues: Issue[] = [];
  collect(sent, { issues, pointer: "", schema: "", depth: 0 });
  const known = new Set(refused.map(({ pointer }) => pointer));
  const others = issues.filter(({ pointer }) => !known.has(pointer));
  const all = [...refused, ...others];
  return all.length === 0
    ? { ok: true, value: value as T }
    : { ok: false, issues: all };
}
