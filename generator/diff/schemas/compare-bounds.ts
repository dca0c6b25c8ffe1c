import type { JsonType } from "../../model/schema.js";
import type { Conjunct, Part } from "./conjunct.js";
import { partsOf } from "./conjunct.js";
import type { Look } from "./look.js";

/** One bound of a schema, the strictest of all that hold. */
interface Bound {
  /** Greater is stricter. */
  readonly strictness: number;
  readonly words: string;
  readonly at: string;
}

/** Finds a bound; undefined if there is none. */
type Find = (conjunct: Conjunct) => Bound | undefined;

interface Limit {
  /** The types of values that it bounds. */
  readonly of: readonly JsonType[];
  readonly find: Find;
}

const numbers: readonly JsonType[] = ["number", "integer"];

const limits: readonly Limit[] = [
  { of: numbers, find: (one) => numeric(one, "lower") },
  { of: numbers, find: (one) => numeric(one, "upper") },
  { of: ["string"], find: (one) => least(one, "minLength", "characters") },
  { of: ["string"], find: (one) => most(one, "maxLength", "characters") },
  { of: ["array"], find: (one) => least(one, "minItems", "items") },
  { of: ["array"], find: (one) => most(one, "maxItems", "items") },
  { of: ["object"], find: (one) => least(one, "minProperties", "members") },
  { of: ["object"], find: (one) => most(one, "maxProperties", "members") },
  { of: ["array"], find: unique },
];

/** Compares bounds of numbers, lengths and counts. Those that no value can break are none. */
export function compareBounds(look: Look): void {
  // Of listed values, those that are left are compared.
  if (look.old.values !== undefined && look.new.values !== undefined) return;
  for (const { of, find } of limits) {
    if (!mayBe(look.old, of) || !mayBe(look.new, of)) continue;
    compareBound(look, find(look.old), find(look.new));
  }
  compareMultiples(look);
}

function compareBound(
  { at, report }: Look,
  old: Bound | undefined,
  fresh: Bound | undefined,
): void {
  const before = old?.strictness ?? -Infinity;
  const after = fresh?.strictness ?? -Infinity;
  if (before === after) return;
  const was =
    old === undefined ? "There was no such bound" : `It was ${old.words}`;
  const is =
    fresh === undefined ? "there is none now" : `it is ${fresh.words} now`;
  report({
    kind: after > before ? "bound-tightened" : "bound-loosened",
    old: old?.at ?? at.old,
    new: fresh?.at ?? at.new,
    reason: `${was}, and ${is}.`,
  });
}

function mayBe({ types }: Conjunct, of: readonly JsonType[]): boolean {
  return types === undefined || of.some((type) => types.has(type));
}

function numeric(
  conjunct: Conjunct,
  side: "lower" | "upper",
): Bound | undefined {
  const sign = side === "lower" ? 1 : -1;
  const [inclusive, exclusive] =
    side === "lower"
      ? (["minimum", "exclusiveMinimum"] as const)
      : (["maximum", "exclusiveMaximum"] as const);
  const areIntegers = conjunct.types?.has("number") === false;
  const bounds = [
    ...partsOf(conjunct.parts, inclusive).map(({ keyword, at }) => ({
      value: areIntegers ? wholeWithin(keyword.value, sign) : keyword.value,
      isExclusive: false,
      at,
    })),
    ...partsOf(conjunct.parts, exclusive).map(({ keyword, at }) => ({
      value: areIntegers ? nextWhole(keyword.value, sign) : keyword.value,
      isExclusive: !areIntegers,
      at,
    })),
  ];
  return strictest(
    bounds.map(({ value, isExclusive, at }) => ({
      // An exclusive bound is a little stricter than an inclusive one of the same value.
      strictness:
        value * sign + (isExclusive ? Math.abs(value) * 1e-15 + 1e-15 : 0),
      words: `${isExclusive ? (side === "lower" ? "greater than" : "less than") : side === "lower" ? "at least" : "at most"} ${value}`,
      at,
    })),
  );
}

/** The integer nearest to a bound that is within it. */
function wholeWithin(value: number, sign: 1 | -1): number {
  return sign === 1 ? Math.ceil(value) : Math.floor(value);
}

function nextWhole(value: number, sign: 1 | -1): number {
  return sign === 1 ? Math.floor(value) + 1 : Math.ceil(value) - 1;
}

function least(
  { parts }: Conjunct,
  kind: "minLength" | "minItems" | "minProperties",
  noun: string,
): Bound | undefined {
  const found = partsOf(parts, kind) as Part<{
    kind: typeof kind;
    value: number;
  }>[];
  return strictest(
    found
      .filter(({ keyword }) => keyword.value > 0)
      .map(({ keyword, at }) => ({
        strictness: keyword.value,
        words: `at least ${keyword.value} ${noun}`,
        at,
      })),
  );
}

function most(
  { parts }: Conjunct,
  kind: "maxLength" | "maxItems" | "maxProperties",
  noun: string,
): Bound | undefined {
  const found = partsOf(parts, kind) as Part<{
    kind: typeof kind;
    value: number;
  }>[];
  return strictest(
    found.map(({ keyword, at }) => ({
      strictness: -keyword.value,
      words: `at most ${keyword.value} ${noun}`,
      at,
    })),
  );
}

function unique({ parts }: Conjunct): Bound | undefined {
  const [found] = partsOf(parts, "uniqueItems");
  return found && { strictness: 1, words: "no item twice", at: found.at };
}

function strictest(bounds: readonly Bound[]): Bound | undefined {
  return bounds.reduce<Bound | undefined>(
    (best, bound) =>
      best === undefined || bound.strictness > best.strictness ? bound : best,
    undefined,
  );
}

/** A multiple of the old divisor is stricter, a divisor of it is looser, and anything else excludes old values. */
function compareMultiples({ old, new: fresh, at, report }: Look): void {
  const [before] = partsOf(old.parts, "multipleOf");
  const [after] = partsOf(fresh.parts, "multipleOf");
  const was = before?.keyword.value;
  const is = after?.keyword.value;
  if (was === is) return;
  const areIntegers = old.types?.has("number") === false;
  const isLooser =
    is === undefined ||
    (was !== undefined && isMultiple(was, is)) ||
    (areIntegers && isMultiple(1, is));
  const isNone =
    areIntegers &&
    [was, is].every((one) => one === undefined || isMultiple(1, one));
  if (isNone) return;
  report({
    kind: isLooser ? "bound-loosened" : "bound-tightened",
    old: before?.at ?? at.old,
    new: after?.at ?? at.new,
    reason: `multipleOf was ${was ?? "absent"}, and is ${is ?? "absent"} now.`,
  });
}

function isMultiple(value: number, divisor: number): boolean {
  const quotient = value / divisor;
  return Math.abs(quotient - Math.round(quotient)) < 1e-9;
}
