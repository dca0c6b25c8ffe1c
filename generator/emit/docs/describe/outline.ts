import type { Words } from "../text/words.js";
import type { Fact } from "./fact.js";

/** A schema as a page shows it: what it asks of a value, and what the value consists of. */
export interface Outline {
  readonly type: Words;
  readonly facts: readonly Fact[];
  /** Rules that concern several fields, one sentence each. */
  readonly rules: readonly Words[];
  readonly fields: readonly Field[];
  readonly variants: readonly Variants[];
  /** Where what is not shown here stands. */
  readonly more?: Words;
}

export type Mark = "required" | "deprecated" | "read-only" | "write-only";

export interface Field extends Outline {
  /** The id of the field on its page. */
  readonly id: string;
  readonly name: string;
  /** Whether `name` is a pattern of names or says "any name", and no name. */
  readonly isPattern: boolean;
  /** The names that lead to the field from the root, joined by dots: what stands in a flat list. */
  readonly path: string;
  readonly marks: readonly Mark[];
  /** Markdown of the spec. */
  readonly description?: string;
  /** What the server ignores, and when. */
  readonly advice: readonly Words[];
}

/** Alternatives: of `oneOf`, `anyOf`, or the parts of a condition. */
export interface Variants {
  readonly title: Words;
  readonly items: readonly Variant[];
}

export interface Variant {
  readonly id: string;
  readonly title: Words;
  readonly description?: string;
  readonly outline: Outline;
}

/** Whether an outline says anything beyond the type. */
export function isBare(outline: Outline): boolean {
  return (
    outline.facts.length === 0 &&
    outline.rules.length === 0 &&
    outline.fields.length === 0 &&
    outline.variants.length === 0 &&
    outline.more === undefined
  );
}

/** How many fields an outline shows, nested ones included. */
export function countFields(outline: Outline): number {
  let count = outline.fields.length;
  for (const field of outline.fields) count += countFields(field);
  for (const { items } of outline.variants)
    for (const item of items) count += countFields(item.outline);
  return count;
}
