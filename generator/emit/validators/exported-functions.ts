import type { Names } from "../../names/names.js";
import { Query } from "../../tracking/query.js";

/** Whether the output exports a function of that name, which no module may then have of its own. */
export const isExportedFunction = new Query<Names, boolean>(
  "exported-function",
  (names) => {
    const found = new Set<string>();
    for (const group of [names.schemas, names.operations]) {
      for (const entry of group.values()) {
        for (const symbol of Object.values<unknown>(entry as never)) {
          if (isFunctionSymbol(symbol)) found.add(symbol.name);
        }
      }
    }
    for (const { mapped, enumeration } of names.schemas.values()) {
      const { parse, serialize } = mapped ?? {};
      const { values, isKnown } = enumeration ?? {};
      for (const symbol of [parse, serialize, values, isKnown]) {
        if (symbol !== undefined) found.add(symbol.name);
      }
    }
    return (name) => found.has(name);
  },
);

function isFunctionSymbol(value: unknown): value is { readonly name: string } {
  return (
    typeof value === "object" &&
    value !== null &&
    "isType" in value &&
    value.isType === false
  );
}
