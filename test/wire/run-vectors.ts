import { compileOutput, diagnose } from "./compile-output.js";
import { isRight } from "./compare-row.js";
import { observe } from "./observe.js";
import { documentOf } from "./vector-document.js";
import type { VectorRow } from "./vector-rows.js";

/** A row that came out in another way than it asks for. */
export interface Miss {
  readonly id: string;
  readonly version: string;
  readonly status: VectorRow["status"];
  readonly observed: unknown;
  readonly expected: unknown;
}

export interface VectorRun {
  readonly ran: number;
  readonly misses: readonly Miss[];
  /** Rows that came out in an accepted way other than the recommended one. */
  readonly alternatives: readonly string[];
}

/**
 * Takes the rows of a version through the whole pipeline, all in one document. A row that is refused at generation
 * has come out as an error; the others are generated again without it.
 */
export async function runVectors(
  rows: readonly VectorRow[],
  version: string,
): Promise<VectorRun> {
  const all = rows
    .map((row, index) => [index, row] as const)
    .filter(([, row]) => row.oas.includes(version));
  const refused = new Map<number, string>();
  for (const { severity, pointer, code } of await diagnose(
    documentOf(all, version),
  )) {
    if (severity !== "error") continue;
    const index = /row(\d+)/.exec(pointer)?.[1];
    if (index === undefined) throw new Error(`${code} at ${pointer}`);
    refused.set(Number(index), code);
  }
  const rest = all.filter(([index]) => !refused.has(index));
  const output = await compileOutput(documentOf(rest, version));
  const misses: Miss[] = [];
  const alternatives: string[] = [];
  for (const [index, row] of all) {
    const observed = refused.has(index)
      ? "<error>"
      : await observe(output, index, row);
    const { id, status, expected } = row;
    if (!isRight(observed, row))
      misses.push({ id, version, status, observed, expected });
    else if (!isRight(observed, { ...row, accept: [] })) alternatives.push(id);
  }
  return { ran: all.length, misses, alternatives };
}
