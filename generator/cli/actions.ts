import { check } from "../check.js";
import { generate } from "../generate.js";
import type { GenerateOptions } from "../options.js";
import { specName } from "../read/spec-address.js";
import {
  exitCodes,
  type Action,
  type Actions,
  type Job,
} from "./command-line.js";
import { stageProgress } from "./progress.js";
import {
  countDiagnostics,
  describeApi,
  describeCoverage,
  describeTimings,
  plural,
  reportDiagnostics,
} from "./report.js";
import type { Terminal } from "./terminal.js";

const runGenerate: Action = async (job, terminal) => {
  const result = await generate(optionsOf(job, terminal));
  const { ok, diagnostics, written, removed, unchanged, summary, timings } =
    result;
  const exitCode = ok ? exitCodes.done : exitCodes.fault;
  if (job.json) {
    const counts = { written, removed, unchanged };
    terminal.out(json({ ok, diagnostics, ...counts, timings }));
    return exitCode;
  }
  reportDiagnostics(diagnostics, terminal);
  const found = countDiagnostics(diagnostics);
  if (!ok || summary === undefined) {
    terminal.error(`${found}; nothing was written.`);
    return exitCode;
  }
  const changes = [
    `${written.length} written`,
    `${unchanged} unchanged`,
    ...(removed.length === 0 ? [] : [`${removed.length} removed`]),
  ];
  const files = plural(written.length + unchanged, "file");
  const notes = found === "" ? "" : `; ${found}`;
  terminal.out(
    `${job.out}: ${describeApi(summary)}, ${files} (${changes.join(", ")})${notes}\n${describeTimings(timings)}`,
  );
  return exitCode;
};

const runCheck: Action = async (job, terminal) => {
  const result = await check(optionsOf(job, terminal));
  const { ok, diagnostics, summary, timings, unchanged } = result;
  const { differing, missing, stale, unknown } = result;
  const exitCode = ok ? exitCodes.done : exitCodes.fault;
  const lists = { differing, missing, stale, unknown };
  if (job.json) {
    const coverage = job.coverage ? { coverage: summary?.coverage ?? [] } : {};
    terminal.out(
      json({ ok, diagnostics, ...lists, unchanged, ...coverage, timings }),
    );
    return exitCode;
  }
  reportDiagnostics(diagnostics, terminal);
  if (job.coverage && summary !== undefined) {
    terminal.out(`${describeCoverage(summary.coverage)}\n`);
  }
  for (const [what, paths] of Object.entries(lists)) {
    for (const path of paths) terminal.error(`${what.padEnd(9)} ${path}`);
  }
  const found = countDiagnostics(diagnostics);
  if (ok) {
    const notes = found === "" ? "" : `; ${found}`;
    terminal.out(
      `${job.out} is up to date: ${plural(unchanged, "file")}${notes}\n${describeTimings(timings)}`,
    );
  } else if (diagnostics.some((entry) => entry.severity === "error")) {
    terminal.error(`${found}; the output was not compared.`);
  } else {
    const spec = job.spec === "-" ? "-" : specName(job.spec);
    terminal.error(
      `${job.out} is not what ${spec} gives. Run: specwright generate ${spec} --out ${job.out}`,
    );
  }
  return exitCode;
};

/** The commands. */
export const actions: Actions = { generate: runGenerate, check: runCheck };

function optionsOf(job: Job, terminal: Terminal): GenerateOptions {
  const { spec, root, resourceFiles, out, settings, allow, strict, cache } =
    job;
  const from = { spec, resourceFiles, ...(root === undefined ? {} : { root }) };
  const onStage = stageProgress(terminal);
  const cwd = terminal.folder;
  return { ...from, out, settings, allow, strict, cache, cwd, onStage };
}

function json(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
