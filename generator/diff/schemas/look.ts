import type { Schema } from "../../model/schema.js";
import type { Direction } from "../verdict.js";
import type { Report } from "../finding.js";
import type { Sides } from "../side.js";
import type { Conjunct } from "./conjunct.js";

/** Two schemas of the same place while they are compared, seen from one side of the wire. */
export interface Look {
  readonly old: Conjunct;
  readonly new: Conjunct;
  readonly direction: Direction;
  readonly sides: Sides;
  /** Where the two schemas are. */
  readonly at: { readonly old: string; readonly new: string };
  readonly report: Report;
  /** Compares two schemas within these, in the same direction. */
  within(old: Schema, fresh: Schema): void;
}

/** A comparison of one aspect of two schemas. */
export type Compare = (look: Look) => void;

/** Data as a reason shows it. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** A list in words: the first few, and how many more there are. */
export function listed(values: readonly unknown[], most = 6): string {
  const more = values.length - most;
  const words = values.slice(0, most).map(shown).join(", ");
  return more > 0 ? `${words} and ${more} more` : words;
}
