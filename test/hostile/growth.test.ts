import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lattice, links, type Link } from "../../bench/shapes/lattices.js";
import { emitters } from "../../generator/emit/emitters.js";
import { idsOf, listUnits } from "../../generator/emit/listed-units.js";
import { recordReads } from "../../generator/tracking/reads.js";
import { trackContext } from "../../generator/tracking/tracked-context.js";
import { analyze } from "../../generator/analyze.js";
import type { Api } from "../../generator/model/api.js";
import { StageClock } from "../../generator/stages.js";
import { noTools } from "../no-tools.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(`${tmpdir()}/specwright-growth-`);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A run that multiplies its work ends here, and its stack says where. */
const mostReads = 2_000_000;

/** How often definitions are read while all units of a description are made. */
async function readsFor(spec: unknown): Promise<number> {
  writeFileSync(`${folder}/api.json`, JSON.stringify(spec));
  const { context, diagnostics } = await analyze(
    { spec: `${folder}/api.json` },
    new StageClock(),
  );
  if (context === undefined) {
    throw new Error(
      diagnostics()
        .map(({ message }) => message)
        .join("\n"),
    );
  }
  let reads = 0;
  const definitions: Api["definitions"] = new Proxy(context.api.definitions, {
    get: (target, key) => {
      reads += 1;
      if (reads > mostReads) throw new Error("too many reads");
      return Reflect.get(target, key) as unknown;
    },
  });
  const api: Api = { ...context.api, definitions };
  const tracked = trackContext({ ...context, api });
  for (const { unit } of await listUnits(emitters, idsOf(context))) {
    recordReads(() => unit.emit(tracked, noTools));
  }
  return reads;
}

const levels = 40;
const width = 2;

/**
 * Of 2^40 ways through the schemas, making the output may follow so many for each schema: pages show examples of what
 * lies below, within bounds of their own.
 */
const mostReadsPerSchema = 25_000;

describe("making the output does not follow every way through the schemas", () => {
  for (const [name, link] of Object.entries<Link>(links)) {
    test(`through levels of ${name}`, { timeout: 30_000 }, async () => {
      const reads = await readsFor(lattice(levels, width, link));
      expect(reads / (levels * width)).toBeLessThan(mostReadsPerSchema);
    });
  }
});
