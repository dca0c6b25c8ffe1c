import { statSync } from "node:fs";
import { compileFaults } from "./check-output.js";
import { assignableFile } from "./check-samples.js";

/** Larger files of samples are compiled by TypeScript 7 alone. */
const largestForBoth = 500_000;

/**
 * Compiles the samples that `checkSamples` has written beside an output, with TypeScript 7 and, where they are few,
 * with 5.9 as well.
 * @param isQuick TypeScript 7 alone
 * @returns the samples that a compiler refuses: faults of ours
 */
export async function checkAssignable(
  folder: string,
  isQuick: boolean,
): Promise<readonly string[]> {
  const file = assignableFile(folder);
  const isSmall = statSync(file).size < largestForBoth;
  const compilers: ("7" | "5.9")[] = isSmall && !isQuick ? ["7", "5.9"] : ["7"];
  const found = await Promise.all(
    compilers.map((compiler) =>
      compileFaults(file, `${file}.${compiler}.json`, compiler, "nodenext"),
    ),
  );
  return found.flat().map((fault) => fault.replace(/^.*?\/([^/]+\()/, "$1"));
}
