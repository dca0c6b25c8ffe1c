import { externalSpecifier } from "../code/symbol.js";
import type { ImportExtension } from "../config/config.js";

/**
 * The specifier by which one file of the output imports another: relative, `/` between folders, with the
 * ending that the settings ask for. Both paths are from the output's root and end in `.ts`. A module of the user's
 * keeps its ending, and a package is called as it is.
 */
export function moduleSpecifier(
  from: string,
  to: string,
  importExtension: ImportExtension,
): string {
  const fromFolders = from.split("/").slice(0, -1);
  const outside = externalSpecifier(to);
  if (outside !== undefined) {
    if (!outside.startsWith(".") || fromFolders.length === 0) return outside;
    return "../".repeat(fromFolders.length) + outside.replace(/^\.\//, "");
  }
  const toSegments = to.split("/");
  let shared = 0;
  while (
    shared < fromFolders.length &&
    shared < toSegments.length - 1 &&
    fromFolders[shared] === toSegments[shared]
  ) {
    shared += 1;
  }
  const up = "../".repeat(fromFolders.length - shared);
  const down = toSegments.slice(shared).join("/");
  return `${up === "" ? "./" : up}${down.replace(/\.ts$/, importExtension === "none" ? "" : importExtension)}`;
}
