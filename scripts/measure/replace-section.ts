import { readFileSync, writeFileSync } from "node:fs";

/**
 * Puts a text between the two markers `<!-- name:begin -->` and `<!-- name:end -->` of a Markdown page.
 * @throws Error where the page has no such markers
 */
export function replaceSection(path: string, name: string, text: string): void {
  const page = readFileSync(path, "utf8");
  const begin = `<!-- ${name}:begin -->`;
  const from = page.indexOf(begin);
  const to = page.indexOf(`<!-- ${name}:end -->`);
  if (from < 0 || to < from) throw new Error(`${path} has no marker ${name}`);
  const kept = page.slice(0, from + begin.length);
  writeFileSync(path, `${kept}\n\n${text}\n\n${page.slice(to)}`);
}

/** A Markdown table in prettier's layout. The first line of cells is the heading. */
export function markdownTable(cells: readonly (readonly string[])[]): string {
  const widths = (cells[0] ?? []).map((_, index) =>
    Math.max(3, ...cells.map((line) => (line[index] as string).length)),
  );
  const line = (texts: readonly string[], fill: string): string =>
    `| ${texts.map((text, i) => text.padEnd(widths[i] ?? 0, fill)).join(" | ")} |`;
  const [heading, ...rows] = cells.map((texts) => line(texts, " "));
  const rule = line(
    widths.map(() => "-"),
    "-",
  );
  return [heading, rule, ...rows].join("\n");
}
