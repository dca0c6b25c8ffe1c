/**
 * What the output costs the compiler and the editor of those who use it: a file that calls three of GitHub's
 * operations, checked by TypeScript 5.9 and 7, with the output as sources and as a published package. Writes the
 * section of docs/benchmarks.md.
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
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

/** The name of the package that an output is published as. */
const packageName = "github-client";

interface Compilation {
  /** As the compiler itself says: from its start to its end. */
  readonly seconds: number;
  readonly megabytes: number;
  readonly instantiations: number;
}

/** A project, compiled by each compiler. */
interface Compiled {
  readonly by: Readonly<Record<Version, Compilation>>;
  /** The seconds beyond those of an empty file, which are the compiler's own library's. */
  readonly beyondEmpty: Readonly<Record<Version, number>>;
}

interface Figures {
  readonly consumer: Consumer;
  /** The output lies beside the consumer's file, as it was generated. */
  readonly sources: Compiled;
  /** The output is a package: declarations in `node_modules`. */
  readonly published: Compiled;
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
  const packages = consumers.map((consumer, index) =>
    publish(consumer, join(folders[index] as string, "out")),
  );
  const nothing = emptyProject();
  const all = [nothing, ...folders, ...packages];
  const [empty, ...compiled] = compileInTurn(all);
  const figuresOf = (index: number): Compiled => {
    const by = compiled[index] as Record<Version, Compilation>;
    const beyond = (version: Version): number =>
      by[version].seconds - (empty?.[version].seconds ?? 0);
    return { by, beyondEmpty: { "5.9": beyond("5.9"), "7": beyond("7") } };
  };
  const result = consumers.map((consumer, index) => ({
    consumer,
    sources: figuresOf(index),
    published: figuresOf(folders.length + index),
    editor: measureEditor(
      join(folders[index] as string, "consumer.ts"),
      editorOptions(),
      firstCall(consumer),
    ),
  }));
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

/**
 * A folder where the output is a package in `node_modules`, as those have it who install an SDK: the declarations
 * that TypeScript makes of it. They are not checked again, whoever generated them.
 */
function publish({ source, title }: Consumer, output: string): string {
  const folder = mkdtempSync(`${tmpdir()}/specwright-consumer-`);
  const target = join(folder, "node_modules", packageName);
  mkdirSync(target, { recursive: true });
  writeFileSync(
    join(target, "package.json"),
    JSON.stringify({ name: packageName, version: "1.0.0", type: "module" }),
  );
  symlinkSync(
    `${peers}openapi-fetch`,
    join(folder, "node_modules/openapi-fetch"),
  );
  const build = {
    compilerOptions: {
      ...compilerOptions,
      noEmit: false,
      declaration: true,
      emitDeclarationOnly: true,
      rootDir: output,
      outDir: target,
    },
    include: [`${output}/**/*.ts`],
  };
  writeFileSync(join(folder, "build.json"), JSON.stringify(build));
  const { status, stdout } = measureRun(
    `${root}node_modules/${compilers[7]}/bin/tsc`,
    ["-p", "build.json"],
    { cwd: folder },
  );
  if (status !== 0) throw new Error(`${title} has no declarations: ${stdout}`);
  writeProject(folder, source.replaceAll(`"./out/`, `"${packageName}/`));
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

/** A line of the table: its name, the figure of a generator, how many digits it shows, the goal. */
type Row = [string, (figures: Figures) => number, digits: number, goal: string];

/** The lines about the compilers, for the output as sources or as a package. */
function compilerRows(how: string, of: (figures: Figures) => Compiled): Row[] {
  const third = "< 1/3 of the others";
  const seconds = `< 2, ${third}`;
  const rows = (["7", "5.9"] as const).flatMap((version): Row[] => {
    const name = `TypeScript ${version}${how}`;
    const by = (figures: Figures): Compilation => of(figures).by[version];
    const beyond = (figures: Figures): number =>
      of(figures).beyondEmpty[version];
    return [
      [`${name}: seconds`, (figures) => by(figures).seconds, 2, seconds],
      [`${name}: seconds beyond an empty file`, beyond, 2, third],
      [`${name}: MB`, (figures) => by(figures).megabytes, 0, "< 400"],
    ];
  });
  return [
    ...rows,
    [
      `TypeScript 5.9${how}: instantiations`,
      (figures) => of(figures).by["5.9"].instantiations,
      0,
      third,
    ],
  ];
}

function report(figures: readonly Figures[]): void {
  const [ours] = figures;
  if (ours === undefined) return;
  const heading = [
    "three operations of GitHub",
    ...figures.map(({ consumer }) => consumer.title),
    "goal",
  ];
  const rows: Row[] = [
    ...compilerRows("", ({ sources }) => sources),
    ...compilerRows(", published", (figures) => figures.published),
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
    groups: ["5.9", "5.9, published", "7", "7, published"].map(
      (group) => `TypeScript ${group}`,
    ),
    series: figures.map(({ consumer, sources, published }) => ({
      name: consumer.title,
      values: (["5.9", "7"] as const).flatMap((version) =>
        [sources, published].map(({ by }) =>
          Number(by[version].seconds.toFixed(2)),
        ),
      ),
    })),
  });
  replaceSection(
    `${root}docs/benchmarks.md`,
    "consumer",
    `${table}\n\n${chart}`,
  );
}
