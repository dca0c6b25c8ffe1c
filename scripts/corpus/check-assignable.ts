import { statSync } from "node:fs";
import { compileFaults } from "./check-output.js";
import { assignableFile } from "./check-samples.js";

/** Whether valid samples are assignable to their types. */
export interface AssignableReport {
  /** Samples that a compiler refuses: faults of ours. */
  readonly faults: readonly string[];
  /** Samples that share no member with a type of optional members alone, which TypeScript refuses for that reason. */
  readonly weak: number;
}

/** Larger files of samples are compiled by TypeScript 7 alone. */
const largestForBoth = 500_000;

/**
 * Compiles the samples that `checkSamples` has written beside an output, with TypeScript 7 and, where they are few,
 * with 5.9 as well.
 * @param isQuick TypeScript 7 alone
 */
export async function checkAssignable(
  folder: string,
  isQuick: boolean,
): Promise<AssignableReport> {
  const file = assignableFile(folder);
  const isSmall = statSync(file).size < largestForBoth;
  const compilers: ("7" | "5.9")[] = isSmall && !isQuick ? ["7", "5.9"] : ["7"];
  const found = await Promise.all(
    compilers.map((compiler) =>
      compileFaults(file, `${file}.${compiler}.json`, compiler, "nodenext"),
    ),
  );
  const all = found.flat();
  const faults = all.filter((fault) => !isWeak(fault));
  return {
    faults: faults.map((fault) => fault.replace(/^.*?\/([^/]+\()/, "$1")),
    weak: all.length - faults.length,
  };
}

function isWeak(fault: string): boolean {
  return /error TS2559|has no properties in common with type/.test(fault);
}
