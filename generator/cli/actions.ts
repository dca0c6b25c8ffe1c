import { join } from "node:path";
import { check, type CheckResult } from "../check.js";
import { generate } from "../generate.js";
import type { GenerateResult } from "../options.js";
import { specName } from "../read/spec-address.js";
import type { Actions } from "./command-line.js";
import { exitCodes, json, type Action, type Outcome } from "./outcome.js";
import type { Job } from "./job.js";
import { optionsOf } from "./options-of.js";
import { countDiagnostics, plural } from "./counts.js";
import {
  annotationsOf,
  fileAnnotations,
  workflowCommand,
  type Annotation,
} from "./github.js";
import { adviceAfterErrors, commandLike } from "./next-command.js";
import { reportDiagnostics } from "./report-diagnostics.js";
import { describeApi, describeCoverage, describeTimings } from "./report.js";
import type { Terminal } from "./terminal.js";

const runGenerate: Action = async (job, terminal) =>
  reportGenerate(await generate(optionsOf(job, terminal)), job, terminal);

/**
 * Prints what a run of `generate` did.
 * @param name the command that was run
 */
function reportGenerate(
  result: GenerateResult,
  job: Job,
  terminal: Terminal,
  name: "generate" | "docs" = "generate",
): Outcome {
  const { ok, diagnostics, written, removed, unchanged, summary, timings } =
    result;
  const { importsAsIn } = result;
  const exitCode = ok ? exitCodes.done : exitCodes.fault;
  const counts = { written, removed, unchanged };
  const place = importsAsIn === undefined ? {} : { importsAsIn };
  const outcome = {
    exitCode,
    result: { ok, diagnostics, ...counts, ...place, timings },
  };
  if (job.format === "json") return outcome;
  annotate(annotationsOf(diagnostics), job, terminal);
  const isCut = reportDiagnostics(diagnostics, terminal, job);
  const found = countDiagnostics(diagnostics);
  if (!ok || summary === undefined) {
    terminal.error(`${labelOf(job)}${found}; nothing was written.`);
    terminal.error(adviceAfterErrors(diagnostics, job, name, isCut));
    return outcome;
  }
  const changes = [
    `${written.length} written`,
    `${unchanged} unchanged`,
    ...(removed.length === 0 ? [] : [`${removed.length} removed`]),
  ];
  const files = plural(written.length + unchanged, "file");
  const notes = found === "" ? "" : `; ${found}`;
  const imports =
    importsAsIn === undefined ? "" : `import endings: ${importsAsIn}\n`;
  terminal.out(
    `${job.out}: ${describeApi(summary)}, ${files} (${changes.join(", ")})${notes}\n${imports}${describeTimings(timings)}`,
  );
  return outcome;
}

const runCheck: Action = async (job, terminal) => {
  const result = await check(optionsOf(job, terminal));
  const { ok, diagnostics, summary, timings, unchanged } = result;
  const { differing, layoutChanges, missing, stale, unknown } = result;
  const { isNameLockStale } = result;
  const exitCode = ok ? exitCodes.done : exitCodes.fault;
  const lists = { differing, missing, stale, unknown };
  const coverage = job.coverage ? { coverage: summary?.coverage ?? [] } : {};
  const outcome = {
    exitCode,
    result: {
      ...{ ok, diagnostics, ...lists, layoutChanges },
      ...{ unchanged, isNameLockStale, ...coverage, timings },
    },
  };
  if (job.format === "json") return outcome;
  const again = commandLike(job, { name: "generate" });
  annotate(annotationsOf(diagnostics), job, terminal);
  annotate(annotationsOfFiles(lists, layoutChanges, job, again), job, terminal);
  const files = listFiles(
    lists,
    layoutChanges,
    job.verbose ? Infinity : diagnostics.length === 0 ? 45 : 20,
  );
  const isCut = reportDiagnostics(diagnostics, terminal, {
    verbose: job.verbose,
    ...(files.length === 0 ? {} : { lines: mostLines - files.length }),
  });
  if (job.coverage && summary !== undefined) {
    terminal.out(`${describeCoverage(summary.coverage)}\n`);
  }
  for (const line of files) terminal.error(line);
  const found = countDiagnostics(diagnostics);
  if (ok) {
    const notes = found === "" ? "" : `; ${found}`;
    terminal.out(
      `${job.out} is up to date: ${plural(unchanged, "file")}${notes}\n${describeTimings(timings)}`,
    );
  } else if (diagnostics.some((entry) => entry.severity === "error")) {
    terminal.error(`${labelOf(job)}${found}; the output was not compared.`);
    terminal.error(adviceAfterErrors(diagnostics, job, "check", isCut));
  } else {
    const spec = specName(job.spec);
    for (const line of layoutAdvice(layoutChanges)) terminal.error(line);
    const differs = Object.values(lists).some((paths) => paths.length > 0);
    const what = differs ? job.out : (job.nameLock ?? job.out);
    terminal.error(`${what} is not what ${spec} gives. Run: ${again}`);
  }
  return outcome;
};

/** The commands. */
export const actions: Actions = {
  generate: runGenerate,
  check: runCheck,
  watch: async (loadJobs, terminal) => {
    const { runWatch } = await import("./run-watch.js");
    return runWatch(
      async () =>
        (await loadJobs()).map(({ job, configPaths }) => ({
          job,
          options: optionsOf(job, terminal),
          configPaths,
        })),
      terminal,
    );
  },
  docs: async (request, loadJob, terminal) => {
    const { buildPages, runDocs } = await import("./docs/run-docs.js");
    const { out } = request;
    if (out === undefined) return runDocs(request, loadJob, terminal);
    const { job } = await loadJob();
    const result = await buildPages({ ...request, out }, job, terminal);
    const outcome = reportGenerate(result, { ...job, out }, terminal, "docs");
    if (job.format === "json") terminal.out(json(outcome.result));
    return outcome.exitCode;
  },
  diff: async (request, job, terminal) => {
    const { runDiff } = await import("./diff/run-diff.js");
    return runDiff(request, job, terminal);
  },
  names: async (request, job, terminal) => {
    const { runNames } = await import("./names/run-names.js");
    return runNames(request, job, terminal);
  },
  init: async (request, terminal) => {
    const { runInit } = await import("./init/run-init.js");
    await runInit(request, terminal);
  },
};

/** Files that differ from what they should be, by how they differ. Paths from the output folder. */
type FileLists = Readonly<
  Record<"differing" | "missing" | "stale" | "unknown", readonly string[]>
>;

type LayoutChanges = CheckResult["layoutChanges"];

const layoutWords: Readonly<Record<LayoutChanges[string], string>> = {
  "line-ends": "in its line ends alone",
  layout: "in its layout alone",
};

/** How to keep others from changing files that then say the same. */
function layoutAdvice(changes: LayoutChanges): readonly string[] {
  const kinds = new Set(Object.values(changes));
  return [
    ...(kinds.has("line-ends")
      ? [
          "Line ends were changed, as Git does on Windows: give the folder `text eol=lf` in .gitattributes.",
        ]
      : []),
    ...(kinds.has("layout")
      ? [
          "Files were laid out by another formatter: list the folder among those that it ignores.",
        ]
      : []),
  ];
}

/** The start of a line about one of several descriptions. */
function labelOf({ name }: Job): string {
  return name === undefined ? "" : `${name}: `;
}

/** How many lines there are for diagnostics and files together. */
const mostLines = 55;

/**
 * The files, one a line.
 * @param most lines that there are, shared by the lists that have files
 */
function listFiles(
  lists: FileLists,
  changes: LayoutChanges,
  most: number,
): readonly string[] {
  const filled = Object.values(lists).filter((paths) => paths.length > 0);
  const share = most / filled.length;
  return Object.entries(lists).flatMap(([what, paths]) => {
    const shown = paths.length > share ? paths.slice(0, share - 1) : paths;
    const more = paths.length - shown.length;
    return [
      ...shown.map((path) => {
        const change = changes[path];
        const words = change === undefined ? "" : ` (${layoutWords[change]})`;
        return `${what.padEnd(9)} ${path}${words}`;
      }),
      ...(more === 0 ? [] : [`and ${more} more ${what} (--verbose)`]),
    ];
  });
}

const wordsOf: Readonly<Record<keyof FileLists, string>> = {
  differing: "This file differs from what the description gives.",
  missing: "This file is missing from the output.",
  stale: "This file is no longer part of the output.",
  unknown: "This file is in the output folder, but is no part of the output.",
};

function annotationsOfFiles(
  lists: FileLists,
  changes: LayoutChanges,
  { out }: Job,
  command: string,
): readonly Annotation[] {
  const kinds = Object.keys(wordsOf) as (keyof FileLists)[];
  return fileAnnotations(
    kinds.flatMap((kind) =>
      lists[kind].map((path) => {
        const change = changes[path];
        const words =
          change === undefined
            ? wordsOf[kind]
            : `This file differs from what the description gives ${layoutWords[change]}.`;
        return { file: join(out, path), message: `${words} Run: ${command}` };
      }),
    ),
  );
}

/** Prints annotations where GitHub reads them. */
function annotate(
  annotations: readonly Annotation[],
  { format }: Job,
  { folder, workspace = folder, out }: Terminal,
): void {
  if (format !== "github") return;
  for (const annotation of annotations) {
    out(workflowCommand(annotation, { folder, workspace }));
  }
}
