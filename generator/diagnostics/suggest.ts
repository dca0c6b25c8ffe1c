import { distance } from "fastest-levenshtein";

/** The names to choose from: a list or set of them, or a map or an object whose keys they are. */
export type Candidates =
  | Iterable<string>
  | ReadonlyMap<string, unknown>
  | Readonly<Record<string, unknown>>;

/**
 * The candidate that was probably meant: the nearest by edit distance, case set aside, if no more than a
 * third of the word differs. Undefined where none is near.
 *
 * Sets, maps and objects with many names are compared in part only: with the names that begin or end like the word. So
 * a thousand wrong names beside a thousand right ones take no million comparisons. They must not change between calls,
 * except that names are added.
 */
export function suggest(
  word: string,
  candidates: Candidates,
): string | undefined {
  if (word.length > 100) return undefined;
  const lower = word.toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.floor(word.length / 3) + 1;
  for (const candidate of plausible(lower, candidates)) {
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    const steps = stepsBetween(lower, candidate.toLowerCase());
    if (steps < bestDistance) {
      bestDistance = steps;
      best = candidate;
    }
  }
  return best;
}

/** The edit distance; two neighbouring letters in the wrong order are one step. */
function stepsBetween(word: string, candidate: string): number {
  const steps = distance(word, candidate);
  if (steps !== 2 || word.length !== candidate.length) return steps;
  const at = [...word].findIndex(
    (letter, index) => letter !== candidate[index],
  );
  const isSwapped =
    word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2) ===
    candidate;
  return isSwapped ? 1 : steps;
}

/** `Did you mean "x"?`, or undefined where nothing is near. */
export function didYouMean(
  word: string,
  candidates: Candidates,
): string | undefined {
  const found = suggest(word, candidates);
  return found === undefined
    ? undefined
    : `Did you mean ${JSON.stringify(found)}?`;
}

const mostComparisons = 64;

/** The keys of an object in the order of their beginnings, and in that of their ends. */
type KeyOrders = readonly [byStart: SortedKeys, byEnd: SortedKeys];

interface SortedKeys {
  readonly texts: readonly string[];
  readonly keys: readonly string[];
}

const ordersOf = new WeakMap<object, KeyOrders>();

function plausible(lower: string, candidates: Candidates): Iterable<string> {
  const isSized = candidates instanceof Set || candidates instanceof Map;
  if (!isSized && Symbol.iterator in candidates)
    return candidates as Iterable<string>;
  let orders = ordersOf.get(candidates);
  if (
    orders === undefined ||
    (isSized && orders[0].keys.length !== candidates.size)
  ) {
    const keys: readonly string[] = isSized
      ? [...(candidates.keys() as Iterable<string>)]
      : Object.keys(candidates);
    if (keys.length <= mostComparisons) return keys;
    orders = [
      sortKeys(keys, (key) => key.toLowerCase()),
      sortKeys(keys, (key) => reversed(key.toLowerCase())),
    ];
    ordersOf.set(candidates, orders);
  }
  const [byStart, byEnd] = orders;
  return new Set([
    ...neighbours(byStart, lower),
    ...neighbours(byEnd, reversed(lower)),
  ]);
}

function sortKeys(
  keys: readonly string[],
  textOf: (key: string) => string,
): SortedKeys {
  const pairs = keys
    .map((key) => ({ key, text: textOf(key) }))
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
  return {
    texts: pairs.map(({ text }) => text),
    keys: pairs.map(({ key }) => key),
  };
}

/** The keys on both sides of where a text would be. */
function neighbours({ texts, keys }: SortedKeys, text: string): string[] {
  let low = 0;
  let high = texts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((texts[middle] ?? "") < text) low = middle + 1;
    else high = middle;
  }
  const half = mostComparisons / 4;
  return keys.slice(Math.max(0, low - half), low + half);
}

function reversed(text: string): string {
  return [...text].reverse().join("");
}
