import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The scripts of the panel, and what each is bundled from. */
export const tryItBundles: Readonly<Record<string, string>> = {
  "panel.js": "generator/emit/docs/try-it/panel/main.ts",
  "languages.js": "generator/emit/docs/try-it/panel/printers.ts",
};

/** The text of a script: one classic script without imports, minified, that formatters leave alone. */
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
  return `// prettier-ignore\n${text.replace(/^"use strict";/, "")}`;
}
