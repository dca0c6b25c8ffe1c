/**
 * What a run costs after a change of one line, beside a cold run and one with nothing changed: whole processes.
 * Writes the section of docs/benchmarks.md.
 */
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename } from "node:path";
import { measureRun, root } from "../../scripts/measure/measured-run.js";
import {
  markdownTable,
  replaceSection,
} from "../../scripts/measure/replace-section.js";
import { drawChart } from "../draw-chart.js";
import { realSpecs } from "../real-specs.js";
import { median } from "../statistics.js";
import { findLineEdits } from "./one-line-edits.js";

const isQuick = process.argv.includes("--quick");
const rounds = isQuick ? 1 : 5;

const measured = realSpecs(isQuick);

interface Figures {
  readonly cold: number;
  readonly unchanged: number;
  readonly operation: Changed;
  readonly schema: Changed;
  readonly member: Changed;
}

interface Changed {
  readonly seconds: number;
  readonly files: number;
}

const figures = measured.map(([title, path]) => {
  const found = measure(path);
  console.log(title, JSON.stringify(found));
  return found;
});

const row = (title: string, cell: (figures: Figures) => string): string[] => [
  title,
  ...figures.map(cell),
];
const share = (part: number, { cold }: Figures): string =>
  (part / cold).toFixed(2);
const table = markdownTable([
  [`CPU seconds, median of ${rounds}`, ...measured.map(([title]) => title)],
  row("cold", ({ cold }) => cold.toFixed(2)),
  row("nothing changed", ({ unchanged }) => unchanged.toFixed(2)),
  row("words of an operation", ({ operation }) => operation.seconds.toFixed(2)),
  row("words of a shared schema", ({ schema }) => schema.seconds.toFixed(2)),
  row("one line more: a member of a shared schema", ({ member }) =>
    member.seconds.toFixed(2),
  ),
  row("an operation's words as a share of cold; goal 0.10", (all) =>
    share(all.operation.seconds, all),
  ),
  row("a shared schema's words as a share of cold; goal 0.10", (all) =>
    share(all.schema.seconds, all),
  ),
  row("a member's as a share of cold; goal 0.10", (all) =>
    share(all.member.seconds, all),
  ),
  row("files written for the operation", ({ operation }) =>
    String(operation.files),
  ),
  row("files written for the schema", ({ schema }) => String(schema.files)),
  row("files written for the member", ({ member }) => String(member.files)),
]);
console.log(table);
if (!isQuick) {
  const bars: [string, (figures: Figures) => number][] = [
    ["cold", ({ cold }) => cold],
    ["a member more of a shared schema", ({ member }) => member.seconds],
    ["words of a shared schema", ({ schema }) => schema.seconds],
    ["words of an operation", ({ operation }) => operation.seconds],
    ["nothing changed", ({ unchanged }) => unchanged],
  ];
  const chart = drawChart("incremental", {
    title: "A run after a change",
    unit: "CPU seconds",
    logarithmic: true,
    groups: measured.map(([title]) => title),
    series: bars.map(([name, of]) => ({
      name,
      values: figures.map((each) => Number(of(each).toFixed(2))),
    })),
  });
  const page = `${root}docs/benchmarks.md`;
  replaceSection(page, "incremental", `${table}\n\n${chart}`);
}

function measure(spec: string): Figures {
  let project = "";
  const text = readFileSync(spec, "utf8");
  const name = basename(spec);
  const edits = findLineEdits(text);
  const write = (content: string): void =>
    writeFileSync(`${project}/${name}`, content);
  const run = (): { readonly seconds: number; readonly files: number } => {
    const args = ["generate", name, "--out", "out", "--json"];
    const result = measureRun(`${root}dist/bin.js`, args, { cwd: project });
    if (result.status !== 0) throw new Error(result.stderr);
    const { written } = JSON.parse(result.stdout) as { written: string[] };
    return { seconds: result.cpuSeconds, files: written.length };
  };
  const numbers = Array.from({ length: rounds }, (_, index) => index + 1);
  const cold = numbers.map(() => {
    project = newProject();
    write(text);
    return run().seconds;
  });
  const unchanged = numbers.map(() => run().seconds);
  const changed = (edit: (typeof edits)["operation"]): Changed => {
    const runs = numbers.map((number) => {
      write(edit(text, number));
      return run();
    });
    return {
      seconds: median(runs.map(({ seconds }) => seconds)),
      files: runs.at(-1)?.files ?? 0,
    };
  };
  const operation = changed(edits.operation);
  write(text);
  run();
  const schema = changed(edits.schema);
  write(text);
  run();
  const member = changed(edits.member);
  return {
    cold: median(cold),
    unchanged: median(unchanged),
    operation,
    schema,
    member,
  };
}

/** An empty project, with a place for a cache. */
function newProject(): string {
  const project = mkdtempSync(`${tmpdir()}/specwright-incremental-`);
  mkdirSync(`${project}/node_modules`);
  return project;
}
