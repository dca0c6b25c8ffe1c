import { createHash } from "node:crypto";
import type { TextFile } from "./code/file.js";
import { exportedNames } from "./emit/manifest/exported-names.js";

/** What there is to know of a finished file without its text. */
export interface FinishedFile {
  readonly path: string;
  /** Of its bytes, in hexadecimal digits. */
  readonly sha256: string;
  /** The names that it exports; empty where it is no module. */
  readonly exports: readonly string[];
  /** The modules of the runtime that it imports. */
  readonly runtime: readonly string[];
}

/**
 * What there is to know of a finished file.
 * @param runtime the modules of the runtime that it imports
 */
export function finishedFile(
  { path, text }: TextFile,
  runtime: readonly string[],
): FinishedFile {
  return {
    path,
    sha256: createHash("sha256").update(text).digest("hex"),
    exports: path.endsWith(".ts") ? [...exportedNames(text)] : [],
    runtime,
  };
}
