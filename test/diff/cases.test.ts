import { describe, expect, test } from "vitest";
import { cases } from "./cases.js";
import { compare } from "./compare.js";

describe("each pair has the changes that are known of it", () => {
  test.each(Object.entries(cases))("%s", async (_name, pair) => {
    const { result, diagnostics } = await compare(pair.old, pair.new);
    expect(diagnostics).toEqual([]);
    const changes = result?.changes.map(
      ({ verdict, kind, direction }) => `${verdict} ${kind} ${direction}`,
    );
    expect([...(changes ?? [])].sort()).toEqual([...pair.changes].sort());
    expect(result?.verdict).toBe(pair.changes[0]?.split(" ")[0] ?? "none");
  });
});

describe("a description has no difference from itself", () => {
  test.each(Object.entries(cases))("%s", async (_name, pair) => {
    const { result } = await compare(pair.new, pair.new);
    expect(result).toEqual({ verdict: "none", changes: [] });
  });
});

test("there are as many pairs and traps as promised", () => {
  const names = Object.keys(cases);
  expect(names.length).toBeGreaterThanOrEqual(60);
  expect(
    names.filter((name) => name.startsWith("trap")).length,
  ).toBeGreaterThanOrEqual(20);
});
