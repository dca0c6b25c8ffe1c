import { typeSymbol, valueSymbol } from "../code/symbol.js";
import {
  enumerationOf,
  hasNamedMembers,
  type EnumMember,
} from "../model/enumeration.js";
import type { Api, Definition } from "../model/api.js";
import { isPlainName } from "../code/literals.js";
import type { Claims } from "./claims.js";
import type { EnumerationNames } from "./names.js";
import { camelCase, pascalCase, pluralOf, shortHash } from "./words.js";

/**
 * The names of what a schema exports because its values are listed; undefined for one that lists none. They give
 * way to the names of the description.
 */
export function enumerationNames(
  { id, schema }: Definition,
  schemaNames: {
    readonly base: string;
    readonly typeModule: string;
    readonly module: string;
  },
  facts: {
    readonly api: Pick<Api, "definitions">;
    /** The type with the schema's name is that of responses, to which servers may add values. */
    readonly isOpen: boolean;
    /** A type of the user's own stands for the values. */
    readonly isReplaced: boolean;
  },
  claims: Claims,
): EnumerationNames | undefined {
  const enumeration = enumerationOf(schema, facts.api);
  if (enumeration === undefined) return undefined;
  const { base, typeModule, module } = schemaNames;
  const camel = camelCase(base);
  const plural = pluralOf(camel);
  const values = claims.takeFirst(
    [...(plural === undefined ? [] : [plural]), `${camel}Values`],
    id,
    (name) => ({ identifiers: [name] }),
  );
  const hasOthers =
    enumeration.isExtended || (enumeration.isOpen && facts.isOpen);
  const known =
    hasOthers && !facts.isReplaced
      ? claims.takeFirst([`Known${base}`, `${base}Known`], id, (name) => ({
          identifiers: [name, `is${name}`],
        }))
      : undefined;
  return {
    values: valueSymbol(values, typeModule),
    ...(hasNamedMembers(enumeration) ? { hasObject: true } : {}),
    ...(known === undefined
      ? {}
      : {
          known: typeSymbol(known, typeModule),
          isKnown: valueSymbol(`is${known}`, module),
        }),
  };
}

/** The keys of the values in the constant object, in their order: names as written where they are identifiers. */
export function memberKeys(members: readonly EnumMember[]): readonly string[] {
  const taken = new Set<string>();
  return members.map(({ name, value }) => {
    const text = name ?? (typeof value === "string" ? value : `Value ${value}`);
    const plain = name !== undefined && isPlainName(name) ? name : keyOf(text);
    let key = plain;
    for (let mark = JSON.stringify(value); taken.has(key); mark += "'") {
      key = `${plain}_${shortHash(mark)}`;
    }
    taken.add(key);
    return key;
  });
}

function keyOf(text: string): string {
  const key = pascalCase(text);
  if (key === "") return text.trim() === "" ? "Empty" : `_${shortHash(text)}`;
  return /^\p{ID_Start}/u.test(key) ? key : `_${key}`;
}
