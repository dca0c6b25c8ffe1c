import type { TextFile } from "../code/file.js";

/** A file that has its text, and what that imports. */
export interface PrintedFile extends TextFile {
  /** The files of the output that it imports, as paths from the root; of the code that an emitter made alone. */
  readonly imports: readonly string[];
  /** True for the TypeScript of a classic script, which has no types to keep and no layout. */
  readonly isScript?: true;
}
