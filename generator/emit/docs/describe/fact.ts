import type { Words } from "../text/words.js";

/** One thing that a schema asks of a value, such as `Pattern` with the pattern. */
export interface Fact {
  readonly label: string;
  readonly words: Words;
  /** Says that others read it in other words: it lists values to which a server may add. */
  readonly isOpen?: true;
}
