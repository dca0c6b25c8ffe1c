import { readFileSync } from "node:fs";
import { compileFaults } from "../check-output.js";

/** The folder beside an output in which samples are assigned to its types. */
export function typedFolder(folder: string): string {
  return `${folder}.samples`;
}

/**
 * Compiles the samples that `checkSamples` has written beside an output, with TypeScript 7.
 * @returns the samples that the compiler refuses, each with the line that assigns it: faults of ours
 */
export async function checkAssignable(
  folder: string,
): Promise<readonly string[]> {
  const samples = typedFolder(folder);
  const found = await compileFaults(
    `${samples}/*.ts`,
    `${samples}.json`,
    "7",
    "nodenext",
  );
  return found.map((fault) => `${fault}\n${lineOf(fault, samples)}`);
}

/** The line that a fault is about. */
function lineOf(fault: string, samples: string): string {
  const [, file = "", line = ""] = /(\d+\.ts)\((\d+),/.exec(fault) ?? [];
  if (file === "") return "";
  const lines = readFileSync(`${samples}/${file}`, "utf8").split("\n");
  return lines[Number(line) - 1] ?? "";
}
