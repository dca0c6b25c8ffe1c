import { Code } from "./code.js";
import type { CodeSymbol } from "./symbol.js";

/**
 * Takes the text of a TypeScript type that the TypeScript printer made from a syntax tree (where every
 * string is a node, and so quoted) as code, with other code in its slots. For `emit/types` alone, where
 * openapi-typescript makes such trees.
 */
export function printedType(
  parts: readonly (string | Code | CodeSymbol)[],
): Code {
  return Code.fromTrustedParts(parts);
}
