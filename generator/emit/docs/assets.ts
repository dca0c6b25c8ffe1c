import { readFileSync } from "node:fs";
import { fileHeader } from "../../code/file-header.js";
import { packageRoot } from "../../code/package-root.js";

/** The files below `templates/docs/` that each asset of the pages is joined of, in the order of the cascade and of use. */
export const assetParts: Readonly<Record<string, readonly string[]>> = {
  "assets/script.js": ["script.js"],
  "assets/search.js": [
    "search/minisearch.js",
    "search/search.js",
    "search/box.js",
  ],
  "assets/style.css": [
    "style/colours.css",
    "style/layout.css",
    "style/text.css",
    "style/fields.css",
    "style/samples.css",
    "style/find.css",
  ],
  "assets/icon.svg": ["icon.svg"],
};

/** The same of the panel that sends requests: loaded when it is opened. */
export const tryItParts: Readonly<Record<string, readonly string[]>> = {
  "assets/try-it/panel.js": ["try-it/panel.js"],
  "assets/try-it/languages.js": ["try-it/languages.js"],
  "assets/try-it/style.css": ["try-it/style.css"],
};

/** The text of an asset; scripts begin with the header of generated files. */
export function assetText(path: string): string {
  const parts = (assetParts[path] ?? tryItParts[path] ?? []).map((name) =>
    readFileSync(new URL(`templates/docs/${name}`, packageRoot), "utf8"),
  );
  const text = parts.join("\n");
  return path.endsWith(".js") ? `${fileHeader("docs")}\n${text}` : text;
}
