import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";

/** The root of the checkout, with a slash at its end. */
export const root = fileURLToPath(new URL("../../", import.meta.url));

export interface SourceFile {
  /** From the root, for example `generator/read/document.ts`. */
  readonly path: string;
  readonly lineCount: number;
  readonly imports: readonly Import[];
}

export interface Import {
  /** A path from the root where the import is relative, else the specifier. */
  readonly target: string;
  readonly isRelative: boolean;
  /** `import type`, which leaves nothing at run time. */
  readonly isType: boolean;
}

/** Every TypeScript file of a folder with its import lines, in the order of the paths. */
export function readFiles(folder: string): readonly SourceFile[] {
  return readdirSync(root + folder, { recursive: true, encoding: "utf8" })
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
    .filter((path) => path.endsWith(".ts"))
    .sort()
    .map((path) => {
      const text = readFileSync(root + path, "utf8");
      return {
        path,
        lineCount: text.split("\n").length - 1,
        imports: importsOf(path, text),
      };
    });
}

const importLine =
  /^(?:import|export)\s+(type\s)?[^;"'`]*?from\s+"([^"]+)"|\bimport\(\s*"([^"]+)"\s*\)|^import\s+"([^"]+)"/gm;

function importsOf(path: string, text: string): readonly Import[] {
  return [...text.matchAll(importLine)].map((match) => {
    const specifier = (match[2] ?? match[3] ?? match[4]) as string;
    const isRelative = specifier.startsWith(".");
    const target = isRelative
      ? posix.join(posix.dirname(path), specifier).replace(/\.js$/, ".ts")
      : specifier;
    return { target, isRelative, isType: match[1] !== undefined };
  });
}
