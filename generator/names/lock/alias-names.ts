import type { CodeSymbol } from "../../code/symbol.js";

/** Names that something had before, for modules that export them beside the new ones. */
export interface NameAlias {
  readonly kind: "operation" | "schema";
  /** The pointer of the operation, or the id of the definition. */
  readonly of: string;
  /** The modules that export the old names, by those that export the new ones. */
  readonly modules: Readonly<Record<string, string>>;
  /** The old names, by the new ones. */
  readonly names: Readonly<Record<string, string>>;
  /** The method that `createApi` had for it. */
  readonly method?: string;
}

/**
 * Pairs the symbols of new and old names, which have the same members.
 * @param fresh the names of an operation or a schema
 * @param old the same made of an earlier base name
 */
export function pairNames(
  fresh: unknown,
  old: unknown,
): Pick<NameAlias, "modules" | "names"> {
  const modules: Record<string, string> = {};
  const names: Record<string, string> = {};
  const visit = (a: unknown, b: unknown): void => {
    if (
      typeof a !== "object" ||
      typeof b !== "object" ||
      a === null ||
      b === null
    )
      return;
    if (isSymbol(a) && isSymbol(b)) {
      if (a.name === b.name) return;
      names[a.name] ??= b.name;
      modules[a.module] ??= b.module;
      return;
    }
    for (const [key, member] of Object.entries(a))
      visit(member, (b as Readonly<Record<string, unknown>>)[key]);
  };
  visit(fresh, old);
  return { modules, names };
}

function isSymbol(value: object): value is CodeSymbol {
  return "kind" in value && value.kind === "symbol";
}
