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

const isQuick = process.argv.includes("--quick");
const edits = isQuick ? 3 : 20;

interface Figures {
  readonly first: number;
  readonly operation: number;
  readonly schema: number;
  readonly member: number;
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
  of: (figures: Figures) => number,
): string[] => [title, ...figures.map((each) => of(each).toFixed(0))];
const table = markdownTable([
  [`milliseconds, median of ${edits}`, ...measured.map(([title]) => title)],
  milliseconds("the first run", ({ first }) => first),
  milliseconds("words of an operation", ({ operation }) => operation),
  milliseconds("words of a shared schema", ({ schema }) => schema),
  milliseconds("a member of a shared schema", ({ member }) => member),
  milliseconds(
    "memory of the process in the end, MB",
    ({ megabytes }) => megabytes,
  ),
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
  const first = performance.now() - begin;
  const save = async (content: string): Promise<number> => {
    const start = performance.now();
    writeFileSync(`${project}/${name}`, content);
    await nextRun();
    return performance.now() - start;
  };
  const found = findLineEdits(text);
  const timesOf = async (
    edit: (text: string, number: number) => string,
  ): Promise<number> => {
    const times: number[] = [];
    for (let number = 1; number <= edits; number += 1)
      times.push(await save(edit(text, number)));
    await save(text);
    return median(times);
  };
  const operation = await timesOf(found.operation);
  const schema = await timesOf(found.schema);
  const member = await timesOf(found.member);
  const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
  const megabytes = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
  child.kill("SIGINT");
  return { first, operation, schema, member, megabytes };
}
