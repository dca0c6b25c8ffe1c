/**
 * What generation costs: whole processes, cold, each into an empty folder, the generators taken in turn so that
 * a busy moment meets all of them. Writes the section of docs/benchmarks.md.
 */
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { measureRun, root } from "../../scripts/measure/measured-run.js";
import {
  markdownTable,
  replaceSection,
} from "../../scripts/measure/replace-section.js";
import { drawChart } from "../draw-chart.js";
import { installPackages, installPeers, node24 } from "../install-peers.js";
import { realSpecs } from "../real-specs.js";
import { median, spread } from "../statistics.js";
import { generators, type Generator } from "./generators.js";

const isQuick = process.argv.includes("--quick");
const rounds = isQuick ? 1 : 3;

/** The generator whose time is halved in the goal. */
const measureOfGoal = "@hey-api/openapi-ts: types, SDK, zod";

/** CPU seconds from which on one run is enough: it takes long, and the figures spread less. */
const longRun = 15;

interface Figures {
  hasFailed: boolean;
  readonly cpu: number[];
  readonly memory: number[];
}

installPeers();
installPackages(`${root}bench/newest/`);
const measured = realSpecs(isQuick);
const figures = new Map<Generator, Map<string, Figures>>(
  generators.map((generator) => [
    generator,
    new Map(
      measured.map(([, spec]) => [
        spec,
        { hasFailed: false, cpu: [], memory: [] },
      ]),
    ),
  ]),
);
for (const [title, spec] of measured) {
  for (let round = 0; round < rounds; round++) {
    for (const generator of generators) {
      const { hasFailed, cpu } = of(generator, spec);
      if (!hasFailed && !(Number(cpu[0]) > longRun)) runOnce(generator, spec);
    }
  }
  for (const generator of generators) {
    console.log(`${title} | ${generator.title} | ${seconds(generator, spec)}`);
  }
}

const titles = measured.map(([title]) => title);
const cpu = [
  [`CPU seconds, median of ${rounds}`, ...titles],
  ...generators.map((generator) => [
    `${generator.title}${versionOf(generator)}`,
    ...measured.map(([, spec]) => seconds(generator, spec)),
  ]),
  ["ours as a share of @hey-api with zod; goal 0.50", ...shares(0)],
  [
    "ours without docs as a share of openapi-typescript; goal 1.00",
    ...shares(1),
  ],
];
const memory = [
  ["peak MB", ...titles],
  ...generators.map((generator) => [
    `${generator.title}${versionOf(generator)}`,
    ...measured.map(([, spec]) => {
      const found = of(generator, spec).memory;
      return found.length === 0 ? "" : median(found).toFixed(0);
    }),
  ]),
];
const text = `${markdownTable(cpu)}\n\n${markdownTable(memory)}`;
console.log(text);
if (!isQuick) {
  const chart = drawChart("generation", {
    title: "Generation of real descriptions",
    unit: "CPU seconds",
    logarithmic: true,
    groups: titles,
    series: generators.map((generator) => ({
      name: generator.title,
      values: measured.map(([, spec]) =>
        Number(median(of(generator, spec).cpu).toFixed(2)),
      ),
    })),
  });
  const page = `${root}docs/benchmarks.md`;
  replaceSection(page, "generation", `${text}\n\n${chart}`);
}

function runOnce(generator: Generator, spec: string): void {
  const out = mkdtempSync(`${tmpdir()}/specwright-generation-`);
  const { status, cpuSeconds, peakMegabytes } = measureRun(
    generator.script,
    generator.args(spec, out),
    { cwd: out, node: node24, ...generator.run?.(spec, out) },
  );
  const found = of(generator, spec);
  if (status === 0) {
    found.cpu.push(cpuSeconds);
    found.memory.push(peakMegabytes);
  } else found.hasFailed = true;
}

function of(generator: Generator, spec: string): Figures {
  const found = figures.get(generator)?.get(spec);
  if (found === undefined) throw new Error("nothing was measured");
  return found;
}

function seconds(generator: Generator, spec: string): string {
  const { hasFailed, cpu: found } = of(generator, spec);
  if (hasFailed) return "fails";
  const figure = median(found).toFixed(2);
  return found.length === 1
    ? figure
    : `${figure} ± ${spread(found).toFixed(2)}`;
}

/** Our generator of that index beside the peer that its goal names. */
function shares(index: 0 | 1): string[] {
  const peer = index === 0 ? measureOfGoal : "openapi-typescript: types";
  const other = generators.find(({ title }) => title === peer);
  const ours = generators[index];
  return measured.map(([, spec]) =>
    ours === undefined || other === undefined
      ? ""
      : (median(of(ours, spec).cpu) / median(of(other, spec).cpu)).toFixed(2),
  );
}

function versionOf(generator: Generator): string {
  if (generator.package === undefined) return "";
  const path = `${generator.package}/package.json`;
  const { version } = JSON.parse(readFileSync(path, "utf8")) as {
    version: string;
  };
  return ` (${version})`;
}
