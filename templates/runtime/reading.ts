import type { Issue } from "./issues.js";
import type { Collect } from "./locations.js";

/** What a reader of a body is given, and where it says what it found. */
export interface Reading {
  readonly response: Response;
  readonly issues: Issue[];
  /** Characters that a line or an event of a stream may have. */
  readonly longestItem: number;
  /** The body as it came, where it cannot be read. */
  text?: string;
}

/** Reads a body; where that is broken, it sets the `text` of the reading. */
export type BodyReader = (reading: Reading, isChecked: boolean) => unknown;

/** Reads a header field: its text, and the fields of that name where there can be several (`Set-Cookie`). */
export type HeaderReader = (text: string, fields: readonly string[]) => unknown;

/** How the responses of one status are read. */
export interface StatusReader {
  /** By media type as described, in the order of the description. Absent where there is no body. */
  readonly body?: Readonly<Record<string, BodyReader>>;
  readonly headers?: Readonly<Record<string, HeaderReader>>;
  readonly collectHeaders?: Collect;
}

/** Adds an issue of the response itself. */
export function addIssue(
  issues: Issue[],
  pointer: string,
  keyword: string,
  message: string,
): void {
  issues.push({ pointer, keyword, message, params: {}, schemaPointer: "" });
}
