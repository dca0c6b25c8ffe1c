import type { Declaration } from "../../code/file.js";
import type { CodeSymbol } from "../../code/symbol.js";
import { codeOf } from "../../code/symbols-of.js";

/**
 * Leaves out what nothing of the file uses: functions and constants of its own that were made for a test which
 * the collectors then did without.
 */
export function usedDeclarations(
  declarations: readonly Declaration[],
): Declaration[] {
  const own = new Map(
    declarations.flatMap((declaration) =>
      declaration.kind === "reexport" || declaration.exported
        ? []
        : [[declaration.name, declaration] as const],
    ),
  );
  if (own.size === 0) return [...declarations];
  const used = new Set<Declaration>(
    declarations.filter(
      (declaration) =>
        declaration.kind === "reexport" || !own.has(declaration.name),
    ),
  );
  // A set gives what is added to it while it is walked; a map may lose members meanwhile.
  for (const declaration of used) {
    const parts = codeOf(declaration).flatMap((piece) => piece.parts);
    for (const [name, found] of own) {
      if (!parts.some((part) => isNamedIn(part, name))) continue;
      used.add(found);
      own.delete(name);
    }
  }
  return declarations.filter((declaration) => used.has(declaration));
}

function isNamedIn(part: string | CodeSymbol, name: string): boolean {
  return typeof part === "string" ? hasWord(part, name) : part.name === name;
}

/** Whether a name stands in the text, and not as a part of a longer one. */
function hasWord(text: string, name: string): boolean {
  for (
    let start = text.indexOf(name);
    start >= 0;
    start = text.indexOf(name, start + 1)
  ) {
    const isPart =
      wordUnit.test(text.charAt(start - 1)) ||
      wordUnit.test(text.charAt(start + name.length));
    if (!isPart) return true;
  }
  return false;
}

const wordUnit = /[\w$]/;
