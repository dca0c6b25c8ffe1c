import { readFileSync, writeFileSync } from "node:fs";

/** One spec of the corpus, as it stands in the table. */
export interface Row {
  readonly spec: string;
  readonly operations: number;
  readonly schemas: number;
  readonly files: number;
  /** Of the whole output, in megabytes. */
  readonly size: string;
  /** User and system seconds of the whole process. */
  readonly cpu: string;
  /** Peak resident memory in megabytes. */
  readonly memory: string;
  readonly diagnostics: string;
  readonly tsc59: string;
  readonly tsc7: string;
  readonly layout: string;
  readonly examples: string;
  readonly verdict: "ok" | "faults" | "refused";
}

const columns: readonly (readonly [keyof Row, string])[] = [
  ["spec", "spec"],
  ["operations", "operations"],
  ["schemas", "schemas"],
  ["files", "files"],
  ["size", "MB"],
  ["cpu", "CPU s"],
  ["memory", "peak MB"],
  ["diagnostics", "diagnostics"],
  ["tsc59", "errors, TypeScript 5.9"],
  ["tsc7", "errors, TypeScript 7"],
  ["layout", "files prettier would change"],
  ["examples", "own examples accepted"],
];

const begin = "<!-- corpus:begin -->";
const end = "<!-- corpus:end -->";

/** Writes the rows as a Markdown table between the two markers of a page. */
export function replaceTable(path: string, rows: readonly Row[]): void {
  const page = readFileSync(path, "utf8");
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from < 0 || to < from) throw new Error(`${path} has no corpus markers`);
  const table = `${begin}\n\n${markdown(rows)}\n\n`;
  writeFileSync(path, page.slice(0, from) + table + page.slice(to));
}

function markdown(rows: readonly Row[]): string {
  const cells = [
    columns.map(([, title]) => title),
    ...rows.map((row) => columns.map(([key]) => String(row[key]))),
  ];
  const widths = columns.map((_, index) =>
    Math.max(3, ...cells.map((line) => (line[index] as string).length)),
  );
  const lines = cells.map((line) => tableLine(line, widths, " "));
  const rule = tableLine(
    widths.map((width) => "-".repeat(width)),
    widths,
    "-",
  );
  return [lines[0], rule, ...lines.slice(1)].join("\n");
}

function tableLine(
  cells: readonly string[],
  widths: readonly number[],
  fill: string,
): string {
  const padded = cells.map((cell, i) => cell.padEnd(widths[i] ?? 0, fill));
  return `| ${padded.join(" | ")} |`;
}
