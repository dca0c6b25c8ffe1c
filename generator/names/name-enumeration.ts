import { typeSymbol, valueSymbol } from "../code/symbol.js";
import type {
  DiagnosticCollector,
  SourceLocation,
} from "../diagnostics/collector.js";
import { shorten, visible } from "../diagnostics/shown-text.js";
import {
  enumerationOf,
  hasNamedMembers,
  nameKeywords,
  type EnumMember,
} from "../model/enumeration.js";
import type { Api, Definition } from "../model/api.js";
import type { Schema } from "../model/schema.js";
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
  return members.map((member) => {
    const plain = plainKey(member);
    let key = plain;
    for (let mark = JSON.stringify(member.value); taken.has(key); mark += "'") {
      key = `${plain}_${shortHash(mark)}`;
    }
    taken.add(key);
    return key;
  });
}

/** Warns of values whose names are the same, or become the same as identifiers: all but the first get a hash. */
export function checkMemberKeys(
  schema: Schema,
  api: Pick<Api, "definitions">,
  collector: DiagnosticCollector,
): void {
  const enumeration = enumerationOf(schema, api);
  if (enumeration === undefined || !hasNamedMembers(enumeration)) return;
  const { members } = enumeration;
  const keys = memberKeys(members);
  const firsts = new Map<string, EnumMember>();
  members.forEach((member, index) => {
    const plain = plainKey(member);
    const first = firsts.get(plain);
    if (first === undefined) firsts.set(plain, member);
    else report(first, member, plain, keys[index] ?? plain);
  });

  function report(
    first: EnumMember,
    member: EnumMember,
    plain: string,
    key: string,
  ): void {
    const values = [first, member].map(({ value }) =>
      visible(shorten(JSON.stringify(value), 60)),
    );
    collector.add(
      "enum-name-twice",
      locationOfNames(schema),
      `The values ${values.join(" and ")} of the enum both have the name "${plain}"; the second is called "${key}", which changes with its value.`,
      "Give each value a name of its own.",
    );
  }
}

/** The extension that names the values, else the schema. */
function locationOfNames({ pointer, annotations }: Schema): SourceLocation {
  const hash = pointer.indexOf("#");
  const { extensions = {} } = annotations;
  const keyword = nameKeywords.find((each) => Object.hasOwn(extensions, each));
  const own = pointer.slice(hash + 1);
  return {
    file: pointer.slice(0, hash),
    pointer: keyword === undefined ? own : `${own}/${keyword}`,
  };
}

function plainKey({ name, value }: EnumMember): string {
  const text = name ?? (typeof value === "string" ? value : `Value ${value}`);
  return name !== undefined && isPlainName(name) ? name : keyOf(text);
}

function keyOf(text: string): string {
  const key = pascalCase(text);
  if (key === "") return text.trim() === "" ? "Empty" : `_${shortHash(text)}`;
  return /^\p{ID_Start}/u.test(key) ? key : `_${key}`;
}
