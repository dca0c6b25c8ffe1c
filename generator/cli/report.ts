import type { ApiSummary } from "../model/api.js";
import type { KeywordCoverage } from "../model/api.js";
import type { StageTiming } from "../stages.js";
import { plural } from "./counts.js";

/** For example `24 operations, 60 schemas`; with filters `3 of 24 operations, 9 of 60 schemas`. */
export function describeApi({
  operations,
  schemas,
  whole,
}: ApiSummary): string {
  if (whole === undefined)
    return `${plural(operations, "operation")}, ${plural(schemas, "schema")}`;
  return `${operations} of ${plural(whole.operations, "operation")}, ${schemas} of ${plural(whole.schemas, "schema")}`;
}

/** For example `0.84 s (read 0.02, format 0.60)`: the whole and the stages that took a hundredth of a second. */
export function describeTimings(timings: readonly StageTiming[]): string {
  const total = timings.reduce((sum, entry) => sum + entry.milliseconds, 0);
  const parts = timings
    .filter(({ milliseconds }) => milliseconds >= 10)
    .map(({ stage, milliseconds }) => `${stage} ${seconds(milliseconds)}`);
  const detail = parts.length === 0 ? "" : ` (${parts.join(", ")})`;
  return `${seconds(total)} s${detail}`;
}

/** The verdict table of `check --coverage`: keyword, how often, what becomes of it, why. */
export function describeCoverage(coverage: readonly KeywordCoverage[]): string {
  const rows = coverage.map(({ keyword, count, verdict, reason }) => [
    keyword,
    String(count),
    verdict,
    reason ?? "",
  ]);
  const table = [["keyword", "count", "verdict", "reason"], ...rows];
  const widths = [0, 1, 2].map((column) =>
    Math.max(...table.map((row) => (row[column] ?? "").length)),
  );
  return table
    .map(([keyword = "", count = "", verdict = "", reason = ""]) =>
      [
        keyword.padEnd(widths[0] ?? 0),
        count.padStart(widths[1] ?? 0),
        verdict.padEnd(widths[2] ?? 0),
        reason,
      ]
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(2);
}
