import type { JsonValue } from "./json.js";
import { passes } from "./matches.js";
import {
  atomsOf,
  type Presence,
  type TestKeyword,
} from "./presence-formula.js";

/**
 * The states of a member that formulas tell apart: absent, each of the values that they name, and any other value, by
 * the tests that it passes. A set of states is a number with a bit for each.
 */
export interface MemberStates {
  readonly values: readonly JsonValue[];
  readonly tests: readonly TestKeyword[];
  /** All states that the member can be in. */
  readonly all: bigint;
}

/** What words say of the state of a member. */
export interface MemberState {
  readonly name: string;
  /**
   * What is said of a value: it is one of `values`, it is none of them, it passes the `tests`, or it is there. `none`
   * says that the member is not given.
   */
  readonly kind: "values" | "otherValues" | "tests" | "any" | "none";
  readonly values: readonly JsonValue[];
  readonly tests: readonly Test[];
  /** Whether the member may be absent as well; undefined where it is there in any case. */
  readonly orAbsent: boolean | undefined;
}

export interface Test {
  readonly keyword: TestKeyword;
  readonly isPassed: boolean;
}

export const absent = 1n;

/** More tests of one member are not told apart: the states would be too many. */
const mostTests = 4;

/** More values are not read by anybody. */
const mostValues = 20;

/** The states of each member that the formulas speak of, but for members of too many. */
export function statesOf(
  formulas: readonly Presence[],
): ReadonlyMap<string, MemberStates> {
  const found = new Map<
    string,
    { values: Map<string, JsonValue>; tests: Map<string, TestKeyword> }
  >();
  for (const atom of formulas.flatMap((formula) => [...atomsOf(formula)])) {
    const known = found.get(atom.name) ?? {
      values: new Map<string, JsonValue>(),
      tests: new Map<string, TestKeyword>(),
    };
    found.set(atom.name, known);
    if (atom.kind === "valued") {
      for (const value of atom.values) {
        known.values.set(JSON.stringify(value), value);
      }
    } else if (atom.kind === "tested") {
      known.tests.set(JSON.stringify(atom.keyword), atom.keyword);
    }
  }
  return new Map(
    [...found].flatMap(([name, { values, tests }]) => {
      if (tests.size > mostTests) return [];
      const bits = 1 + values.size + 2 ** tests.size;
      const states: MemberStates = {
        values: [...values.values()],
        tests: [...tests.values()],
        all: (1n << BigInt(bits)) - 1n,
      };
      return [[name, states] as const];
    }),
  );
}

/** The states that meet a condition on a single member. */
export function statesThat(
  atom: Extract<Presence, { name: string }>,
  states: MemberStates,
): bigint {
  const { values, tests, all } = states;
  switch (atom.kind) {
    case "given":
      return all & ~absent;
    case "valued": {
      const named = new Set(atom.values.map((value) => JSON.stringify(value)));
      const bits = values.map((value, index) =>
        named.has(JSON.stringify(value)) ? valueBit(index) : 0n,
      );
      return union(bits) & all;
    }
    case "tested": {
      const key = JSON.stringify(atom.keyword);
      const index = tests.findIndex(
        (keyword) => JSON.stringify(keyword) === key,
      );
      return statesPassing(index, states) & all;
    }
  }
}

/**
 * A set of states in words.
 * @param possible the states that the member can have at all
 * @returns undefined where words do not say it
 */
export function describeStates(
  name: string,
  set: bigint,
  possible: bigint,
  states: MemberStates,
): MemberState | undefined {
  const given = states.all & ~absent & possible;
  const left = set & given;
  const orAbsent =
    (possible & absent) === 0n ? undefined : (set & absent) !== 0n;
  const state = { name, values: [], tests: [], orAbsent };
  if (left === 0n) return { ...state, kind: "none" };
  if (left === given) return { ...state, kind: "any" };
  const values = valuesIn(left, states);
  const otherValues = valuesIn(given & ~left, states);
  if (
    values !== undefined &&
    (otherValues === undefined || values.length <= otherValues.length)
  ) {
    return values.length > mostValues
      ? undefined
      : { ...state, kind: "values", values };
  }
  if (otherValues !== undefined) {
    return otherValues.length > mostValues
      ? undefined
      : { ...state, kind: "otherValues", values: otherValues };
  }
  const tests = testsFor(left, given, states);
  return tests && { ...state, kind: "tests", tests };
}

/** True if a member has the state: a value, or undefined where it is absent. */
export function isInState(
  state: MemberState,
  value: JsonValue | undefined,
): boolean {
  if (value === undefined) {
    return state.kind === "none" || state.orAbsent === true;
  }
  const key = JSON.stringify(value);
  const isNamed = state.values.some((one) => JSON.stringify(one) === key);
  switch (state.kind) {
    case "values":
      return isNamed;
    case "otherValues":
      return !isNamed;
    case "tests":
      return state.tests.every(
        ({ keyword, isPassed }) => passesTest(keyword, value) === isPassed,
      );
    case "any":
      return true;
    case "none":
      return false;
  }
}

/** The values, if the states are those of named values alone. */
function valuesIn(
  set: bigint,
  { values }: MemberStates,
): readonly JsonValue[] | undefined {
  const named = values.filter((_, index) => (set & valueBit(index)) !== 0n);
  const bits = union(
    values.map((_, index) => valueBit(index)).map((bit) => set & bit),
  );
  return bits === set ? named : undefined;
}

/** The fewest tests that the states pass or fail, and no other possible ones. */
function testsFor(
  set: bigint,
  possible: bigint,
  states: MemberStates,
): readonly Test[] | undefined {
  let choices: readonly (readonly Test[])[] = [[]];
  states.tests.forEach((keyword) => {
    choices = choices.flatMap((tests) => [
      tests,
      [...tests, { keyword, isPassed: true }],
      [...tests, { keyword, isPassed: false }],
    ]);
  });
  const meaning = (tests: readonly Test[]): bigint =>
    tests.reduce((left, { keyword, isPassed }) => {
      const passing = statesPassing(states.tests.indexOf(keyword), states);
      return left & (isPassed ? passing : ~passing);
    }, possible);
  return choices
    .filter((tests) => meaning(tests) === set)
    .sort((a, b) => a.length - b.length)[0];
}

function statesPassing(index: number, { values, tests }: MemberStates): bigint {
  const keyword = tests[index];
  if (keyword === undefined) return 0n;
  const named = values.map((value, at) =>
    passesTest(keyword, value) ? valueBit(at) : 0n,
  );
  const others = Array.from({ length: 2 ** tests.length }, (_, passed) =>
    (passed >> index) % 2 === 1 ? valueBit(values.length + passed) : 0n,
  );
  return union([...named, ...others]);
}

function passesTest(keyword: TestKeyword, value: JsonValue): boolean {
  return passes(
    keyword,
    value,
    { kind: "any", pointer: "", annotations: {} },
    { definitions: {} },
  );
}

function valueBit(index: number): bigint {
  return 1n << BigInt(index + 1);
}

function union(sets: readonly bigint[]): bigint {
  return sets.reduce((all, set) => all | set, 0n);
}
