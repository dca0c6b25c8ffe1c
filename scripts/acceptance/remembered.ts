import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { root } from "../measure/measured-run.js";

const folder = `${root}node_modules/.cache/specwright-acceptance/`;

/**
 * The answer to a question that takes long, from an earlier run if it was the same question.
 * @param parts all that the answer depends on
 */
export async function remembered(
  parts: readonly (string | Buffer)[],
  answer: () => Promise<string>,
): Promise<string> {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part).update("\0");
  const path = folder + hash.digest("hex");
  if (existsSync(path)) return readFileSync(path, "utf8");
  const found = await answer();
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, found);
  return found;
}
