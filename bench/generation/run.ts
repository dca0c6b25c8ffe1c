import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
} from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { measureRun, root } from "../../scripts/measure/measured-run.js";
import {
  markdownTable,
  replaceSection,
} from "../../scripts/measure/replace-section.js";
import { generators, type Generator } from "./generators.js";

const here = fileURLToPath(new URL(".", import.meta.url));
const corpus = `${root}../shared/corpus/`;
const isQuick = process.argv.includes("--quick");
const runs = isQuick ? 1 : 5;

const specs: readonly (readonly [title: string, path: string])[] = [
  ["one operation", `${root}spec/openapi.yaml`],
  ["twilio, 1.5 MB YAML", `${corpus}twilio-api-v2010.yaml`],
  ["openai, 3 MB YAML", `${corpus}openai.yaml`],
  ["box, 1.8 MB JSON", `${corpus}box.json`],
  ["github, 13 MB JSON", `${corpus}github.json`],
];

if (!existsSync(`${here}node_modules`)) {
  spawnSync("npm", ["install", "--ignore-scripts"], {
    cwd: here,
    stdio: "inherit",
  });
}

const measured = specs.filter(([, path]) => existsSync(path));
const cpu = [
  ["CPU seconds, median of " + runs, ...measured.map(([title]) => title)],
];
const memory = [["peak MB", ...measured.map(([title]) => title)]];
for (const generator of generators) {
  const figures = measured.map(([, spec]) => measure(generator, spec));
  const title = `${generator.title}${versionOf(generator)}`;
  cpu.push([title, ...figures.map((figure) => figure.cpu)]);
  memory.push([title, ...figures.map((figure) => figure.memory)]);
  console.log(cpu.at(-1)?.join(" | "));
  console.log(memory.at(-1)?.join(" | "));
}
const text = `${markdownTable(cpu)}\n\n${markdownTable(memory)}`;
console.log(text);
if (!isQuick) replaceSection(`${root}docs/benchmarks.md`, "generation", text);

function measure(
  generator: Generator,
  spec: string,
): { cpu: string; memory: string } {
  const results = Array.from({ length: runs }, () => {
    const out = mkdtempSync(`${tmpdir()}/specwright-bench-`);
    mkdirSync(out, { recursive: true });
    const result = measureRun(
      generator.script,
      generator.args(spec, out),
      here,
    );
    rmSync(out, { recursive: true, force: true });
    return result;
  });
  if (results.some(({ status }) => status !== 0)) {
    return { cpu: "fails", memory: "" };
  }
  const seconds = results.map(({ cpuSeconds }) => cpuSeconds);
  const spread = Math.max(...seconds) - Math.min(...seconds);
  return {
    cpu:
      runs === 1
        ? median(seconds).toFixed(2)
        : `${median(seconds).toFixed(2)} ± ${(spread / 2).toFixed(2)}`,
    memory: median(results.map((result) => result.peakMegabytes)).toFixed(0),
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

function versionOf(generator: Generator): string {
  if (generator.package === undefined) return "";
  const path = `${here}node_modules/${generator.package}/package.json`;
  const { version } = JSON.parse(readFileSync(path, "utf8")) as {
    version: string;
  };
  return ` (${version})`;
}
