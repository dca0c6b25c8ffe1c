import { Code } from "./code.js";
import type { CodeSymbol } from "./symbol.js";

/**
 * Takes the text of a printed form of TypeScript's types as code, with other code in its slots. For `emit/types` alone,
 * which has such forms.
 */
export function printedType(
  parts: readonly (string | Code | CodeSymbol)[],
): Code {
  return Code.fromTrustedParts(parts);
}
