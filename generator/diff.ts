import { analyze, type Analysis } from "./analyze.js";
import type { LocatedDiagnostic } from "./diagnostics/locate.js";
import { guardedEmitter } from "./emit/guarded-emitter.js";
import type { MakeOptions } from "./options.js";
import { StageClock } from "./stages.js";
import type { Change } from "./diff/change.js";
import { compareSides } from "./diff/compare-sides.js";
import type { MergedFinding } from "./diff/finding.js";
import { locate } from "./diff/locate-change.js";
import { resultOf, type DiffResult } from "./diff/result.js";
import { sideOf } from "./diff/side.js";
import { subjectOf } from "./diff/subject.js";

/** A comparison, or why there is none. */
export interface Comparison {
  /** Absent if one of the descriptions has errors. */
  readonly result?: DiffResult;
  /** Those of each description that are errors. */
  readonly diagnostics: readonly LocatedDiagnostic[];
}

/**
 * Compares two descriptions: their models and what the output exports of them.
 * @param old options of the description as it was
 * @param fresh the same of the description as it is now
 */
export async function diff(
  old: MakeOptions,
  fresh: MakeOptions,
): Promise<Comparison> {
  const before = await analyzeSide(old);
  const after = await analyzeSide(fresh);
  if (before.context === undefined || after.context === undefined) {
    const failed = [before, after].filter(
      ({ context }) => context === undefined,
    );
    return { diagnostics: failed.flatMap(errorsOf) };
  }
  const sides = { old: sideOf(before.context), new: sideOf(after.context) };
  const changes = compareSides(sides).map((finding) =>
    changeOf(finding, before, after),
  );
  return { result: resultOf(changes), diagnostics: [] };
}

/** The emitters of the configuration reserve names as well. */
function analyzeSide(options: MakeOptions): Promise<Analysis> {
  const { emitters = [], onStage } = options;
  const guarded = emitters.map(guardedEmitter);
  return analyze(options, new StageClock(onStage), guarded);
}

function errorsOf({ diagnostics }: Analysis): LocatedDiagnostic[] {
  return diagnostics().filter(({ severity }) => severity === "error");
}

function changeOf(
  finding: MergedFinding,
  before: Analysis,
  after: Analysis,
): Change {
  const { kind, verdict, layers, direction, reason, fix } = finding;
  const old =
    finding.old === undefined ? undefined : locate(finding.old, before.sources);
  const fresh =
    finding.new === undefined ? undefined : locate(finding.new, after.sources);
  const operations = [...finding.operations].map(
    (pointer) =>
      after.context?.names.operations.get(pointer)?.id ??
      before.context?.names.operations.get(pointer)?.id ??
      pointer,
  );
  const subject = subjectIn(finding, before, after);
  return {
    kind,
    verdict,
    layers,
    direction,
    operations,
    pointer: (fresh ?? old)?.pointer ?? "",
    ...(subject === undefined || reason.includes(JSON.stringify(subject))
      ? {}
      : { subject }),
    ...(old && { old: old.place }),
    ...(fresh && { new: fresh.place }),
    reason,
    ...(fix === undefined ? {} : { fix }),
  };
}

function subjectIn(
  finding: MergedFinding,
  before: Analysis,
  after: Analysis,
): string | undefined {
  const location = finding.new ?? finding.old ?? "";
  const api = (finding.new === undefined ? before : after).context?.api;
  return api && subjectOf(location, api);
}
