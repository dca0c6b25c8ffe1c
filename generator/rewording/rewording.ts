import type { JsonValue } from "../model/json.js";

/** One string of a description that has changed, and nothing else. */
export interface Rewording {
  /** The description with the words that it had before. */
  readonly root: JsonValue;
  /** The keys that lead to the string. */
  readonly keys: readonly string[];
  readonly before: string;
  readonly after: string;
  readonly lines: ChangedLines;
}

/** The lines that were changed, counted from 1. */
export interface ChangedLines {
  readonly first: number;
  /** The last one, as lines were counted before. */
  readonly last: number;
  /** How many lines the text has gained. */
  readonly gain: number;
}
