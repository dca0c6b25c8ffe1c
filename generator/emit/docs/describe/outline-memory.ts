import type { Schema } from "../../../model/schema.js";
import type { View } from "../../../model/views.js";
import type { Read } from "../../../cache/reads.js";
import type { Choice } from "./choice.js";
import type { Field, Outline, Variants } from "./outline.js";
import type { Words } from "../text/words.js";

/** The members of a value, as long as it is open which alternatives are shown in full. */
export interface Shape {
  readonly rules: readonly Words[];
  readonly fields: readonly Field[];
  readonly choices: readonly Choice[];
  readonly conditions: Variants;
  readonly more?: Words;
}

type Side = View | "written";

/** A part of an outline that was made before, and what must hold for it to be made the same again. */
export interface KnownPart<T> {
  readonly value: T;
  readonly reads: readonly Read[];
  /** How many levels it has below its own. */
  readonly height: number;
  /** Whether it is not the same for everyone who looks. */
  readonly isSided: boolean;
}

/** Parts of outlines, by the schema and, where that makes a difference, by who looks. */
export class PartMemory<T> {
  readonly #known = new WeakMap<Schema, Map<Side | "everyone", KnownPart<T>>>();

  /** What was made for this side, or for another one where it makes no difference. */
  find(schema: Schema, view: Side): KnownPart<T> | undefined {
    const known = this.#known.get(schema);
    return known?.get("everyone") ?? known?.get(view);
  }

  keep(schema: Schema, view: Side, part: KnownPart<T>): void {
    const known =
      this.#known.get(schema) ?? new Map<Side | "everyone", KnownPart<T>>();
    this.#known.set(schema, known);
    known.set(part.isSided ? view : "everyone", part);
  }
}

/** What was made for one page and may stand on others. */
export class OutlineMemory {
  readonly outlines = new PartMemory<Outline>();
  /** Of values that are shown with the members of what they refer to. */
  readonly openShapes = new PartMemory<Shape>();
}
