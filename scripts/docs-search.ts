import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../", import.meta.url));

/** Where the library of the pages' search is committed. */
export const searchLibrary = `${root}templates/docs/search/minisearch.js`;

/**
 * The library of the pages' search as a classic script that sets `MiniSearch`: as npm has it, without the parts of its
 * package that no browser loads, in one statement that formatters leave alone.
 */
export async function makeSearchLibrary(): Promise<string> {
  const packageFolder = `${root}node_modules/minisearch/`;
  const { version } = JSON.parse(
    readFileSync(`${packageFolder}package.json`, "utf8"),
  ) as { version: string };
  const license = readFileSync(`${packageFolder}LICENSE.txt`, "utf8");
  const { outputFiles } = await build({
    stdin: {
      contents: 'module.exports = require("minisearch");',
      resolveDir: root,
    },
    bundle: true,
    minify: true,
    format: "iife",
    globalName: "MiniSearch",
    legalComments: "none",
    write: false,
    logLevel: "error",
  });
  const code = outputFiles[0]?.text.trim() ?? "";
  return `/*!\nMiniSearch ${version}\n\n${license.trim()}\n*/\n// prettier-ignore\n${code}\n`;
}

// Run by itself, it writes the file.
if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(searchLibrary, await makeSearchLibrary());
