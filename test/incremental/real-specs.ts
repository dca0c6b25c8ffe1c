import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const corpus = fileURLToPath(
  new URL("../../../shared/corpus/", import.meta.url),
);

/** Whether everything is tested that a test otherwise takes a share of: `WHOLE=1 npx vitest run test/incremental`. */
export const isWhole = process.env["WHOLE"] !== undefined;

/** Paths of real descriptions beside the checkout; none, and a word about it, if they are not there. */
export function realSpecs(...names: readonly string[]): readonly string[] {
  if (existsSync(corpus)) return names.map((name) => corpus + name);
  console.warn("SKIPPED: there is no folder shared/corpus beside the checkout");
  return [];
}
