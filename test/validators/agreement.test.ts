import { expect, test } from "vitest";
import { agree } from "./agreement.js";
import { explanations } from "./explained-disagreements.js";

/** Makes 100 000 pairs, and some for those that ajv cannot take; AGREEMENT_SCHEMAS and AGREEMENT_SEED make more, and others. */
const schemaCount = Number(process.env["AGREEMENT_SCHEMAS"] ?? 1010);
const seed = Number(process.env["AGREEMENT_SEED"] ?? 2026);
const valuesPerSchema = 100;

test(
  "random schemas and data: emitted validators agree with ajv, or the specification says why not",
  { timeout: 3_600_000 },
  async () => {
    const found = await agree(seed, schemaCount, valuesPerSchema);
    const unexplained = found.disagreements.filter(
      (pair) => !explanations.some(({ explains }) => explains(pair)),
    );
    console.log(
      `${found.pairs} pairs (seed ${seed}), ${found.valid} valid, ` +
        `${found.disagreements.length} explained disagreements, ajv threw on ${found.crashes}`,
    );
    expect(found.faults).toEqual([]);
    expect(unexplained).toEqual([]);
    expect(found.inconsistent).toEqual([]);
    // The data must not be all wrong or all right, or the comparison says nothing.
    expect(found.valid).toBeGreaterThan(found.pairs / 10);
    expect(found.valid).toBeLessThan((found.pairs * 9) / 10);
    expect(found.disagreements.length).toBeLessThan(found.pairs / 200);
  },
);
