/**
 * How the time of a run grows when one thing in a description doubles: whole processes, cold, over every shape of
 * `shapes.ts`. Prints a table; `--only=TEXT` measures the shapes whose titles have the text.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { measureRun, root } from "../../scripts/measure/measured-run.js";
import { markdownTable } from "../../scripts/measure/replace-section.js";
import { shapes, type Shape } from "./shapes.js";

const isQuick = process.argv.includes("--quick");
const only = process.argv.find((arg) => arg.startsWith("--only="))?.slice(7);
const doublings = isQuick ? 1 : 3;
const folder = mkdtempSync(`${tmpdir()}/specwright-shapes-`);

/** What a run takes that has nothing to do. */
const least = secondsOf({ openapi: "3.1.0", info: { title: "", version: "" } });

function secondsOf(value: unknown): number {
  writeFileSync(`${folder}/api.json`, JSON.stringify(value));
  rmSync(`${folder}/out`, { recursive: true, force: true });
  const args = ["generate", "api.json", "--out", "out", "--no-cache", "--json"];
  const run = measureRun(`${root}dist/bin.js`, args, { cwd: folder });
  if (run.status < 0 || run.status > 1) throw new Error(run.stderr);
  return run.cpuSeconds;
}

function rowOf({ title, size, make }: Shape): string[] {
  const seconds: number[] = [];
  for (let times = 0; times <= doublings; times++) {
    seconds.push(secondsOf(make(size * 2 ** times)) - least);
  }
  const factors = seconds.slice(1).map((value, i) => value / (seconds[i] ?? 0));
  return [
    title,
    `${size} to ${size * 2 ** doublings}`,
    ...seconds.map((value) => value.toFixed(2)),
    (factors.at(-1) ?? 0).toFixed(2),
  ];
}

const rows: string[][] = [];
for (const shape of shapes) {
  if (only !== undefined && !shape.title.includes(only)) continue;
  const row = rowOf(shape);
  console.log(row.join(" | "));
  rows.push(row);
}
const sizes = Array.from({ length: doublings + 1 }, (_, times) => 2 ** times);
console.log(
  markdownTable([
    [
      "what grows",
      "from",
      ...sizes.map((size) => `s × ${size}`),
      "last factor",
    ],
    ...rows,
  ]),
);
rmSync(folder, { recursive: true });
