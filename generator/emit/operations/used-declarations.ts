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
  const used = new Set<Declaration>(
    declarations.filter(
      (declaration) =>
        declaration.kind === "reexport" || !own.has(declaration.name),
    ),
  );
  // A set gives what is added to it while it is walked.
  for (const declaration of used) {
    for (const word of wordsOf(declaration)) {
      const found = own.get(word);
      if (found !== undefined) used.add(found);
    }
  }
  return declarations.filter((declaration) => used.has(declaration));
}

function wordsOf(declaration: Declaration): string[] {
  const text = codeOf(declaration)
    .flatMap(({ parts }) => parts)
    .map((part) => (typeof part === "string" ? part : part.name))
    .join(" ");
  return text.match(/[\w$]+/gu) ?? [];
}
