import type { AST } from "@eslint-community/regexpp";
import type { ParsedPattern } from "./parse-pattern.js";
import {
  automatonOf,
  StepCounter,
  TooManySteps,
  type Automaton,
} from "./pattern-automaton.js";

/**
 * How long a backtracking matcher can take for a text of a length: its power (1: as long as the text), two to the power of
 * the length, or unknown, because finding out takes too many steps.
 */
export type PatternCost = number | "exponential" | "unknown";

/**
 * The greatest cost of a pattern over all texts. Looks at the pattern alone; nothing is matched against it.
 * Assertions and references back are taken as met, so that the cost of a pattern that has some may be less.
 * @param mostSteps how much work the search may be
 */
export function costOfPattern(
  { tree }: Pick<ParsedPattern, "tree">,
  mostSteps: number,
): PatternCost {
  const steps = new StepCounter(mostSteps);
  try {
    const looks = lookaroundsOf(tree.alternatives);
    return [
      costOf(tree.alternatives, !isAnchored(tree.alternatives), steps),
      ...looks.map((inner) => costOf(inner, false, steps)),
    ].reduce(greater);
  } catch (error) {
    if (error instanceof TooManySteps) return "unknown";
    throw error;
  }
}

function greater(a: PatternCost, b: PatternCost): PatternCost {
  if (typeof a === "string") return a;
  return typeof b === "string" ? b : Math.max(a, b);
}

function costOf(
  alternatives: readonly AST.Alternative[],
  isSearched: boolean,
  steps: StepCounter,
): PatternCost {
  if (!hasLoop(alternatives)) return 1;
  const automaton = automatonOf(alternatives, isSearched, steps);
  if (matchesAll(automaton, steps)) return 1;
  const loops = loopsOf(automaton, steps);
  if (loops.some((loop) => isAmbiguous(loop, automaton, steps))) {
    return "exponential";
  }
  return degreeOf(loops, automaton, steps);
}

/** True if every text matches, so that a matcher never has to look for another way. */
function matchesAll(automaton: Automaton, steps: StepCounter): boolean {
  const { letters, alphabet, next, ends, first, matchesEmpty } = automaton;
  if (!matchesEmpty) return false;
  const seen = new Set<string>();
  const open: (readonly number[])[] = [first];
  for (let states = open.pop(); states !== undefined; states = open.pop()) {
    for (let letter = 1n; letter <= alphabet; letter <<= 1n) {
      steps.add(states.length);
      const reached = states.filter(
        (state) => ((letters[state] ?? 0n) & letter) !== 0n,
      );
      if (!reached.some((state) => ends.has(state))) return false;
      const after = new Set(reached.flatMap((state) => next[state] ?? []));
      const key = [...after].sort((a, b) => a - b).join();
      if (seen.has(key)) continue;
      seen.add(key);
      open.push([...after]);
    }
  }
  return true;
}

/** True if every match begins at the beginning of the text. */
function isAnchored(alternatives: readonly AST.Alternative[]): boolean {
  return alternatives.every(({ elements }) => {
    const [first] = elements;
    if (first?.type === "Assertion") return first.kind === "start";
    return (
      (first?.type === "Group" || first?.type === "CapturingGroup") &&
      isAnchored(first.alternatives)
    );
  });
}

/** The alternatives of each group of the pattern that looks ahead or behind. */
function lookaroundsOf(
  alternatives: readonly AST.Alternative[],
): (readonly AST.Alternative[])[] {
  const found: (readonly AST.Alternative[])[] = [];
  const visit = (element: AST.Element): void => {
    if (element.type === "Quantifier") visit(element.element);
    else if ("alternatives" in element) {
      const isLook = element.type === "Assertion";
      if (isLook) found.push(element.alternatives);
      element.alternatives.flatMap(({ elements }) => elements).forEach(visit);
    }
  };
  alternatives.flatMap(({ elements }) => elements).forEach(visit);
  return found;
}

function hasLoop(alternatives: readonly AST.Alternative[]): boolean {
  return alternatives.some(({ elements }) =>
    elements.some((element) => {
      if (element.type === "Quantifier") {
        return element.max > 1 || hasLoopWithin(element.element);
      }
      return hasLoopWithin(element);
    }),
  );
}

function hasLoopWithin(element: AST.Element): boolean {
  return (
    (element.type === "Group" || element.type === "CapturingGroup") &&
    hasLoop(element.alternatives)
  );
}

/** The states of each loop: those that lead to each other and back (Tarjan, without recursion). */
function loopsOf(
  { next }: Automaton,
  steps: StepCounter,
): readonly (readonly number[])[] {
  const order = new Map<number, number>();
  const lowest = new Map<number, number>();
  const open: number[] = [];
  const isOpen = new Set<number>();
  const loops: number[][] = [];
  const enter = (state: number): { state: number; place: number } => {
    order.set(state, order.size);
    lowest.set(state, order.size - 1);
    open.push(state);
    isOpen.add(state);
    return { state, place: 0 };
  };
  const lower = (state: number, value = Infinity): void => {
    lowest.set(state, Math.min(lowest.get(state) ?? Infinity, value));
  };
  for (const start of next.keys()) {
    if (order.has(start)) continue;
    const path = [enter(start)];
    for (let at = path.at(-1); at !== undefined; at = path.at(-1)) {
      steps.add(1);
      const { state } = at;
      const target = next[state]?.[at.place];
      at.place += 1;
      if (target !== undefined) {
        if (!order.has(target)) path.push(enter(target));
        else if (isOpen.has(target)) lower(state, order.get(target));
        continue;
      }
      path.pop();
      const above = path.at(-1);
      if (above !== undefined) lower(above.state, lowest.get(state));
      if (lowest.get(state) !== order.get(state)) continue;
      const loop = open.splice(open.lastIndexOf(state));
      for (const each of loop) isOpen.delete(each);
      if (loop.length > 1 || next[state]?.includes(state) === true) {
        loops.push(loop);
      }
    }
  }
  return loops;
}

/** True if a text leads through a loop and back in two ways, and may yet fail to match. */
function isAmbiguous(
  loop: readonly number[],
  automaton: Automaton,
  steps: StepCounter,
): boolean {
  const { letters, next, several, matched } = automaton;
  if (loop.some((state) => matched.has(state))) return false;
  const within = new Set(loop);
  const has = (state: number): boolean => letters[state] !== 0n;
  const isTwofold = loop.some((state) =>
    [...(several[state] ?? [])].some((each) => within.has(each) && has(each)),
  );
  if (isTwofold) return true;
  const seen = new Set<number>();
  const open: [number, number][] = loop.map((state) => [state, state]);
  const count = next.length;
  for (let pair = open.pop(); pair !== undefined; pair = open.pop()) {
    const [a, b] = pair;
    for (const left of next[a] ?? []) {
      if (!within.has(left)) continue;
      for (const right of next[b] ?? []) {
        steps.add(1);
        if (!within.has(right)) continue;
        if (((letters[left] ?? 0n) & (letters[right] ?? 0n)) === 0n) continue;
        if (left === right) {
          if (a !== b) return true;
          continue;
        }
        const key = left * count + right;
        if (seen.has(key)) continue;
        seen.add(key);
        open.push([left, right]);
      }
    }
  }
  return false;
}

/** The greatest number of loops, one after the other, that can share a text in as many ways as it has places. */
function degreeOf(
  loops: readonly (readonly number[])[],
  automaton: Automaton,
  steps: StepCounter,
): number {
  const { matched } = automaton;
  // Loops are found from the end of the pattern to its beginning.
  const degrees: number[] = [];
  for (const [index, loop] of loops.entries()) {
    const mayFail = loop.every((state) => !matched.has(state));
    let degree = mayFail ? 1 : 0;
    for (const [later, other] of loops.slice(0, index).entries()) {
      const below = degrees[later] ?? 0;
      if (below >= degree && below > 0 && share(loop, other, automaton, steps))
        degree = below + 1;
    }
    degrees.push(degree);
  }
  return Math.max(1, ...degrees);
}

/** True if a text leads around one loop, around another, and from the one to the other. */
function share(
  from: readonly number[],
  to: readonly number[],
  { letters, next }: Automaton,
  steps: StepCounter,
): boolean {
  const inFrom = new Set(from);
  const inTo = new Set(to);
  const count = next.length;
  for (const p of from) {
    for (const q of to) {
      const seen = new Set<number>();
      const open: [number, number, number][] = [[p, p, q]];
      for (let at = open.pop(); at !== undefined; at = open.pop()) {
        const [a, b, c] = at;
        for (const x of next[a] ?? []) {
          if (!inFrom.has(x)) continue;
          for (const z of next[c] ?? []) {
            steps.add(1);
            const common = (letters[x] ?? 0n) & (letters[z] ?? 0n);
            if (!inTo.has(z) || common === 0n) continue;
            for (const y of next[b] ?? []) {
              steps.add(1);
              if (((letters[y] ?? 0n) & common) === 0n) continue;
              if (x === p && y === q && z === q) return true;
              const key = (x * count + y) * count + z;
              if (seen.has(key)) continue;
              seen.add(key);
              open.push([x, y, z]);
            }
          }
        }
      }
    }
  }
  return false;
}
