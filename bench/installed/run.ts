/**
 * What each generator installs, and how long it takes to say its version. Writes the section of docs/benchmarks.md.
 */
import { spawnSync } from "node:child_process";
import {
  lstatSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { measureRun, root } from "../../scripts/measure/measured-run.js";
import {
  markdownTable,
  replaceSection,
} from "../../scripts/measure/replace-section.js";
import { installPeers, node24 } from "../install-peers.js";
import { median } from "../statistics.js";

interface Generator {
  readonly title: string;
  readonly packages: readonly string[];
  /** Its command, from `node_modules`. */
  readonly script: string;
}

const rounds = process.argv.includes("--quick") ? 1 : 5;

installPeers();
const tarball = pack();
const generators: readonly Generator[] = [
  {
    title: "specwright",
    packages: [tarball],
    script: "specwright/dist/bin.js",
  },
  {
    title: "@hey-api/openapi-ts 0.99.0, TypeScript",
    packages: ["@hey-api/openapi-ts@0.99.0", "typescript@5.9.3"],
    script: "@hey-api/openapi-ts/bin/run.js",
  },
  {
    title: "openapi-typescript 7.13.0, TypeScript",
    packages: ["openapi-typescript@7.13.0", "typescript@5.9.3"],
    script: "openapi-typescript/bin/cli.js",
  },
  {
    title: "orval 8.38.0",
    packages: ["orval@8.38.0"],
    script: "orval/dist/bin/orval.mjs",
  },
  {
    title: "swagger-typescript-api 13.13.0",
    packages: ["swagger-typescript-api@13.13.0"],
    script: "swagger-typescript-api/dist/cli.mjs",
  },
];

const rows = generators.map(({ title, packages, script }) => {
  const folder = mkdtempSync(join(tmpdir(), "specwright-installed-"));
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  const { status, stderr } = spawnSync(
    "npm",
    ["install", "--ignore-scripts", "--no-audit", "--no-fund", ...packages],
    { cwd: folder, encoding: "utf8" },
  );
  if (status !== 0) throw new Error(stderr);
  const modules = join(folder, "node_modules");
  const times = Array.from({ length: rounds }, () => {
    const run = measureRun(join(modules, script), ["--version"], {
      cwd: folder,
      node: node24,
    });
    if (run.status !== 0) throw new Error(`${title}: ${run.stderr}`);
    return run.cpuSeconds;
  });
  const row = [
    title,
    (sizeOf(modules) / 1e6).toFixed(0),
    String(countPackages(modules)),
    median(times).toFixed(2),
  ];
  console.log(row.join(" | "));
  rmSync(folder, { recursive: true });
  return row;
});
const table = markdownTable([
  ["", "MB", "packages", "CPU seconds for --version"],
  ...rows,
]);
if (rounds > 1) replaceSection(`${root}docs/benchmarks.md`, "installed", table);

/** specwright as it is installed: what `npm pack` makes. */
function pack(): string {
  const folder = mkdtempSync(join(tmpdir(), "specwright-packed-"));
  const { stdout, stderr } = spawnSync(
    "npm",
    ["pack", "--ignore-scripts", "--silent", "--pack-destination", folder],
    { cwd: root, encoding: "utf8" },
  );
  const name = stdout.trim();
  if (name === "") throw new Error(stderr);
  return join(folder, name);
}

/** Bytes of all files. */
function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => lstatSync(join(folder, path)))
    .reduce((sum, stats) => sum + (stats.isFile() ? stats.size : 0), 0);
}

function countPackages(modules: string): number {
  return readdirSync(modules, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith("."))
    .reduce(
      (sum, { name }) =>
        sum +
        (name.startsWith("@") ? readdirSync(join(modules, name)).length : 1),
      0,
    );
}
