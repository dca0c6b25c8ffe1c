import type { IgnoredWith } from "../../../model/schema.js";
import { code, say, type Words } from "../text/words.js";
import type { Field, Outline } from "./outline.js";

interface FieldParts extends Omit<Field, "description" | keyof Outline> {
  readonly facts: Field["facts"];
  readonly description: string | undefined;
}

/** A field whose value has this outline. */
export function fieldOf(outline: Outline, parts: FieldParts): Field {
  const { type, rules, fields, variants, more } = outline;
  const { facts, segment, name, isPattern, marks, advice } = parts;
  const { description } = parts;
  return {
    type,
    facts,
    rules,
    fields,
    variants,
    ...(more === undefined ? undefined : { more }),
    segment,
    name,
    isPattern,
    marks,
    ...(description === undefined ? undefined : { description }),
    advice,
  };
}

/** `x-ignored-with` in words: one sentence a reason. */
export function adviceWords(
  ignoredWith: readonly IgnoredWith[],
): readonly Words[] {
  return ignoredWith.map(({ name, reason }) =>
    reason === undefined
      ? say`Ignored while ${code(name)} is set.`
      : say`Ignored while ${code(name)} is set: ${reason}`,
  );
}
