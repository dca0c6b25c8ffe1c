/**
 * Writes the table of docs/json-schema.md: the official JSON Schema test suite through emitted validators and
 * through ajv with ajv-formats, file by file. Needs the suite beside the checkout. Run with `npx jiti`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import {
  compileSuite,
  isSuiteThere,
  outcomeOf,
  readSuite,
  runAjv,
  suiteParts,
  type SuitePart,
} from "../test/validators/json-schema-suite.js";

const page = resolve(import.meta.dirname, "../docs/json-schema.md");
const begin = "<!-- suite: begin (npx jiti scripts/json-schema-table.ts) -->";
const end = "<!-- suite: end -->";

interface Row {
  readonly file: string;
  readonly total: number;
  readonly ours: number;
  readonly theirs: number;
}

async function rowsOf(part: SuitePart): Promise<Row[]> {
  const groups = readSuite(part);
  const compiled = await compileSuite(part, groups);
  const theirs = runAjv(part, groups);
  const files = new Map<string, { total: number; ours: number }>();
  groups.forEach(({ file, tests }, index) => {
    const row = files.get(file) ?? { total: 0, ours: 0 };
    files.set(file, row);
    const result = compiled[index];
    for (const { data, valid } of tests) {
      row.total++;
      if (result !== undefined && outcomeOf(result, data) === valid) row.ours++;
    }
  });
  return [...files].map(([file, { total, ours }]) => ({
    file: part === "" ? file : `${part}/${file}`,
    total,
    ours,
    theirs: theirs.get(file) ?? 0,
  }));
}

function table(rows: readonly Row[]): string {
  const sum = (pick: (row: Row) => number): number =>
    rows.reduce((total, row) => total + pick(row), 0);
  const lines = rows.map(
    ({ file, total, ours, theirs }) =>
      `| ${file} | ${total} | ${ours} | ${theirs} |`,
  );
  return [
    "| file | tests | specwright | ajv 8 with ajv-formats 3 |",
    "| --- | --- | --- | --- |",
    ...lines,
    `| **sum** | ${sum(({ total }) => total)} | ${sum(({ ours }) => ours)} | ${sum(({ theirs }) => theirs)} |`,
  ].join("\n");
}

async function writeTable(): Promise<void> {
  if (!isSuiteThere()) throw new Error("the JSON Schema test suite is missing");
  const parts: string[] = [];
  for (const part of suiteParts) {
    const title = part === "" ? "Required tests" : `Tests in \`${part}\``;
    parts.push(`### ${title}\n\n${table(await rowsOf(part))}`);
  }
  const text = readFileSync(page, "utf8");
  const [before, rest = ""] = text.split(begin);
  const [, after] = rest.split(end);
  if (after === undefined)
    throw new Error("docs/json-schema.md has no markers");
  const middle = `${begin}\n\n${parts.join("\n\n")}\n\n${end}`;
  writeFileSync(page, `${before}${middle}${after}`);
}

await writeTable();
