import { UsageError } from "../../config/usage-error.js";
import { isTolerable, tolerableCodes } from "../../diagnostics/catalogue.js";
import { didYouMean } from "../../diagnostics/suggest.js";
import type { Change } from "../../diff/change.js";
import { verdicts, type Verdict } from "../../diff/verdict.js";
import { diff, type Comparison } from "../../diff.js";
import { isKindCode, kindCodes } from "../../diff/kinds/catalogue.js";
import { applySettings, type JudgedResult } from "../../diff/policy.js";
import type { MakeOptions } from "../../options.js";
import { countDiagnostics } from "../counts.js";
import { workflowCommand } from "../github.js";
import type { Job } from "../job.js";
import { stageProgress } from "../progress.js";
import { reportDiagnostics } from "../report-diagnostics.js";
import type { Terminal } from "../terminal.js";
import { diffAnnotations } from "./annotations.js";
import { diffJson } from "./json.js";
import { diffMarkdown } from "./markdown.js";
import type { DiffFormat, DiffRequest } from "./request.js";
import { openCommitted, openVersion, type Version } from "./revision.js";
import { diffText } from "./text.js";

/**
 * Compares two versions of a description and prints what the changes do to consumers.
 * @returns false if a description has errors, or the verdict is one to fail on
 */
export async function runDiff(
  { old, format, failOn }: DiffRequest,
  job: Job,
  terminal: Terminal,
): Promise<boolean> {
  checkKinds(job);
  const { folder } = terminal;
  const before =
    old === undefined
      ? openCommitted(job.spec, folder)
      : openVersion(old, folder);
  try {
    const after = openVersion(job.spec, folder);
    try {
      const comparison = await diff(
        optionsOf(before, job, terminal),
        optionsOf(after, job, terminal),
      );
      const named = withNames(comparison, before, after);
      return report(named, { format, failOn }, job, terminal);
    } finally {
      after.close();
    }
  } finally {
    before.close();
  }
}

function checkKinds({ diff: { severities = {}, ignore = [] } }: Job): void {
  const codes = [...Object.keys(severities), ...ignore.map(({ kind }) => kind)];
  for (const code of codes) {
    if (isKindCode(code)) continue;
    const hint = didYouMean(code, kindCodes) ?? "";
    throw new UsageError(
      `"diff" of the configuration: there is no kind of change ${JSON.stringify(code)}. ${hint}`.trim(),
    );
  }
}

/**
 * Errors that have a way on do not keep anybody from comparing. A revision is read with the overlays that it has itself.
 */
function optionsOf(
  { spec, fileOf }: Version,
  { root, resourceFiles, overlays, nameLock, settings, emitters }: Job,
  terminal: Terminal,
): MakeOptions {
  const lock = nameLock === undefined ? undefined : fileOf(nameLock);
  return {
    spec,
    ...(lock === undefined ? {} : { nameLock: lock }),
    ...(root === undefined ? {} : { root }),
    resourceFiles,
    overlays: overlays.flatMap((path) => fileOf(path) ?? []),
    settings,
    emitters,
    allow: tolerableCodes.filter(isTolerable),
    cwd: terminal.folder,
    onStage: stageProgress(terminal),
  };
}

/** Calls files of a revision by their names there. */
function withNames(
  { result, diagnostics }: Comparison,
  before: Version,
  after: Version,
): Comparison {
  const rename = <T extends { readonly file: string }>(
    place: T,
    version: Version,
  ): T => ({ ...place, file: version.nameOf(place.file) });
  const named = diagnostics.map((one) => rename(rename(one, before), after));
  if (result === undefined) return { diagnostics: named };
  const changes = result.changes.map((change): Change => ({
    ...change,
    ...(change.old && { old: rename(change.old, before) }),
    ...(change.new && { new: rename(change.new, after) }),
  }));
  return { result: { ...result, changes }, diagnostics: named };
}

function report(
  { result, diagnostics }: Comparison,
  { format, failOn }: { format: DiffFormat; failOn: Verdict | undefined },
  job: Job,
  terminal: Terminal,
): boolean {
  if (result === undefined) {
    reportDiagnostics(diagnostics, terminal, job);
    terminal.error(`${countDiagnostics(diagnostics)}; nothing was compared.`);
    return false;
  }
  const judged = applySettings(result, job.diff);
  for (const { kind, pointer } of judged.expired) {
    terminal.error(
      `warning: "diff.ignore" has an entry that no change matches: ${kind} at ${pointer}. Remove it.`,
    );
  }
  print(judged, format, job, terminal);
  return (
    failOn === undefined ||
    verdicts.indexOf(judged.verdict) < verdicts.indexOf(failOn)
  );
}

function print(
  judged: JudgedResult,
  format: DiffFormat,
  job: Job,
  terminal: Terminal,
): void {
  const { folder, workspace = folder } = terminal;
  if (format === "json") terminal.out(diffJson(judged));
  else if (format === "markdown") terminal.out(diffMarkdown(judged));
  else {
    if (format === "github") {
      for (const annotation of diffAnnotations(judged)) {
        terminal.out(workflowCommand(annotation, { folder, workspace }));
      }
    }
    terminal.out(diffText(judged, terminal, job.verbose));
  }
}
