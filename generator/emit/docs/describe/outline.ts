import type { Words } from "../text/words.js";
import type { Fact } from "./fact.js";

/**
 * A schema as a page shows it: what it asks of a value, and what the value consists of. Nothing in it says where it
 * stands, so that many pages can show the same one.
 */
export interface Outline {
  readonly type: Words;
  readonly facts: readonly Fact[];
  /** Rules that concern several fields, one sentence each. */
  readonly rules: readonly Words[];
  readonly fields: readonly Field[];
  readonly variants: readonly Variants[];
  /** Where what is not shown here stands. */
  readonly more?: Words;
  /** The page of the named schema or repeated object that the fields are those of. */
  readonly page?: string;
}

export type Mark = "required" | "deprecated" | "read-only" | "write-only";

export interface Field extends Outline {
  /** What stands for the field in ids: no other field beside it has the same. */
  readonly segment: string;
  readonly name: string;
  /** Whether `name` is a pattern of names or says "any name", and no name. */
  readonly isPattern: boolean;
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
  /** What stands for the alternative in ids: no other one beside it has the same. */
  readonly segment: string;
  readonly title: Words;
  readonly description?: string;
  readonly outline: Outline;
}

/** Fields in the order of a page: required ones first, deprecated ones last, else as written. */
export function inOrder(fields: readonly Field[]): readonly Field[] {
  const rank = ({ marks }: Field): number =>
    marks.includes("deprecated") ? 2 : marks.includes("required") ? 0 : 1;
  return [...fields].sort((a, b) => rank(a) - rank(b));
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
