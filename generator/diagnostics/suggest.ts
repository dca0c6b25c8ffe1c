import { distance } from "fastest-levenshtein";

/**
 * The candidate that was probably meant: the nearest by edit distance, case set aside, if no more than a
 * third of the word differs. Undefined where none is near.
 */
export function suggest(
  word: string,
  candidates: Iterable<string>,
): string | undefined {
  if (word.length > 100) return undefined;
  const lower = word.toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.floor(Math.max(word.length, 3) / 3) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    const steps = distance(lower, candidate.toLowerCase());
    if (steps < bestDistance) {
      bestDistance = steps;
      best = candidate;
    }
  }
  return best;
}

/** `Did you mean "x"?`, or undefined where nothing is near. */
export function didYouMean(
  word: string,
  candidates: Iterable<string>,
): string | undefined {
  const found = suggest(word, candidates);
  return found === undefined
    ? undefined
    : `Did you mean ${JSON.stringify(found)}?`;
}
