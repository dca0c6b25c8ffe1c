import { expect, test } from "vitest";
import {
  ClauseSolver,
  type Clause,
} from "../../generator/model/clause-solver.js";
import { memberRulesOf } from "../../generator/model/member-rules.js";
import type { Presence } from "../../generator/model/presence.js";

function repeat<T>(size: number, item: (index: number) => T): T[] {
  return Array.from({ length: size }, (_, index) => item(index));
}

const given = (name: string): Presence => ({ kind: "given", name });

function stepsFor(clauses: readonly Clause[]): number {
  const solver = new ClauseSolver(clauses);
  for (const index of clauses.keys()) solver.follows(index);
  return solver.steps;
}

test("what a chain of conditions implies follows from it", () => {
  const solver = new ClauseSolver([
    { given: ["a"], needed: ["b"] },
    { given: ["b"], needed: ["c", "d"] },
    { given: ["c"], needed: ["e"] },
    { given: ["d"], needed: ["e"] },
    { given: ["a"], needed: ["e"] },
  ]);
  expect([0, 1, 2, 3, 4].map((index) => solver.follows(index))).toEqual([
    false,
    false,
    false,
    false,
    true,
  ]);
  solver.remove(0);
  expect(solver.follows(4)).toBe(false);
});

test.each<[string, (size: number) => Clause[]]>([
  [
    "clauses without a common name",
    (size) => repeat(size, (i) => ({ given: [`a${i}`], needed: [`b${i}`] })),
  ],
  [
    "clauses of a hundred names",
    (size) =>
      repeat(size, (i) => ({
        given: [`a${i}`],
        needed: repeat(100, (j) => `b${i}-${j}`),
      })),
  ],
])("looks at %s once each", (_, make) => {
  expect(stepsFor(make(1000))).toBeLessThanOrEqual(stepsFor(make(500)) * 2);
});

test("gives up on a puzzle in time, and says the rules that are written", () => {
  // Eleven pigeons in ten holes: no object is valid, and there is no short proof of it.
  const pigeons = repeat(11, (pigeon) => pigeon);
  const holes = repeat(10, (hole) => hole);
  const clauses: Clause[] = [
    ...pigeons.map((pigeon) => ({
      given: [],
      needed: holes.map((hole) => `${pigeon} in ${hole}`),
    })),
    ...holes.flatMap((hole) =>
      pigeons.flatMap((a) =>
        pigeons
          .filter((b) => b > a)
          .map((b) => ({
            given: [`${a} in ${hole}`, `${b} in ${hole}`],
            needed: [],
          })),
      ),
    ),
  ];
  expect(stepsFor(clauses)).toBeLessThan(1_000_000);
  const parts = clauses.map(({ given: all, needed }): Presence => ({
    kind: "any",
    parts: [
      ...all.map((name): Presence => ({ kind: "not", part: given(name) })),
      ...needed.map(given),
    ],
  }));
  expect(memberRulesOf(parts).length).toBeGreaterThan(20);
});
