import type { Issue } from "./issues.js";
import { type InstanceLocation, mostIssues, report } from "./locations.js";

/** So deep schemas that refer to themselves are followed. */
const mostLevels = 500;

/** Into so many values they are followed: far more than JSON in memory has, but not a graph that shares its parts. */
const mostValues = 2 ** 24;

/** Since the outermost call; infinite once an issue has said that it is too far. */
let visited = 0;

/**
 * Whether a recursive function has gone far enough: too deep, into too many values, or until the list of issues was
 * full. Called once a value.
 * @param issues the list that the function adds to
 */
export function isTooFar(depth: number, issues?: readonly Issue[]): boolean {
  if (depth === 0) visited = 0;
  return (
    depth > mostLevels ||
    ++visited > mostValues ||
    (issues !== undefined && issues.length >= mostIssues)
  );
}

/** Adds the issue of a value that is followed no further, once in a run: cyclic data would have no end of them. */
export function depthIssue(at: InstanceLocation): void {
  if (visited === Infinity) return;
  const isDeep = at.depth > mostLevels;
  visited = Infinity;
  const limit = isDeep ? mostLevels : mostValues;
  report(
    at,
    "$ref",
    { limit },
    isDeep
      ? `is nested deeper than ${limit} levels`
      : `has more than ${limit} values, those counted again that it shares`,
  );
}
