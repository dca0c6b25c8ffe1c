/**
 * What the output costs the compiler and the editor of those who use it: a file that calls three of GitHub's
 * operations, checked by TypeScript 5.9 and 7. Writes the section of docs/benchmarks.md.
 */
import {
  existsSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ts from "typescript";
import { measureRun, root } from "../../scripts/measure/measured-run.js";
import {
  markdownTable,
  replaceSection,
} from "../../scripts/measure/replace-section.js";
import { drawChart } from "../draw-chart.js";
import { installPeers, peers } from "../install-peers.js";
import { median } from "../statistics.js";
import { compilerOptions, consumers, type Consumer } from "./consumers.js";
import { measureEditor, type EditorFigures } from "./measure-editor.js";

const spec = `${root}../shared/corpus/github.json`;
const isQuick = process.argv.includes("--quick");
const rounds = 7;

const compilers = { "5.9": "typescript", "7": "typescript-7" } as const;
type Version = keyof typeof compilers;

interface Compilation {
  /** As the compiler itself says: from its start to its end. */
  readonly seconds: number;
  readonly megabytes: number;
  readonly instantiations: number;
}

interface Figures {
  readonly consumer: Consumer;
  readonly compiled: Readonly<Record<Version, Compilation>>;
  /** The seconds beyond those of an empty file, which are the compiler's own library's. */
  readonly beyondEmpty: Readonly<Record<Version, number>>;
  readonly editor: EditorFigures;
}

if (isQuick) {
  console.log("SKIPPED in a quick run: three generators read 13 MB first.");
} else if (existsSync(spec)) {
  installPeers();
  report(measureAll());
} else {
  console.log(
    "SKIPPED: there is no shared/corpus/github.json beside the checkout",
  );
}

function measureAll(): Figures[] {
  const folders = consumers.map((consumer) => prepare(consumer));
  const nothing = emptyProject();
  const [empty, ...compiled] = compileInTurn([nothing, ...folders]);
  const result = consumers.map((consumer, index) => {
    const own = compiled[index] as Record<Version, Compilation>;
    const beyond = (version: Version): number =>
      own[version].seconds - (empty?.[version].seconds ?? 0);
    return {
      consumer,
      compiled: own,
      beyondEmpty: { "5.9": beyond("5.9"), "7": beyond("7") },
      editor: measureEditor(
        join(folders[index] as string, "consumer.ts"),
        editorOptions(),
        firstCall(consumer),
      ),
    };
  });
  for (const folder of [nothing, ...folders])
    rmSync(folder, { recursive: true, force: true });
  return result;
}

/** The medians of several rounds, in each of which each project is compiled by each compiler. */
function compileInTurn(
  folders: readonly string[],
): readonly Record<Version, Compilation>[] {
  const runs = folders.map(() => ({
    "5.9": [] as Compilation[],
    "7": [] as Compilation[],
  }));
  for (let round = 0; round < rounds; round++) {
    for (const [index, folder] of folders.entries()) {
      for (const version of ["5.9", "7"] as const) {
        const tsc = `${root}node_modules/${compilers[version]}/bin/tsc`;
        runs[index]?.[version].push(compile(tsc, folder));
      }
    }
  }
  return runs.map((own) => ({
    "5.9": middle(own["5.9"]),
    "7": middle(own["7"]),
  }));
}

/** A project that holds nothing but the compiler's own library. */
function emptyProject(): string {
  const folder = mkdtempSync(`${tmpdir()}/specwright-consumer-`);
  writeProject(folder, "export {};\n");
  return folder;
}

/** A folder with the generated output, the consumer and its configuration. */
function prepare({ script, args, source, title }: Consumer): string {
  const folder = mkdtempSync(`${tmpdir()}/specwright-consumer-`);
  const { status, stderr } = measureRun(
    script,
    args(spec, join(folder, "out")),
    {
      cwd: folder,
    },
  );
  if (status !== 0) throw new Error(`${title} failed: ${stderr}`);
  symlinkSync(peers, join(folder, "node_modules"));
  writeProject(folder, source);
  return folder;
}

function writeProject(folder: string, source: string): void {
  writeFileSync(join(folder, "consumer.ts"), source);
  const options = { compilerOptions, files: ["consumer.ts"] };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(options));
}

function compile(tsc: string, cwd: string): Compilation {
  const args = ["-p", "tsconfig.json", "--extendedDiagnostics"];
  const { status, stdout } = measureRun(tsc, args, { cwd });
  if (status !== 0) throw new Error(`the consumer does not compile: ${stdout}`);
  const figure = (name: string): number =>
    Number(new RegExp(`^${name}:\\s+([\\d.]+)`, "m").exec(stdout)?.[1]);
  return {
    seconds: figure("Total time"),
    megabytes: figure("Memory used") / 1024,
    instantiations: figure("Instantiations"),
  };
}

function middle(runs: readonly Compilation[]): Compilation {
  return {
    seconds: median(runs.map(({ seconds }) => seconds)),
    megabytes: median(runs.map(({ megabytes }) => megabytes)),
    instantiations: median(runs.map(({ instantiations }) => instantiations)),
  };
}

function editorOptions(): ts.CompilerOptions {
  return ts.convertCompilerOptionsFromJson(compilerOptions, "/").options;
}

/** The name whose hover is measured: the call that creates. */
function firstCall({ source }: Consumer): string {
  return /(\w+(?:\.POST)?)\([^;]*?\/\*here/.exec(source)?.[1] ?? "";
}

function report(figures: readonly Figures[]): void {
  const [ours] = figures;
  if (ours === undefined) return;
  const heading = [
    "three operations of GitHub",
    ...figures.map(({ consumer }) => consumer.title),
    "goal",
  ];
  const rows: [
    string,
    (figures: Figures) => number,
    digits: number,
    goal: string,
  ][] = [
    [
      "TypeScript 7: seconds",
      ({ compiled }) => compiled["7"].seconds,
      2,
      "< 2, < 1/3 of the others",
    ],
    [
      "TypeScript 7: seconds beyond an empty file",
      ({ beyondEmpty }) => beyondEmpty["7"],
      2,
      "< 1/3 of the others",
    ],
    ["TypeScript 7: MB", ({ compiled }) => compiled["7"].megabytes, 0, "< 400"],
    [
      "TypeScript 5.9: seconds",
      ({ compiled }) => compiled["5.9"].seconds,
      2,
      "< 2, < 1/3 of the others",
    ],
    [
      "TypeScript 5.9: seconds beyond an empty file",
      ({ beyondEmpty }) => beyondEmpty["5.9"],
      2,
      "< 1/3 of the others",
    ],
    [
      "TypeScript 5.9: MB",
      ({ compiled }) => compiled["5.9"].megabytes,
      0,
      "< 400",
    ],
    [
      "TypeScript 5.9: instantiations",
      ({ compiled }) => compiled["5.9"].instantiations,
      0,
      "< 1/3 of the others",
    ],
    ["first completion of a field, ms", ({ editor }) => editor.first, 0, ""],
    [
      "completion after a keystroke, ms",
      ({ editor }) => editor.next,
      1,
      "a blink, 100",
    ],
    ["fields offered", ({ editor }) => editor.fields, 0, ""],
    [
      "characters of the call's hover",
      ({ editor }) => editor.hover,
      0,
      "short",
    ],
  ];
  const table = markdownTable([
    heading,
    ...rows.map(([name, of, digits, goal]) => [
      name,
      ...figures.map((each) => {
        const share =
          each === ours
            ? ""
            : ` (ours ${(of(ours) / of(each)).toFixed(2)} of it)`;
        return `${of(each).toFixed(digits)}${share}`;
      }),
      goal,
    ]),
  ]);
  console.log(table);
  const chart = drawChart("consumer", {
    title: "Checking a file that calls three of GitHub's operations",
    unit: "seconds",
    groups: ["TypeScript 5.9", "TypeScript 7"],
    series: figures.map(({ consumer, compiled }) => ({
      name: consumer.title,
      values: [compiled["5.9"], compiled["7"]].map(({ seconds }) =>
        Number(seconds.toFixed(2)),
      ),
    })),
  });
  replaceSection(
    `${root}docs/benchmarks.md`,
    "consumer",
    `${table}\n\n${chart}`,
  );
}
