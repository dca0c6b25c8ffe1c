import { spawn, spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { generate } from "../../generator/generate.js";
import { root } from "../../scripts/measure/measured-run.js";
import {
  markdownTable,
  replaceSection,
} from "../../scripts/measure/replace-section.js";
import { installPackages } from "../install-peers.js";
import { bundleSize } from "../size/bundle-size.js";
import { type Program, programs } from "./programs.js";

// The same task on the output of four generators: each program is compiled, run against a server, counted and weighed.
// Writes the section of docs/comparison.md.
const spec = `${root}examples/orders/openapi.yaml`;
const newest = `${root}bench/newest/`;
const packages = `${newest}node_modules/`;

interface Result {
  readonly program: Program;
  readonly lines: number;
  readonly gzipped: number;
}

installPackages(newest);
mkdirSync(`${packages}.cache`, { recursive: true });
const work = mkdtempSync(`${packages}.cache/side-by-side-`);
try {
  const results: Result[] = [];
  for (const [index, program] of programs.entries()) {
    results.push(await measure(program, join(work, String(index))));
  }
  const page = `${root}docs/comparison.md`;
  replaceSection(page, "side-by-side", sectionOf(results));
} finally {
  rmSync(work, { recursive: true, force: true });
}

async function measure(program: Program, folder: string): Promise<Result> {
  mkdirSync(folder);
  await generateFor(program, folder);
  const { source } = program;
  writeFileSync(join(folder, "main.ts"), source);
  compile(folder);
  await tryOut(folder);
  const { gzipped } = await bundleSize(source, folder);
  const lines = source.split("\n").filter((line) => line.trim() !== "").length;
  console.log(titleOf(program), lines, gzipped);
  return { program, lines, gzipped };
}

async function generateFor(program: Program, folder: string): Promise<void> {
  const { script, args, config } = program;
  if (script === undefined || args === undefined) {
    await generate({ spec, out: "api", cwd: folder, cache: false });
    return;
  }
  if (config !== undefined)
    writeFileSync(join(folder, "config.mjs"), config(spec, "./api"));
  const node = `${packages}node/bin/node`;
  run(folder, node, packages + script, ...args(spec, "./api"));
}

/** Strict, but not with flags that only some generators keep to. */
function compile(folder: string): void {
  const compilerOptions = {
    ...{ strict: true, noEmit: true, skipLibCheck: true },
    ...{ target: "es2022", lib: ["es2022", "dom", "dom.iterable"] },
    ...{ module: "esnext", moduleResolution: "bundler", types: [] },
  };
  const tsconfig = { compilerOptions, files: ["main.ts"] };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(tsconfig));
  const tsc = `${root}node_modules/typescript/bin/tsc`;
  run(folder, process.execPath, tsc, "-p", ".");
}

/** Runs the task against the server of the example: an order, and one that the server refuses. */
async function tryOut(folder: string): Promise<void> {
  const server = spawn(process.execPath, [
    `${root}examples/orders/server.mjs`,
    "0",
  ]);
  try {
    const origin = await new Promise<string>((resolve) => {
      server.stdout.once("data", (line) => resolve(String(line).trim()));
    });
    const { outputFiles } = await build({
      entryPoints: [join(folder, "main.ts")],
      ...{ bundle: true, write: false, format: "esm", platform: "node" },
    });
    const code = outputFiles[0]?.text ?? "";
    const bundle = join(folder, "main.mjs");
    writeFileSync(bundle, code.replaceAll("http://localhost:8080", origin));
    const { order } = (await import(pathToFileURL(bundle).href)) as {
      order: (product: string, quantity: number) => Promise<string>;
    };
    const answer = await order("tea", 2);
    const refusal = await order("tea", 0).catch(
      (error: Error) => error.message,
    );
    if (answer !== "1: placed" || refusal !== "Order 1 to 100 pieces.")
      throw new Error(`${folder}: ${answer}, ${refusal}`);
  } finally {
    server.kill();
  }
}

function sectionOf(results: readonly Result[]): string {
  const table = markdownTable([
    ["", "lines", "kB gzipped", "responses are checked"],
    ...results.map(({ program, lines, gzipped }) => [
      titleOf(program),
      String(lines),
      (gzipped / 1000).toFixed(1),
      program.checks ? "yes" : "no",
    ]),
  ]);
  const shown = results.filter(
    ({ program: { source } }, index) =>
      results.findIndex(({ program }) => program.source === source) === index,
  );
  const listings = shown.map(
    ({ program }) =>
      `### ${titleOf(program)}\n\n${markOf(program)}\n\n\`\`\`ts\n${program.source}\`\`\``,
  );
  return [table, ...listings].join("\n\n");
}

/** Ours is compiled with all programs of the docs; the others are only quoted. */
function markOf({ script }: Program): string {
  return script === undefined
    ? "<!-- for examples/orders/openapi.yaml -->"
    : "<!-- from bench/side-by-side/programs.ts -->";
}

function titleOf({ packages: names, variant }: Program): string {
  if (names.length === 0) return "specwright";
  const { dependencies } = JSON.parse(
    readFileSync(`${newest}package.json`, "utf8"),
  ) as { dependencies: Readonly<Record<string, string>> };
  const versions = names.map((name) => `${name} ${dependencies[name] ?? ""}`);
  const title = versions.join(", ");
  return variant === undefined ? title : `${title}, ${variant}`;
}

function run(cwd: string, program: string, ...args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${args.join(" ")}\n${stdout}${stderr}`);
}
