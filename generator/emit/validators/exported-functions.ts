import type { Names } from "../../names/names.js";

const taken = new WeakMap<Names, ReadonlySet<string>>();

/** The functions that the output exports, which no module may have a function of its own beside; found once. */
export function exportedFunctions(names: Names): ReadonlySet<string> {
  const known = taken.get(names);
  if (known !== undefined) return known;
  const found = new Set<string>();
  for (const group of [names.schemas, names.operations]) {
    for (const entry of group.values()) {
      for (const symbol of Object.values<unknown>(entry as never)) {
        if (isFunctionSymbol(symbol)) found.add(symbol.name);
      }
    }
  }
  taken.set(names, found);
  return found;
}

function isFunctionSymbol(value: unknown): value is { readonly name: string } {
  return (
    typeof value === "object" &&
    value !== null &&
    "isType" in value &&
    value.isType === false
  );
}
