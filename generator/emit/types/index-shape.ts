import { unionOf } from "./union-of.js";
import {
  neverShape,
  unknownShape,
  type ObjectShape,
  type Shape,
} from "./shape.js";

/**
 * The type behind `[key: string]`, which has to hold for every named member too; undefined if there is none: the
 * names are listed, or nothing is said of others.
 */
export function indexShape({
  members,
  patterns = [],
  rest,
  names,
}: ObjectShape): Shape | undefined {
  if (names !== undefined && members.length > 0) return undefined;
  const isClosed = rest?.kind === "never" || names !== undefined;
  if (patterns.length === 0) {
    if (isClosed) return members.length === 0 ? neverShape : undefined;
    if (rest === undefined) {
      return members.length === 0 ? unknownShape : undefined;
    }
  }
  return unionOf([
    ...patterns.map(({ shape }) => shape),
    ...(isClosed ? [] : [rest ?? unknownShape]),
    ...members.map(({ shape }) => shape),
  ]);
}
