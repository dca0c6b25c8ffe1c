import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import pLimit from "p-limit";
import { fuzzKinds, type KindName } from "./fuzz/kinds.js";
import { type Counts, type Finding, runSeeds } from "./fuzz/supervise.js";

// Random descriptions, values, responses and requests against the generator and its output:
//   npm run fuzz -- [KIND…] [--seed FIRST] [--count SEEDS] [--jobs N] [--seconds S]
// The same seeds check the same. Prints each new fault with its seed and counts at the end; exit code 1 if there is one.

const root = fileURLToPath(new URL("../", import.meta.url));
/** So many seeds have a process of their own, since nothing that was imported can be forgotten again. */
const seedsPerProcess: Record<KindName, number> = {
  descriptions: 1000,
  values: 20,
  responses: 200,
  requests: 100,
};

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: "string", default: "1" },
    count: { type: "string", default: "1000" },
    jobs: { type: "string", default: String(availableParallelism()) },
    seconds: { type: "string", default: "0" },
  },
});
const all = Object.keys(fuzzKinds) as KindName[];
const unknown = positionals.find((name) => !all.includes(name as KindName));
if (unknown !== undefined) {
  console.error(`there is no kind "${unknown}"; the kinds: ${all.join(", ")}`);
  process.exit(2);
}
const kinds = positionals.length === 0 ? all : (positionals as KindName[]);
const first = Number(flags.seed);
const count = Number(flags.count);
const end = Number(flags.seconds) * 1000 + Date.now();

// Below the project, so that packages are found from it.
const cache = `${root}node_modules/.cache/`;
mkdirSync(cache, { recursive: true });
const work = mkdtempSync(`${cache}specwright-fuzz-`);
const worker = join(work, "worker.mjs");
await bundleWorker();

const totals = new Map<string, number>();
const findings = new Map<string, Finding & { times: number }>();
const limit = pLimit(Number(flags.jobs));
const ranges = Array.from(
  {
    length: Math.ceil(
      Math.max(...kinds.map((kind) => count / seedsPerProcess[kind])),
    ),
  },
  (_, index) =>
    kinds.map((kind) => ({
      kind,
      from: first + index * seedsPerProcess[kind],
      to: first + Math.min(count, (index + 1) * seedsPerProcess[kind]),
    })),
).flat();
try {
  await Promise.all(
    ranges.map((range, index) =>
      limit(async () => {
        if (range.from >= range.to) return;
        if (flags.seconds !== "0" && Date.now() > end) return;
        const folder = join(work, String(index));
        await runSeeds(range, worker, folder, keep);
        rmSync(folder, { recursive: true, force: true });
        console.log(`${range.kind} up to seed ${range.to}: ${counted()}`);
      }),
    ),
  );
} finally {
  rmSync(work, { recursive: true, force: true });
}
console.log(`${counted()}, ${findings.size} kinds of faults`);
process.exitCode = findings.size === 0 ? 0 : 1;

function keep(found: readonly Finding[], counts: Counts): void {
  for (const [name, number] of Object.entries(counts))
    totals.set(name, (totals.get(name) ?? 0) + number);
  for (const finding of found) {
    // Names and numbers differ from seed to seed, the kind of the fault does not.
    const key = finding.fault.replace(/\d+|".*?"|^\S*?:/g, "").slice(0, 120);
    const known = findings.get(key);
    findings.set(key, { ...finding, ...known, times: (known?.times ?? 0) + 1 });
    if (known !== undefined) continue;
    console.log(`FAULT ${finding.kind} seed ${finding.seed}: ${finding.fault}`);
  }
}

function counted(): string {
  return [...totals].map(([name, number]) => `${number} ${name}`).join(", ");
}

/** One file of plain JavaScript: a tenth of the time that the modules take one by one. */
async function bundleWorker(): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: ["scripts/fuzz/worker.ts"],
    outfile: worker,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20.19",
    sourcemap: true,
    logLevel: "warning",
    plugins: [
      {
        name: "own-places",
        setup(bundler) {
          bundler.onLoad({ filter: /\.ts$/ }, ({ path }) => ({
            loader: "ts",
            contents: readFileSync(path, "utf8")
              .replaceAll(
                "import.meta.url",
                JSON.stringify(pathToFileURL(path).href),
              )
              .replaceAll("import.meta.dirname", JSON.stringify(dirname(path))),
          }));
        },
      },
    ],
  });
}
