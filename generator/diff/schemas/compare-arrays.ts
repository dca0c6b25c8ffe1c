import type { Look } from "./look.js";

/** Compares the items of lists. */
export function compareArrays({ old, new: fresh, report, within }: Look): void {
  const before = old.items;
  const after = fresh.items;
  if (!before.isSaid && !after.isSaid) return;
  if (before.prefix.length !== after.prefix.length) {
    report({
      kind: "tuple-changed",
      old: before.at,
      new: after.at,
      reason: `The list had ${before.prefix.length} leading items with schemas of their own, and has ${after.prefix.length} now.`,
    });
    return;
  }
  before.prefix.forEach((schema, index) => {
    const other = after.prefix[index];
    if (other !== undefined) within(schema, other);
  });
  within(before.rest, after.rest);
}
