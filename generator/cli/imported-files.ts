import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * A file and those that it imports, directly or through others, absolute. Of a package, its `package.json` stands for
 * all of its files.
 * @param entry absolute path
 * @param resolve finds what a specifier in a file leads to, as a URL or a path; undefined for nothing
 */
export function importedFiles(
  entry: string,
  resolve: (specifier: string, from: string) => string | undefined,
): readonly string[] {
  const found = new Set<string>([entry]);
  for (const path of found) {
    if (!/\.[cm]?[jt]sx?$/.test(path)) continue;
    const text = readFileSync(path, "utf8");
    for (const [, specifier = ""] of text.matchAll(imports)) {
      const target = resolve(specifier, path);
      if (target === undefined || target.startsWith("node:")) continue;
      const file = target.startsWith("file:") ? fileURLToPath(target) : target;
      const stands = file.includes("node_modules") ? packageFile(file) : file;
      if (stands !== undefined && existsSync(stands)) found.add(stands);
    }
  }
  return [...found];
}

/** Specifiers of `import … from`, `export … from`, `import "…"`, `import()` and `require()`; not those of types alone. */
const imports =
  /\b(?:(?:import|export)\s+(?!type\s)[^"';]*?\bfrom|import|import\s*\(|require\s*\()\s*["']([^"'\n]+)["']/g;

function packageFile(file: string): string | undefined {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    const path = join(folder, "package.json");
    if (existsSync(path)) return path;
    if (dirname(folder) === folder) return undefined;
  }
}
