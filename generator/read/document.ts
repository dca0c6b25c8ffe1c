import type { JsonValue } from "../model/json.js";
import type { SourcePosition } from "../diagnostics/diagnostic.js";

/** The text of one file of a description, whether it could be parsed or not. */
export interface SourceText {
  /** Relative to the entry document's folder, `/` between folders; empty for the entry document itself. */
  readonly file: string;
  /** What diagnostics call it: the path as the user gave it, or the reference's. */
  readonly displayName: string;
  /** Without byte order mark, every line end a `\n`. */
  readonly text: string;
  /** Of the UTF-8 of `text`, in hexadecimal: for a file without mark and CR, what `sha256sum` gives. */
  readonly sha256: string;
  /** Where it was fetched from, without query and fragment: what its relative references start from. */
  readonly uri?: string;
  /** The file that was read; absent for a document that the caller gave. */
  readonly origin?: FileOrigin;
  /**
   * Where the value (or its key) that a JSON Pointer names begins. Positions are worked out at the first
   * call. A pointer that leads to nothing gives the place of its nearest ancestor.
   */
  position(pointer: string, at?: "key" | "value"): SourcePosition;
  /** The JSON Pointer of what a value was converted from, where the value of the document is a conversion. */
  pointerInText?(pointer: string): string;
  /** Where the value that a JSON Pointer names was written, where that need not be the same place of `text`. */
  placeInText?(pointer: string): TextPlace;
  /** The text of a line, counted from 1, without its end; undefined where there is no such line. */
  line(number: number): string | undefined;
}

/** A place in a text. */
export interface TextPlace {
  readonly source: SourceText;
  /** JSON Pointer (RFC 6901) into its text. */
  readonly pointer: string;
}

/** A file as it lay on the disk. */
export interface FileOrigin {
  /** Path for the file system, links resolved. */
  readonly path: string;
  /** Of the bytes, in hexadecimal. */
  readonly sha256: string;
}

/** One file of a description, read and parsed. */
export interface SourceDocument extends SourceText {
  readonly value: JsonValue;
}
