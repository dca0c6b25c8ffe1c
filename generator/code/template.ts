import { Code } from "./code.js";
import { quoteString } from "./quote.js";

/** A template literal: a string is fixed text, code stands in `${}`. A plain string literal where there is no code. */
export function templateLiteral(pieces: readonly (string | Code)[]): Code {
  const texts = pieces.filter((piece) => typeof piece === "string");
  if (texts.length === pieces.length) {
    return Code.fromTrustedParts([quoteString(texts.join(""))]);
  }
  const parts = pieces.flatMap((piece) =>
    typeof piece === "string"
      ? [
          quoteString(piece)
            .slice(1, -1)
            .replaceAll('\\"', '"')
            .replace(/`|\$(?=\{|$)/g, "\\$&"),
        ]
      : ["${", ...piece.parts, "}"],
  );
  return Code.fromTrustedParts(["`", ...parts, "`"]);
}
