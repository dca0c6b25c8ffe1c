import { realpathSync } from "node:fs";
import {
  dirname,
  isAbsolute,
  join,
  posix,
  relative,
  resolve,
  sep,
} from "node:path";

/** What a path of a reference leads to. */
export type SandboxResult =
  | {
      readonly kind: "inside";
      readonly path: string;
      /**
       * `SourceText.file`: relative to the entry document's folder, symbolic links resolved; empty for the entry
       * document.
       */
      readonly file: string;
    }
  | {
      readonly kind: "outside";
      /** The file that the reference leads to, unless the reference is an absolute path. */
      readonly path?: string;
    }
  | { readonly kind: "missing" };

/**
 * The folders that references may lead to: that of the entry document, and one that the user has named. Links are
 * resolved before anything is opened, so that one file has one name and none outside of the folders is touched.
 */
export class Sandbox {
  /** The entry document's folder, links resolved. */
  readonly folder: string;
  /**
   * The way to that folder from the one that holds everything references may lead to, `/` after each part; empty
   * where that is the same folder.
   */
  readonly way: string;
  readonly #entry: string;
  /** What the user has named, as it is and with links resolved. */
  readonly #roots: readonly string[];

  /**
   * @param entryPath of a file that exists
   * @param root of a folder that exists
   */
  constructor(entryPath: string, root?: string) {
    this.folder = realpathSync.native(dirname(resolve(entryPath)));
    this.#entry = realpathSync.native(entryPath);
    this.#roots = [
      this.folder,
      ...(root === undefined ? [] : [realpathSync.native(root)]),
    ];
    const common = parentsOf(this.folder).find((parent) =>
      this.#roots.every((each) => isWithin(parent, each)),
    );
    this.way = relative(common ?? this.folder, this.folder)
      .split(sep)
      .map((part) => (part === "" ? "" : `${part}/`))
      .join("");
  }

  /**
   * @param fromFile the referring document's `file`
   * @param path decoded path of the reference, `/` between folders
   */
  locate(fromFile: string, path: string): SandboxResult {
    if (posix.isAbsolute(path)) return { kind: "outside" };
    const wanted = join(this.folder, posix.join(posix.dirname(fromFile), path));
    if (!this.#holds(wanted)) return { kind: "outside", path: wanted };
    let real: string;
    try {
      real = realpathSync.native(wanted);
    } catch {
      return { kind: "missing" };
    }
    if (real === this.#entry) return { kind: "inside", path: real, file: "" };
    if (!this.#holds(real)) return { kind: "outside", path: real };
    const file = relative(this.folder, real).split(sep).join("/");
    return { kind: "inside", path: real, file };
  }

  #holds(path: string): boolean {
    return this.#roots.some((root) => isWithin(root, path));
  }
}

/** True if a path is that of a folder or of something inside it. Both are absolute. */
export function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** A folder and those around it, from the inside out. */
export function parentsOf(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...parentsOf(parent)];
}
