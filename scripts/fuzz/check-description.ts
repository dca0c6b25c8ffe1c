import { writeFileSync } from "node:fs";
import type { TextFile } from "../../generator/code/file.js";
import { formatDiagnostic } from "../../generator/diagnostics/format-diagnostic.js";
import { visible } from "../../generator/diagnostics/shown-text.js";
import { makeOutput } from "../../generator/make-output.js";
import { outputFaults } from "./check-output.js";
import type { RandomDescription } from "./random-description.js";

/** What became of a description. */
export interface CheckedDescription {
  readonly faults: string[];
  /** Absent where the description was refused. */
  readonly files?: readonly TextFile[];
}

/** More processor time than a description of some kilobytes may take. */
const mostSeconds = 5;

/**
 * Makes the output of a description in memory. What has to hold: no exception, a bound on time, an error or an output,
 * diagnostics that a terminal can show, and an output without a fault of `outputFaults`.
 * @param path of the file that the description is written to
 */
export async function checkDescription(
  { text, allow, settings }: RandomDescription,
  path: string,
): Promise<CheckedDescription> {
  writeFileSync(path, text);
  const start = process.cpuUsage();
  let made;
  try {
    made = await makeOutput({ spec: path, allow, settings });
  } catch (error) {
    return { faults: [`exception: ${stackOf(error)}`] };
  }
  const { files, diagnostics } = made;
  const { user, system } = process.cpuUsage(start);
  const seconds = (user + system) / 1e6;
  const faults: string[] = [];
  if (seconds > mostSeconds) faults.push(`slow: ${seconds.toFixed(1)} s`);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if ((files === undefined) !== errors.length > 0)
    faults.push(`${errors.length} errors, and ${files?.length ?? "no"} files`);
  for (const diagnostic of diagnostics) {
    const lines = formatDiagnostic(diagnostic).split("\n");
    const bare = lines.find((line) => visible(line) !== line);
    if (bare !== undefined) faults.push(`a bare control character: ${bare}`);
  }
  if (Object.keys(Object.prototype).length > 0)
    faults.push("Object.prototype has members");
  if (files === undefined) return { faults };
  return { faults: [...faults, ...outputFaults(files)], files };
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return (error.stack ?? error.message).split("\n").slice(0, 6).join("\n");
}
