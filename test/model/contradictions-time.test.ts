import { describe, expect, test } from "vitest";
import { DiagnosticCollector } from "../../generator/diagnostics/collector.js";
import { checkContradictions } from "../../generator/model/contradictions/check-contradictions.js";
import { apiOf, withSchemas } from "./build.js";

describe("what is compared takes no quadratic and no exponential time", () => {
  const to = (index: number) => ({ $ref: `#/components/schemas/A${index}` });
  const named = (count: number, at: (index: number) => unknown) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`A${index}`, at(index)]),
    );
  const branch = (index: number) => ({
    type: "object",
    properties: Object.fromEntries(
      Array.from({ length: 30 }, (_, name) => [`p${name}`, { enum: [index] }]),
    ),
  });
  const wide = {
    oneOf: Array.from({ length: 1000 }, (_, index) => branch(index)),
  };

  test.each([
    ["branches of a union", { Wide: wide }, []],
    [
      "a chain of references",
      { ...named(3000, (i) => to(i + 1)), A3000: { type: "string" } },
      [],
    ],
    [
      "parts that each require a member",
      {
        Parts: {
          allOf: Array.from({ length: 60_000 }, (_, index) => ({
            required: [`m${index}`],
          })),
          properties: {},
        },
      },
      [],
    ],
    [
      "names of no member, beside as many members",
      {
        Names: {
          type: "object",
          properties: Object.fromEntries(
            Array.from({ length: 20_000 }, (_, name) => [`member${name}`, {}]),
          ),
          required: Array.from({ length: 5_000 }, (_, name) => `membre${name}`),
        },
      },
      Array.from(
        { length: 5_000 },
        (_, index) =>
          `required-unknown /components/schemas/Names/required/${index}`,
      ),
    ],
    [
      "many ways to each schema",
      {
        ...named(12, (i) => ({ anyOf: Array(6).fill(to(i + 1)) })),
        A12: { type: "string", maxLength: 1 },
        Never: { type: "number", oneOf: [to(0), to(1)] },
      },
      ["union-unmatched /components/schemas/Never/oneOf"],
    ],
  ])("%s", { timeout: 30_000 }, async (_, schemas, expected) => {
    const api = apiOf(withSchemas(schemas));
    const collector = new DiagnosticCollector();
    const start = performance.now();
    checkContradictions(api, { documents: new Map() }, collector);
    expect(performance.now() - start).toBeLessThan(4_000);
    const found = collector.all.map(
      ({ code, pointer }) => `${code} ${pointer}`,
    );
    expect(found).toEqual(expected);
  });
});
