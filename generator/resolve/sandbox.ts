import { realpathSync } from "node:fs";
import { dirname, join, posix, relative, resolve, sep } from "node:path";

/** What a path of a reference leads to. */
export type SandboxResult =
  | {
      readonly kind: "inside";
      readonly path: string;
      /** `SourceText.file`: relative to the sandbox's folder, symbolic links resolved; empty for the entry document. */
      readonly file: string;
    }
  | { readonly kind: "outside" }
  | { readonly kind: "missing" };

/**
 * The folder of the entry document, the only place that references may lead to. Links are resolved before
 * anything is opened, so that one file has one name and none outside of the folder is touched.
 */
export class Sandbox {
  readonly #root: string;
  readonly #entry: string;

  /** @param entryPath of a file that exists */
  constructor(entryPath: string) {
    this.#root = realpathSync.native(dirname(resolve(entryPath)));
    this.#entry = realpathSync.native(entryPath);
  }

  /**
   * @param fromFile the referring document's `file`
   * @param path decoded path of the reference, `/` between folders
   */
  locate(fromFile: string, path: string): SandboxResult {
    if (posix.isAbsolute(path)) return { kind: "outside" };
    const wanted = posix.normalize(posix.join(posix.dirname(fromFile), path));
    if (wanted === ".." || wanted.startsWith("../")) return { kind: "outside" };
    let real: string;
    try {
      real = realpathSync.native(join(this.#root, wanted));
    } catch {
      return { kind: "missing" };
    }
    if (real === this.#entry) return { kind: "inside", path: real, file: "" };
    const inside = relative(this.#root, real);
    if (
      inside === ".." ||
      inside.startsWith(`..${sep}`) ||
      resolve(inside) === inside
    ) {
      return { kind: "outside" };
    }
    return { kind: "inside", path: real, file: inside.split(sep).join("/") };
  }
}
