import { describe, expect, test } from "vitest";
import { runVectors } from "./run-vectors.js";
import { specificationRows } from "./specification-rows.js";
import { readSharedVectors } from "./vector-rows.js";

const rows = readSharedVectors();
/** OpenAPI 3.0 ignores the body of a GET (Operation Object, `requestBody`), so that there is nothing to refuse. */
const ignoredBody = ["request.getBody"];
const versions = ["3.0.4", "3.1.2", "3.2.0"] as const;

describe("our own table, from the text of the specification", () => {
  test.each(versions)("OpenAPI %s", async (version) => {
    const { ran, misses } = await runVectors(specificationRows, version);
    expect(misses).toEqual([]);
    expect(ran).toBeGreaterThan(90);
  });
});

describe.skipIf(rows === undefined)("the vectors beside the checkout", () => {
  test.each(versions)("OpenAPI %s", async (version) => {
    const { ran, misses, alternatives } = await runVectors(rows ?? [], version);
    expect(misses.map(({ id }) => id)).toEqual(
      version === "3.0.4" ? ignoredBody : [],
    );
    console.info(
      `wire vectors, OpenAPI ${version}: ${ran} rows, ${alternatives.length} in another accepted way: ${alternatives.join(", ")}`,
    );
  });
});

if (rows === undefined) {
  test.skip("SKIPPED: there is no shared/vectors/wire.json beside the checkout", () => {});
}
