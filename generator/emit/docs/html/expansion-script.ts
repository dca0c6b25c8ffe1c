import type { Expansion } from "../pages/page.js";
import { outlineHtml, type HtmlContext } from "./html-outline.js";

/** Stands for what the ids of the fields begin with; no text of a description holds it. */
const idMark = "\u0001";

/**
 * The script that shows the fields and the example of a schema in place, on whichever page asks for it. It is a classic
 * script: a page of the file system may load nothing else.
 */
export function expansionScript(
  path: string,
  { outline, example }: Expansion,
  context: HtmlContext,
): string {
  const html = outlineHtml(outline, idMark, context);
  return registration(path, html, example?.code ?? "");
}

/** The script of an example that pages show in place. */
export function exampleScript(path: string, text: string): string {
  return registration(path, "", text);
}

function registration(...parts: readonly string[]): string {
  const lines = parts.map((part) => `  ${JSON.stringify(part)},\n`);
  return `// prettier-ignore\ndocs.expansion(\n${lines.join("")});\n`;
}
