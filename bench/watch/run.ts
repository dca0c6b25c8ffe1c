/**
 * What a watch takes from a saved edit to the written output: one process, edits one after the other. Writes the
 * section of docs/benchmarks.md.
 */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename } from "node:path";
import { createInterface } from "node:readline";
import { root } from "../../scripts/measure/measured-run.js";
import {
  markdownTable,
  replaceSection,
} from "../../scripts/measure/replace-section.js";
import { findLineEdits } from "../incremental/one-line-edits.js";
import { realSpecs } from "../real-specs.js";
import { median } from "../statistics.js";

/** What `/proc` counts processor time in. */
const tickMilliseconds = 10;
const isQuick = process.argv.includes("--quick");
const edits = isQuick ? 3 : 20;

/** Milliseconds from saving to written, and of processor time. */
interface Times {
  readonly clock: number;
  readonly processor: number;
}

interface Figures {
  readonly first: Times;
  readonly operation: Times;
  readonly schema: Times;
  readonly member: Times;
  readonly megabytes: number;
}

const measured = realSpecs(isQuick);
const figures: Figures[] = [];
for (const [title, path] of measured) {
  const found = await measure(path);
  console.log(title, JSON.stringify(found));
  figures.push(found);
}

const milliseconds = (
  title: string,
  of: (figures: Figures) => Times,
): string[] => [
  title,
  ...figures.map((each) => {
    const { clock, processor } = of(each);
    return `${clock.toFixed(0)} (${processor.toFixed(0)})`;
  }),
];
const table = markdownTable([
  [
    `milliseconds by the clock (of the processor), median of ${edits}`,
    ...measured.map(([title]) => title),
  ],
  milliseconds("the first run", ({ first }) => first),
  milliseconds("words of an operation", ({ operation }) => operation),
  milliseconds("words of a shared schema", ({ schema }) => schema),
  milliseconds("a member of a shared schema", ({ member }) => member),
  [
    "memory of the process in the end, MB",
    ...figures.map(({ megabytes }) => megabytes.toFixed(0)),
  ],
]);
console.log(table);
if (!isQuick) replaceSection(`${root}docs/benchmarks.md`, "watch", table);

async function measure(spec: string): Promise<Figures> {
  const project = mkdtempSync(`${tmpdir()}/specwright-watch-`);
  mkdirSync(`${project}/node_modules`);
  const name = basename(spec);
  const text = readFileSync(spec, "utf8");
  writeFileSync(`${project}/${name}`, text);
  const begin = performance.now();
  const args = [`${root}dist/bin.js`, "watch", name, "--out", "out", "--json"];
  const child = spawn(process.execPath, args, {
    cwd: project,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout })[
    Symbol.asyncIterator
  ]();
  const nextRun = async (): Promise<void> => {
    const { value = "{}" } = await lines.next();
    const { ok } = JSON.parse(value) as { ok?: boolean };
    if (ok !== true) throw new Error(`${name}: ${value.slice(0, 1000)}`);
  };
  await nextRun();
  const processor = (): number => {
    const stat = readFileSync(`/proc/${child.pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return (Number(fields[11]) + Number(fields[12])) * tickMilliseconds;
  };
  const first = { clock: performance.now() - begin, processor: processor() };
  const save = async (content: string): Promise<Times> => {
    const start = performance.now();
    const before = processor();
    writeFileSync(`${project}/${name}`, content);
    await nextRun();
    return {
      clock: performance.now() - start,
      processor: processor() - before,
    };
  };
  const found = findLineEdits(text);
  const timesOf = async (
    edit: (text: string, number: number) => string,
  ): Promise<Times> => {
    const times: Times[] = [];
    for (let number = 1; number <= edits; number += 1)
      times.push(await save(edit(text, number)));
    await save(text);
    return {
      clock: median(times.map(({ clock }) => clock)),
      processor: median(times.map(({ processor }) => processor)),
    };
  };
  const operation = await timesOf(found.operation);
  const schema = await timesOf(found.schema);
  const member = await timesOf(found.member);
  const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
  const megabytes = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
  child.kill("SIGINT");
  return { first, operation, schema, member, megabytes };
}
