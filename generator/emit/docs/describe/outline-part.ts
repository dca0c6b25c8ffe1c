import type { Choice } from "./choice.js";
import type { Field, Variants } from "./outline.js";
import type { Words } from "../text/words.js";

/** The members of a value, as long as it is open which alternatives are shown in full. */
export interface OutlineBody {
  readonly rules: readonly Words[];
  readonly fields: readonly Field[];
  readonly choices: readonly Choice[];
  readonly conditions: Variants;
  readonly more?: Words;
}

/** A part of an outline, and what its making went through. */
export interface OutlinePart<T> {
  readonly value: T;
  /** How many levels it has below its own. */
  readonly height: number;
  /** True if requests and responses see different parts. */
  readonly isSided: boolean;
  /** True if something was left out because it is too deep. */
  readonly isCut: boolean;
}
