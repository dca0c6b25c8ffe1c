import type { TypeScriptFile } from "../code/file.js";
import { symbolsOf } from "../code/symbols-of.js";
import type { CodeSymbol } from "../code/symbol.js";

/** What a file imports from one other file of the output. */
export interface ModuleImport {
  /** Path of the imported file, from the output's root. */
  readonly module: string;
  /** In the order of their names, each once. */
  readonly symbols: readonly ImportedSymbol[];
}

export interface ImportedSymbol {
  readonly name: string;
  readonly isType: boolean;
  /** The name it goes by in the file, where that is another one. */
  readonly alias?: string;
}

/** The imports of a file, and what its code calls each symbol. */
export interface FileImports {
  /** One entry a module, in the order of their first use. */
  readonly modules: readonly ModuleImport[];
  readonly localName: (symbol: CodeSymbol) => string;
}

/**
 * The imports that a file's code needs. A name of the runtime gives way to everything else that is called the
 * same in the file, so that the runtime takes no name from the API: it is then imported under another one.
 */
export function collectImports(file: TypeScriptFile): FileImports {
  const modules = new Map<string, Map<string, CodeSymbol>>();
  const taken = new Set<string>();
  for (const declaration of file.declarations) {
    if (declaration.kind !== "reexport") taken.add(declaration.name);
    for (const symbol of symbolsOf(declaration)) {
      if (!isRuntime(symbol.module)) taken.add(symbol.name);
      if (symbol.module === file.path) continue;
      const symbols = modules.get(symbol.module) ?? new Map();
      modules.set(symbol.module, symbols);
      // A name that is used both as a value and as a type is imported as a value.
      if (!symbols.has(symbol.name) || !symbol.isType) {
        symbols.set(symbol.name, symbol);
      }
    }
  }
  const localName = ({ name, module }: CodeSymbol): string =>
    isRuntime(module) && module !== file.path ? freeName(name, taken) : name;
  return {
    modules: [...modules].map(([module, symbols]) => ({
      module,
      symbols: [...symbols.values()]
        .sort((a, b) => compareText(a.name, b.name))
        .map((symbol) => imported(symbol, localName(symbol))),
    })),
    localName,
  };
}

function isRuntime(module: string): boolean {
  return module.startsWith("runtime/");
}

function imported({ name, isType }: CodeSymbol, alias: string): ImportedSymbol {
  return alias === name ? { name, isType } : { name, isType, alias };
}

/** `Issue` becomes `RuntimeIssue`, `check` becomes `runtimeCheck`, where the name is taken. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  const first = name.charAt(0);
  const isUpper = first === first.toUpperCase();
  const prefixed = `${isUpper ? "Runtime" : "runtime"}${first.toUpperCase()}${name.slice(1)}`;
  return freeName(prefixed, taken);
}

/** By code units, the same on every machine. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
