import { JSONPathEnvironment, type JSONValue } from "json-p3";
import type { JsonValue } from "../model/json.js";

/** A node that a query selects: the keys and indices that lead to it from the root. */
export type Location = readonly (string | number)[];

/** A JSONPath query of RFC 9535, ready to run. */
export interface PathQuery {
  /** The nodes that it selects, in the order of the document. */
  select(root: JsonValue): readonly Location[];
}

/**
 * Compiles a JSONPath query (RFC 9535).
 * @param mostLevels how deep documents nest
 * @throws Error with what is wrong, and where in the text
 */
export function compilePath(text: string, mostLevels: number): PathQuery {
  const environment = new JSONPathEnvironment({
    maxRecursionDepth: mostLevels + 2,
  });
  const query = environment.compile(text);
  return {
    select: (root) => query.query(root as JSONValue).locations(),
  };
}
