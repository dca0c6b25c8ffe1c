import type { Words } from "../text/words.js";

/** One thing that a schema asks of a value, such as `Pattern` with the pattern. */
export interface Fact {
  readonly label: string;
  readonly words: Words;
}
