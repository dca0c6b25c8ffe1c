/**
 * A name that one file of the output exports and others use. Printing a symbol in a file brings the import
 * with it; names are unique over the whole output (see `names/`), so that no import needs an alias.
 */
export interface CodeSymbol {
  readonly kind: "symbol";
  readonly name: string;
  /** Path of the exporting file, from the output's root, `/` between folders, with its `.ts` ending. */
  readonly module: string;
  /** True for a type alone: imported with `type`. */
  readonly isType: boolean;
}

/** A function or constant that `module` exports. */
export function valueSymbol(name: string, module: string): CodeSymbol {
  return { kind: "symbol", name, module, isType: false };
}

/** A type that `module` exports. */
export function typeSymbol(name: string, module: string): CodeSymbol {
  return { kind: "symbol", name, module, isType: true };
}
