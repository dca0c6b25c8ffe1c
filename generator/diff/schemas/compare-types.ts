import type { JsonType } from "../../model/schema.js";
import type { Conjunct } from "./conjunct.js";
import type { Look } from "./look.js";

/**
 * Compares which types values have, `null` included.
 * @returns false if the two have nothing in common that could be compared further
 */
export function compareTypes(look: Look): boolean {
  const { old, new: fresh, at, report } = look;
  if (old.isNever || fresh.isNever) {
    if (old.isNever !== fresh.isNever) {
      const verb = fresh.isNever ? "no value" : "some values";
      report({
        kind: fresh.isNever ? "type-narrowed" : "type-widened",
        ...at,
        reason: `The schema takes ${verb} now.`,
      });
    }
    return false;
  }
  if (old.isAny || fresh.isAny) {
    if (old.isAny !== fresh.isAny) reportAny(look);
    return false;
  }
  return compareNamedTypes(look);
}

function reportAny({ old, new: fresh, at, report }: Look): void {
  if (old.isAny) {
    report({
      kind: "schema-constrained",
      ...at,
      reason: `The value could be anything, and is ${inWords(fresh)} now.`,
    });
  } else {
    report({
      kind: "schema-unconstrained",
      ...at,
      reason: `The value was ${inWords(old)}, and can be anything now.`,
    });
  }
}

function inWords({ types, unions, values }: Conjunct): string {
  if (types !== undefined && types.size > 0) return [...types].join(" or ");
  if (values !== undefined) return "one of a list";
  return unions.length > 0 ? "a union" : "held to a schema";
}

function compareNamedTypes(look: Look): boolean {
  const { old, new: fresh, direction, report } = look;
  const at = placeOfTypes(look);
  // Of two unions, the branches are compared one by one.
  const areUnions = old.unions.length > 0 && fresh.unions.length > 0;
  const kind = areUnions ? "ownTypes" : "types";
  const [before, after] = [kindsOf(old, kind), kindsOf(fresh, kind)];
  const removed = without(before, after);
  const added = without(after, before);
  const isLessPrecise = before.has("integer") && added.includes("number");
  const isMorePrecise = after.has("integer") && removed.includes("number");
  const shared = [...before].filter((type) => after.has(type));
  const common = shared.length + (isLessPrecise || isMorePrecise ? 1 : 0);
  if (removed.length > 0 && added.length > 0 && !isLessPrecise) {
    report({
      kind: "type-changed",
      ...at,
      reason: `The type was ${words(before)}, and is ${words(after)} now.`,
    });
    if (common === 0) return false;
  } else if (added.length > 0) {
    report({
      kind: "type-widened",
      ...at,
      reason: `The type was ${words(before)}, and is ${words(after)} now.`,
    });
  } else if (removed.length > 0) {
    report({
      kind: "type-narrowed",
      ...at,
      ...(direction === "response" && isMorePrecise && removed.length === 1
        ? { verdict: "minor" as const }
        : {}),
      reason: `The type was ${words(before)}, and is ${words(after)} now.`,
    });
  }
  if (old.takesNull !== fresh.takesNull) {
    report({
      kind: fresh.takesNull ? "null-added" : "null-removed",
      ...at,
      reason: fresh.takesNull
        ? "The value may be null now."
        : "The value may no longer be null.",
    });
  }
  return true;
}

/** Where the types are written: changed there, they are changed for all who refer to it. */
function placeOfTypes({ old, new: fresh, at }: Look): Look["at"] {
  const [before] = old.typeParts;
  const [after] = fresh.typeParts;
  return before === undefined || after === undefined
    ? at
    : { old: before.at, new: after.at };
}

const allTypes: readonly JsonType[] = [
  ...(["boolean", "number", "string", "array", "object"] as const),
];

/** The types of values, with bytes as a type of their own; all where nothing says which. */
function kindsOf(
  conjunct: Conjunct,
  kind: "types" | "ownTypes",
): ReadonlySet<string> {
  const { parts, [kind]: types } = conjunct;
  return parts.some(({ keyword }) => keyword.kind === "binary")
    ? new Set(["binary"])
    : (types ?? new Set(allTypes));
}

/** The types of one that the other lacks. `number` has every `integer`. */
function without(
  some: ReadonlySet<string>,
  others: ReadonlySet<string>,
): string[] {
  return [...some].filter(
    (type) =>
      !others.has(type) && !(type === "integer" && others.has("number")),
  );
}

function words(types: ReadonlySet<string>): string {
  return types.size === allTypes.length ? "any" : [...types].join(" or ");
}
