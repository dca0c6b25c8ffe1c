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

const outside = "outside:";

/**
 * What a package or a module outside of the output exports.
 * @param specifier a package, or a path from the output's root that begins with `./` or `../`
 * @param isType true for a type alone
 * @throws TypeError if the name is no identifier, or the specifier has other characters than those of packages and paths
 */
export function externalSymbol(
  name: string,
  specifier: string,
  isType = false,
): CodeSymbol {
  if (!/^[A-Za-z_$][\w$]*$/.test(name) || !/^[\w@.~+/#-]+$/.test(specifier)) {
    throw new TypeError(
      `not an import: ${JSON.stringify(name)} from ${JSON.stringify(specifier)}`,
    );
  }
  return { kind: "symbol", name, module: outside + specifier, isType };
}

/** The specifier of a module of the user's; undefined for a file of the output. */
export function externalSpecifier(module: string): string | undefined {
  return module.startsWith(outside) ? module.slice(outside.length) : undefined;
}
