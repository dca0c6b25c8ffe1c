import { spawn, spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
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
  readonly gatewayError: string;
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
  const gatewayError = await tryOut(folder);
  const { gzipped } = await bundleSize(source, folder);
  const lines = source.split("\n").filter((line) => line.trim() !== "").length;
  console.log(titleOf(program), lines, gzipped);
  return { program, lines, gzipped, gatewayError };
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

type Order = (product: string, quantity: number) => Promise<string>;

/**
 * Runs the task against the server of the example, with an order that it takes and one that it refuses.
 * @returns the error that a program makes of a gateway's 502, which is HTML
 */
async function tryOut(folder: string): Promise<string> {
  const server = spawn(process.execPath, [
    `${root}examples/orders/server.mjs`,
    "0",
  ]);
  const gateway = createServer((_, response) => {
    response.writeHead(502, { "content-type": "text/html" });
    response.end("<h1>Bad Gateway</h1>");
  });
  try {
    const origin = await new Promise<string>((resolve) => {
      server.stdout.once("data", (line) => resolve(String(line).trim()));
    });
    const order = await load(folder, origin);
    const answer = await order("tea", 2);
    const refusal = await failure(order("tea", 0));
    if (answer !== "1: placed" || refusal !== "Error: Order 1 to 100 pieces.")
      throw new Error(`${folder}: ${answer}, ${refusal}`);
    await new Promise<void>((resolve) => gateway.listen(0, resolve));
    const { port } = gateway.address() as AddressInfo;
    const behind = await load(folder, `http://localhost:${port}`);
    return await failure(behind("tea", 2));
  } finally {
    server.kill();
    gateway.closeAllConnections();
    gateway.close();
  }
}

/** Bundles the program and imports it, with another server. */
async function load(folder: string, origin: string): Promise<Order> {
  const { outputFiles } = await build({
    entryPoints: [join(folder, "main.ts")],
    ...{ bundle: true, write: false, format: "esm", platform: "node" },
  });
  const code = outputFiles[0]?.text ?? "";
  const bundle = join(folder, `main-${new URL(origin).port}.mjs`);
  writeFileSync(bundle, code.replaceAll("http://localhost:8080", origin));
  const module = (await import(pathToFileURL(bundle).href)) as { order: Order };
  return module.order;
}

async function failure(answer: Promise<string>): Promise<string> {
  return answer.catch((error: unknown) => String(error));
}

function sectionOf(results: readonly Result[]): string {
  const table = markdownTable([
    [
      "",
      "lines",
      "kB gzipped",
      "responses are checked",
      "a 502 in HTML becomes",
    ],
    ...results.map(({ program, lines, gzipped, gatewayError }) => [
      titleOf(program),
      String(lines),
      (gzipped / 1000).toFixed(1),
      program.checks ? "yes" : "no",
      `\`${gatewayError.replaceAll("|", "\\|")}\``,
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
