import type { TypeScriptFile } from "../code/file.js";
import { symbolsOf } from "../code/symbols-of.js";
import type { CodeSymbol } from "../code/symbol.js";

/** What a file imports from one other file of the output. */
export interface ModuleImport {
  /** Path of the imported file, from the output's root. */
  readonly module: string;
  /** In the order of their names, each once. */
  readonly symbols: readonly CodeSymbol[];
}

/** The imports that a file's code needs: one entry a module, in the order of the paths. */
export function collectImports(file: TypeScriptFile): readonly ModuleImport[] {
  const modules = new Map<string, Map<string, CodeSymbol>>();
  for (const declaration of file.declarations) {
    for (const symbol of symbolsOf(declaration)) {
      if (symbol.module === file.path) continue;
      const symbols = modules.get(symbol.module) ?? new Map();
      modules.set(symbol.module, symbols);
      // A name that is used both as a value and as a type is imported as a value.
      if (!symbols.has(symbol.name) || !symbol.isType) {
        symbols.set(symbol.name, symbol);
      }
    }
  }
  return [...modules]
    .sort(([a], [b]) => compareText(a, b))
    .map(([module, symbols]) => ({
      module,
      symbols: [...symbols.values()].sort((a, b) =>
        compareText(a.name, b.name),
      ),
    }));
}

/** By code units, the same on every machine. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
