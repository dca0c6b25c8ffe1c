/**
 * How time and memory grow with a description: whole processes, cold, over a real description and over what is
 * made of it by doubling, every schema, path and operation under a new name. Writes the section of
 * docs/benchmarks.md.
 */
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { measureRun, root } from "../../scripts/measure/measured-run.js";
import {
  markdownTable,
  replaceSection,
} from "../../scripts/measure/replace-section.js";
import { drawChart } from "../draw-chart.js";
import { multiplySpec } from "./multiply-spec.js";

const isQuick = process.argv.includes("--quick");
const corpus = `${root}../shared/corpus/`;

/** Doubled two or three times, these come to 14 and to 52 MB. */
const specs: readonly (readonly [path: string, copies: readonly number[]])[] =
  isQuick
    ? [["box.json", [1, 2]]]
    : [
        ["box.json", [1, 2, 4, 8]],
        ["github.json", [1, 2, 4]],
      ];

const rows: string[][] = [];
for (const [name, steps] of specs) {
  const path = `${corpus}${name}`;
  if (!existsSync(path)) continue;
  const original = JSON.parse(readFileSync(path, "utf8")) as Parameters<
    typeof multiplySpec
  >[0];
  let before: { cpuSeconds: number; peakMegabytes: number } | undefined;
  for (const copies of steps) {
    const folder = mkdtempSync(`${tmpdir()}/specwright-growth-`);
    const text = JSON.stringify(multiplySpec(original, copies), null, 2);
    writeFileSync(`${folder}/${name}`, text);
    const args = ["generate", name, "--out", "out", "--no-cache", "--json"];
    const run = measureRun(`${root}dist/bin.js`, args, { cwd: folder });
    if (run.status !== 0) throw new Error(`${name} × ${copies}: ${run.stderr}`);
    const { written } = JSON.parse(run.stdout) as { written: string[] };
    rows.push([
      `${name.replace(".json", "")}, ${(text.length / 1e6).toFixed(1)} MB`,
      String(written.length),
      run.cpuSeconds.toFixed(1),
      factor(run.cpuSeconds, before?.cpuSeconds),
      run.peakMegabytes.toFixed(0),
      factor(run.peakMegabytes, before?.peakMegabytes),
    ]);
    console.log(rows.at(-1)?.join(" | "));
    before = run;
  }
}

const table = markdownTable([
  [
    "description",
    "files",
    "CPU seconds",
    "factor; goal 2.2",
    "peak MB",
    "factor; goal 2.2",
  ],
  ...rows,
]);
console.log(table);
if (!isQuick) {
  const chart = drawChart("growth", {
    title: "A description doubled again and again",
    unit: "CPU seconds for each MB of it",
    groups: rows.map(([title = ""]) => title),
    series: [
      {
        name: "specwright",
        values: rows.map(([title = "", , seconds]) =>
          Number((Number(seconds) / megabytes(title)).toFixed(2)),
        ),
      },
    ],
  });
  const page = `${root}docs/benchmarks.md`;
  replaceSection(page, "growth", `${table}\n\n${chart}`);
}

/** The size that stands in a row's title. */
function megabytes(title: string): number {
  return Number(/([\d.]+) MB/.exec(title)?.[1]);
}

function factor(value: number, before: number | undefined): string {
  return before === undefined ? "" : (value / before).toFixed(2);
}
