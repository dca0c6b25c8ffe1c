/**
 * What JavaScript with declarations spares those who use an output, beside the same output as TypeScript: GitHub's
 * description, checked by TypeScript 5.9 and 7 and opened in an editor. Writes the section of docs/benchmarks.md.
 */
import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ts from "typescript";
import {
  emitLanguages,
  type EmitLanguage,
} from "../../generator/config/config.js";
import { measureRun, root } from "../../scripts/measure/measured-run.js";
import {
  markdownTable,
  replaceSection,
} from "../../scripts/measure/replace-section.js";
import { compilerOptions, consumers } from "../consumer/consumers.js";
import { measureEditor } from "../consumer/measure-editor.js";
import { median } from "../statistics.js";

const spec = `${root}../shared/corpus/github.json`;
const isQuick = process.argv.includes("--quick");
const rounds = 5;
const compilers = { "5.9": "typescript", "7": "typescript-7" } as const;

const programs = {
  "three operations": consumers[0]?.source ?? "",
  "all of `index`": `export * from "./out/index.js";\n`,
} as const;

if (isQuick) {
  console.log("SKIPPED in a quick run: two outputs of 13 MB are made first.");
} else if (existsSync(spec)) {
  report();
} else {
  console.log(
    "SKIPPED: there is no shared/corpus/github.json beside the checkout",
  );
}

/** A folder with the output of a language and a program for each row. */
function prepare(emit: EmitLanguage): string {
  const folder = mkdtempSync(`${tmpdir()}/specwright-emitted-`);
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  const args = ["--out", "out", "--no-docs", "--no-cache", "--emit", emit];
  const { status, stderr } = measureRun(
    `${root}dist/bin.js`,
    ["generate", spec, ...args],
    { cwd: folder },
  );
  if (status !== 0) throw new Error(stderr);
  return folder;
}

function writeProgram(folder: string, source: string): void {
  writeFileSync(join(folder, "consumer.ts"), source);
  const options = { compilerOptions, files: ["consumer.ts"] };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(options));
}

/** Seconds and MB by the compiler's own figures. */
function compile(tsc: string, cwd: string): readonly [number, number] {
  const args = ["-p", "tsconfig.json", "--extendedDiagnostics"];
  const { status, stdout } = measureRun(tsc, args, { cwd });
  if (status !== 0) throw new Error(`the program does not compile: ${stdout}`);
  const figure = (name: string): number =>
    Number(new RegExp(`^${name}:\\s+([\\d.]+)`, "m").exec(stdout)?.[1]);
  return [figure("Total time"), figure("Memory used") / 1024];
}

function report(): void {
  const folders = emitLanguages.map(prepare);
  const rows = [["GitHub, 1223 operations", "TypeScript", "JavaScript"]];
  for (const [title, source] of Object.entries(programs)) {
    for (const folder of folders) writeProgram(folder, source);
    for (const [version, name] of Object.entries(compilers)) {
      const tsc = `${root}node_modules/${name}/bin/tsc`;
      const runs = folders.map((): (readonly [number, number])[] => []);
      for (let round = 0; round < rounds; round++)
        for (const [place, folder] of folders.entries())
          runs[place]?.push(compile(tsc, folder));
      rows.push([
        `${title}, TypeScript ${version}`,
        ...runs.map((own) => {
          const seconds = median(own.map(([figure]) => figure));
          const megabytes = median(own.map(([, figure]) => figure));
          return `${seconds.toFixed(2)} s, ${megabytes.toFixed(0)} MB`;
        }),
      ]);
    }
  }
  for (const folder of folders)
    writeProgram(folder, programs["three operations"]);
  const { options } = ts.convertCompilerOptionsFromJson(compilerOptions, "/");
  const firsts = folders.map(() => [] as number[]);
  for (let round = 0; round < rounds; round++)
    for (const [place, folder] of folders.entries())
      firsts[place]?.push(
        measureEditor(join(folder, "consumer.ts"), options, "issuesCreate")
          .first,
      );
  rows.push([
    "first completion in an editor",
    ...firsts.map((own) => `${(median(own) / 1000).toFixed(2)} s`),
  ]);
  const table = markdownTable(rows);
  console.log(table);
  replaceSection(`${root}docs/benchmarks.md`, "emitted", table);
}
