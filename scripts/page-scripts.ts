import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";

const root = fileURLToPath(new URL("../", import.meta.url));

/** The scripts of the panel, and what each is bundled from. */
export const tryItBundles: Readonly<Record<string, string>> = {
  "panel.js": "generator/emit/docs/try-it/panel/main.ts",
  "languages.js": "generator/emit/docs/try-it/panel/printers.ts",
};

/** The text of a script of the panel: one classic script without imports, minified. */
export async function tryItBundle(name: string): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [tryItBundles[name] ?? ""],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    platform: "browser",
    target: "es2022",
    legalComments: "none",
  });
  const text = outputFiles[0]?.text ?? "";
  return unformatted(text.replace(/^"use strict";/, ""));
}

/** The files that the script of every page is joined of, below `templates/docs/script/`. */
const pageParts = [
  "base",
  "navigation",
  "menu",
  "find",
  "samples",
  "expansions",
  "contents",
  "try-it",
];

/** The text of the script that every page loads: one classic script, minified. */
export async function pageScript(): Promise<string> {
  const parts = pageParts.map((name) =>
    readFileSync(`${root}templates/docs/script/${name}.js`, "utf8"),
  );
  const { code } = await transform(parts.join("\n"), {
    minify: true,
    target: "es2022",
    charset: "utf8",
  });
  return unformatted(code);
}

/** Formatters leave a script alone that says so. */
function unformatted(script: string): string {
  return `// prettier-ignore\n${script}`;
}
