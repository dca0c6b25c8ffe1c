import type { TypeScriptFile } from "../code/file.js";
import { symbolsOf } from "../code/symbols-of.js";
import { externalSpecifier, type CodeSymbol } from "../code/symbol.js";

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
 * The imports that a file's code needs. A name of the runtime or of a module of the user's gives way to everything
 * else that is called the same in the file, so that they take no name from the API: it is then imported under
 * another one.
 */
export function collectImports(file: TypeScriptFile): FileImports {
  const modules = new Map<string, Map<string, CodeSymbol>>();
  const taken = new Set<string>();
  for (const declaration of file.declarations) {
    if (declaration.kind !== "reexport") taken.add(declaration.name);
  }
  for (const symbol of symbolsOf(file.declarations)) {
    if (prefixOf(symbol.module) === undefined) taken.add(symbol.name);
    if (symbol.module === file.path) continue;
    let symbols = modules.get(symbol.module);
    if (symbols === undefined) {
      symbols = new Map();
      modules.set(symbol.module, symbols);
    }
    // A name that is used both as a value and as a type is imported as a value.
    if (!symbols.has(symbol.name) || !symbol.isType) {
      symbols.set(symbol.name, symbol);
    }
  }
  const localNames = new Map<string, string>();
  for (const module of [...modules.keys()].sort()) {
    const prefix = prefixOf(module);
    if (prefix === undefined) continue;
    for (const name of modules.get(module)?.keys() ?? []) {
      const isTaken = (one: string): boolean =>
        taken.has(one) || (prefix === "User" && meant.has(one));
      const free = freeName(name, prefix, isTaken);
      taken.add(free);
      if (free !== name) localNames.set(`${module} ${name}`, free);
    }
  }
  const localName = ({ name, module }: CodeSymbol): string =>
    localNames.size === 0
      ? name
      : (localNames.get(`${module} ${name}`) ?? name);
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

/** What generated code means something else by: globals that types are made of, and its own parameters. */
const meant: ReadonlySet<string> = new Set(
  (
    "Array ArrayBuffer AsyncIterable Blob Date Exclude FormData Iterable Omit Promise ReadableStream Readonly Record " +
    "Response URLSearchParams Uint8Array at body contentType from input key options query response value"
  ).split(" "),
);

/** What stands before a name that gives way; undefined for a module whose names do not. */
function prefixOf(module: string): string | undefined {
  if (module.startsWith("runtime/")) return "Runtime";
  return externalSpecifier(module) === undefined ? undefined : "User";
}

function imported({ name, isType }: CodeSymbol, alias: string): ImportedSymbol {
  return alias === name ? { name, isType } : { name, isType, alias };
}

/** `Issue` becomes `RuntimeIssue`, `check` becomes `runtimeCheck`, where the name is taken. */
function freeName(
  name: string,
  prefix: string,
  isTaken: (name: string) => boolean,
): string {
  if (!isTaken(name)) return name;
  const first = name.charAt(0);
  const isUpper = first === first.toUpperCase();
  const prefixed = `${isUpper ? prefix : prefix.toLowerCase()}${first.toUpperCase()}${name.slice(1)}`;
  return freeName(prefixed, prefix, isTaken);
}

/** By code units, the same on every machine. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
