import type { Keyword, Schema } from "../../model/schema.js";
import { childSchemas } from "../../model/walk-schema.js";
import { keywordText } from "./canonical-schema.js";
import { partsOf } from "./conjunct.js";
import type { Look } from "./look.js";

/** Rules that no other comparison knows: they are the same, or one of them is new, gone or another. */
const kinds = {
  contains: "contains",
  propertyNames: "propertyNames",
  dependentRequired: "dependentRequired",
  dependentSchemas: "dependentSchemas",
  not: "not",
  conditional: "if",
  unevaluatedItems: "unevaluatedItems",
} as const satisfies { readonly [K in Keyword["kind"]]?: string };

/** Compares rules over several members, items or branches. */
export function compareKeywords(look: Look): void {
  for (const kind of Object.keys(kinds) as (keyof typeof kinds)[]) {
    compareKind(kind, look);
  }
}

function compareKind(kind: keyof typeof kinds, look: Look): void {
  const { old, new: fresh, at, sides, report, within } = look;
  const before = partsOf(old.parts, kind).map((part) => ({
    ...part,
    text: keywordText(part.keyword, sides.old),
  }));
  const after = partsOf(fresh.parts, kind).map((part) => ({
    ...part,
    text: keywordText(part.keyword, sides.new),
  }));
  const removed = before.filter(
    ({ text }) => !after.some((one) => one.text === text),
  );
  const added = after.filter(
    ({ text }) => !before.some((one) => one.text === text),
  );
  for (const { keyword, text } of before) {
    const same = after.find((one) => one.text === text);
    if (same !== undefined) pairs(keyword, same.keyword, within);
  }
  const [was] = removed;
  const [is] = added;
  if (was === undefined && is === undefined) return;
  const keyword = kinds[kind];
  report({
    kind:
      was === undefined
        ? "keyword-added"
        : is === undefined
          ? "keyword-removed"
          : "keyword-changed",
    old: was?.at ?? at.old,
    new: is?.at ?? at.new,
    reason:
      was === undefined
        ? `A further keyword holds: "${keyword}".`
        : is === undefined
          ? `The keyword "${keyword}" no longer holds.`
          : `The keyword "${keyword}" says something else.`,
  });
}

/** Equal rules still hold schemas whose words or definitions may differ. */
function pairs(
  old: Keyword,
  fresh: Keyword,
  within: (old: Schema, fresh: Schema) => void,
): void {
  // What makes `not` and `if` stricter makes the whole looser: their schemas are compared by their definitions alone.
  if (old.kind === "not" || old.kind === "conditional") return;
  const [a, b] = [old, fresh].map((keyword) =>
    childSchemas({
      kind: "keywords",
      pointer: "",
      annotations: {},
      keywords: [keyword],
    }),
  );
  a?.forEach((schema, index) => {
    const other = b?.[index];
    if (other !== undefined) within(schema, other);
  });
}
