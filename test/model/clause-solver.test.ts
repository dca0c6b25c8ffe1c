import { expect, test } from "vitest";
import { ClauseSolver } from "../../generator/model/clause-solver.js";
import { memberRulesOf } from "../../generator/model/member-rules.js";
import type { Presence } from "../../generator/model/presence-formula.js";

function repeat<T>(size: number, item: (index: number) => T): T[] {
  return Array.from({ length: size }, (_, index) => item(index));
}

/** If all of `given` are there, one of `needed` is. */
interface Clause {
  readonly given: readonly string[];
  readonly needed: readonly string[];
}

/** A member is absent, or it is given. */
function solverOf(clauses: readonly Clause[]): ClauseSolver {
  const sets = clauses.map(
    ({ given: all, needed }) =>
      new Map([
        ...all.map((name) => [name, 1n] as const),
        ...needed.map((name) => [name, 2n] as const),
      ]),
  );
  return new ClauseSolver(sets, () => 3n);
}

const given = (name: string): Presence => ({ kind: "given", name });

function stepsFor(clauses: readonly Clause[]): number {
  const solver = solverOf(clauses);
  for (const index of clauses.keys()) solver.follows(index);
  return solver.steps;
}

test("what a chain of conditions implies follows from it", () => {
  const solver = solverOf([
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

test("what values exclude follows from it", () => {
  // Absent, one of two values, or another one.
  const [absent, a, b, other] = [1n, 2n, 4n, 8n];
  const solver = new ClauseSolver(
    [
      new Map([
        ["kind", absent | b | other],
        ["x", a],
      ]),
      new Map([
        ["kind", absent | a | other],
        ["x", a],
      ]),
      new Map([["kind", a | b]]),
      new Map([["x", a | other]]),
      new Map([["x", b]]),
    ],
    () => absent | a | b | other,
  );
  expect([2, 3, 4].map((index) => solver.follows(index))).toEqual([
    false,
    true,
    false,
  ]);
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
  expect(memberRulesOf(parts, []).rules.length).toBeGreaterThan(20);
});
