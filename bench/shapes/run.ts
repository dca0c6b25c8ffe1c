/**
 * How the time of a run grows when one thing in a description doubles: whole processes, cold, over every shape of
 * `shapes.ts`. Writes the table of docs/security.md; `--only=TEXT` measures the shapes whose titles have the text and
 * writes nothing. Fails if a factor is over the goal.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { measureRun, root } from "../../scripts/measure/measured-run.js";
import {
  markdownTable,
  replaceSection,
} from "../../scripts/measure/replace-section.js";
import { shapes, type Shape } from "./shapes.js";

const goal = 2.3;
/** Times below that are mostly noise, and so is what they are divided by. */
const leastSeconds = 0.1;

const isQuick = process.argv.includes("--quick");
const only = process.argv.find((arg) => arg.startsWith("--only="))?.slice(7);
const doublings = isQuick ? 1 : 2;
const folder = mkdtempSync(`${tmpdir()}/specwright-shapes-`);

/** What a run takes that has nothing to do. */
const least = secondsOf(
  { openapi: "3.1.0", info: { title: "", version: "" } },
  0,
);

/** The median of three runs, or one run if that takes a second or more. */
function secondsOf(value: unknown, besides: number): number {
  writeFileSync(`${folder}/api.json`, JSON.stringify(value));
  const args = ["generate", "api.json", "--out", "out", "--no-cache", "--json"];
  const seconds: number[] = [];
  while (seconds.length < 3 && (seconds[0] ?? 0) < 1) {
    rmSync(`${folder}/out`, { recursive: true, force: true });
    const run = measureRun(`${root}dist/bin.js`, args, { cwd: folder });
    if (run.status < 0 || run.status > 1) throw new Error(run.stderr);
    seconds.push(run.cpuSeconds - besides);
  }
  seconds.sort((a, b) => a - b);
  return seconds[Math.floor(seconds.length / 2)] ?? 0;
}

/** The cells of a shape's row, and the factor of the last doubling if it can be told. */
function measure({ title, size, make }: Shape): [string[], number?] {
  const seconds: number[] = [];
  for (let times = 0; times <= doublings; times++) {
    seconds.push(secondsOf(make(size * 2 ** times), least));
  }
  const [before = 0, last = 0] = seconds.slice(-2);
  const factor = before < leastSeconds ? undefined : last / before;
  const cells = [
    title,
    size.toLocaleString("en"),
    ...seconds.map((value) => Math.max(0, value).toFixed(2)),
    factor?.toFixed(2) ?? "–",
  ];
  return factor === undefined ? [cells] : [cells, factor];
}

const rows: string[][] = [];
for (const shape of shapes) {
  if (only !== undefined && !shape.title.includes(only)) continue;
  const [cells, factor] = measure(shape);
  console.log(cells.join(" | "));
  if (factor !== undefined && factor > goal) process.exitCode = 1;
  rows.push(cells);
}
rmSync(folder, { recursive: true });
const sizes = Array.from({ length: doublings + 1 }, (_, times) =>
  times === 0 ? "s" : `${2 ** times} s`,
);
const table = markdownTable([
  ["what grows", "size s", ...sizes, "last factor"],
  ...rows,
]);
if (!isQuick && only === undefined) {
  replaceSection(`${root}docs/security.md`, "shapes", table);
}
