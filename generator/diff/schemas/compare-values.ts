import type { JsonValue } from "../../model/json.js";
import { isSame } from "./conjunct.js";
import { listed, type Look } from "./look.js";

/** Compares lists of values: `enum` and `const`. */
export function compareValues(look: Look): void {
  const { old, new: fresh, direction, report } = look;
  if (old.values === undefined || fresh.values === undefined) {
    compareListed(look);
    return;
  }
  const at = placeOfValues(look);
  if (old.isExtendedList !== fresh.isExtendedList) {
    report({
      kind: fresh.isExtendedList ? "enum-removed" : "enum-added",
      ...at,
      reason: fresh.isExtendedList
        ? "Any other string is valid now."
        : "No other string is valid now.",
    });
  }
  const added = without(fresh.values, old.values);
  const removed = without(old.values, fresh.values);
  // In requests the kind decides alone; in responses a list of strings is open, and any other is what it lists.
  const isClosed =
    direction === "response" && !(old.isOpenList && fresh.isOpenList);
  const isExtended = old.isExtendedList && fresh.isExtendedList;
  const closed = isExtended
    ? { verdict: "minor" as const }
    : isClosed
      ? { verdict: "major" as const }
      : {};
  if (added.length > 0) {
    report({
      kind: "enum-value-added",
      ...at,
      ...closed,
      reason: `${listed(added)} ${added.length === 1 ? "is" : "are"} listed now${isClosed ? ", and the list is not open" : ""}.`,
    });
  }
  if (removed.length > 0) {
    report({
      kind: "enum-value-removed",
      ...at,
      ...closed,
      reason: `${listed(removed)} ${removed.length === 1 ? "is" : "are"} no longer listed.`,
    });
  }
  if (added.length + removed.length > 0) return;
  if (
    fresh.values.some(
      (value, index) => !isSame(value, old.values?.[index] ?? null),
    )
  ) {
    report({
      kind: "order-changed",
      ...at,
      reason: "The listed values stand in another order.",
    });
  }
  if (isClosed && old.isOpenList) {
    report({
      kind: "enum-value-removed",
      ...at,
      ...closed,
      reason: "The list is closed now: responses have no other values.",
    });
  }
}

function compareListed(look: Look): void {
  const { old, new: fresh, direction, report } = look;
  const list = fresh.values ?? old.values;
  if (list === undefined) return;
  const at = placeOfValues(look);
  const isClosed =
    direction === "response" && !(old.isOpenList || fresh.isOpenList);
  const isNew = old.values === undefined;
  // A branch of a union that lists values is compared with the union.
  if ((isNew ? old : fresh).unions.length > 0) return;
  report({
    kind: isNew ? "enum-added" : "enum-removed",
    ...at,
    ...(isClosed ? { verdict: "major" as const } : {}),
    reason: isNew
      ? `Only ${listed(list)} ${list.length === 1 ? "is" : "are"} valid now.`
      : `Values other than ${listed(list)} are valid now.`,
  });
}

function placeOfValues({ old, new: fresh, at }: Look): Look["at"] {
  return {
    old: old.values === undefined ? at.old : old.valuesAt,
    new: fresh.values === undefined ? at.new : fresh.valuesAt,
  };
}

function without(
  values: readonly JsonValue[],
  others: readonly JsonValue[],
): JsonValue[] {
  return values.filter(
    (value) => !others.some((other) => isSame(value, other)),
  );
}
