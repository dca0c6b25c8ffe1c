import { readFileSync } from "node:fs";

/** What somebody changed in a file without changing what it says: its line ends alone, or its layout. */
export type LayoutChange = "line-ends" | "layout";

/**
 * How a file differs from its text where that changes nothing: Git, or a formatter with other settings, has written
 * it again. Undefined where more differs. White space within strings and parentheses count as layout.
 * @param path of the file on the disk
 */
export function layoutChange(
  path: string,
  text: string,
): LayoutChange | undefined {
  const found = readFileSync(path, "utf8");
  if (found.replace(/\r\n?/g, "\n") === text) return "line-ends";
  return withoutLayout(found) === withoutLayout(text) ? "layout" : undefined;
}

/**
 * The text without white space, semicolons, trailing commas, parentheses and the first `|` of a union, and with one
 * kind of quotes: what formatters add and remove.
 */
function withoutLayout(text: string): string {
  return text
    .replace(/[\s;\ufeff]|\\(?=["'`])/g, "")
    .replace(/['`]/g, '"')
    .replace(/,(?=[)\]}>])/g, "")
    .replace(/[()]/g, "")
    .replace(/(?<=[=:<[,?&])\|(?!\|)/g, "");
}
