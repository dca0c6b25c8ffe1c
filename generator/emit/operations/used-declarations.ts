import type { Declaration } from "../../code/file.js";
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
  // A set gives what is added to it while it is walked.
  for (const declaration of used) {
    for (const name of namesIn(declaration)) {
      const found = own.get(name);
      if (found !== undefined) used.add(found);
    }
  }
  return declarations.filter((declaration) => used.has(declaration));
}

/** The symbols of a declaration, and every word of its text that could be a name. */
function namesIn(declaration: Declaration): readonly string[] {
  return codeOf(declaration)
    .flatMap((piece) => piece.parts)
    .flatMap((part) =>
      typeof part === "string" ? (part.match(words) ?? []) : [part.name],
    );
}

const words = /[\p{ID_Continue}$]+/gu;
