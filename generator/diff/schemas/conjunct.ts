import type { Api } from "../../model/api.js";
import { enumerationOf } from "../../model/enumeration.js";
import { matches } from "../../model/matches.js";
import { isNull } from "../../model/or-null.js";
import type {
  AnyOfKeyword,
  DefinitionId,
  Discriminator,
  JsonType,
  OneOfKeyword,
  PropertiesKeyword,
  Property,
  Keyword,
  KeywordByKind,
  Schema,
} from "../../model/schema.js";
import type { JsonValue } from "../../model/json.js";
import { typesOf, typesOfKeywords, type Types } from "../../model/types-of.js";

/** A keyword, and the schema that it is written in. */
export interface Part<R extends Keyword = Keyword> {
  readonly keyword: R;
  /** Where that schema is. */
  readonly at: string;
}

/** A union without its `null` branch. */
export interface Union {
  readonly keyword: "anyOf" | "oneOf";
  readonly branches: readonly Branch[];
  readonly discriminator?: Discriminator;
  readonly at: string;
}

export interface Branch {
  readonly schema: Schema;
  /** The values of the discriminator that select it; undefined without a discriminator. */
  readonly tags?: readonly (string | number | boolean)[];
}

/**
 * The normal form in which schemas are compared: everything that holds for a value, wherever it is written. `$ref`,
 * `allOf` and unions of one branch are dissolved, and `null` is apart, in whichever of its spellings it was written. So
 * schemas that mean the same have the same normal form.
 */
export interface Conjunct {
  readonly isNever: boolean;
  /** True if every value is valid. */
  readonly isAny: boolean;
  /** Whether `null` is valid. */
  readonly takesNull: boolean;
  /** The types of values but `null`, branches of unions included; undefined if nothing says which. */
  readonly types: ReadonlySet<JsonType> | undefined;
  /** The same without unions. */
  readonly ownTypes: ReadonlySet<JsonType> | undefined;
  /** The listed values but `null`; undefined if none are listed. */
  readonly values: readonly JsonValue[] | undefined;
  /** Where the values are listed. */
  readonly valuesAt: string;
  /** True if a list of strings may grow in responses. */
  readonly isOpenList: boolean;
  /** True if any other string is valid as well: the list only names some. */
  readonly isExtendedList: boolean;
  /** The rules that have no field of their own here. */
  readonly parts: readonly Part[];
  readonly typeParts: readonly Part<KeywordByKind["type"]>[];
  readonly requiredParts: readonly Part<KeywordByKind["required"]>[];
  readonly unions: readonly Union[];
  /** By name; several schemas of one name hold together. */
  readonly properties: ReadonlyMap<string, MergedProperty>;
  readonly required: ReadonlySet<string>;
  readonly objects: readonly Part<PropertiesKeyword>[];
  readonly items: Items;
  /** Every schema that was joined, the outermost first. */
  readonly sources: readonly Schema[];
}

export interface MergedProperty {
  readonly schema: Schema;
  readonly property: Property;
}

/** The items of lists. */
export interface Items {
  readonly prefix: readonly Schema[];
  /** The schema of what comes after; one that takes everything if nothing is said. */
  readonly rest: Schema;
  readonly isSaid: boolean;
  readonly at: string;
}

/** Finds the normal forms of the schemas of one description, each once. */
export class Conjuncts {
  readonly #known = new WeakMap<Schema, Conjunct>();
  readonly #api: Pick<Api, "definitions">;

  constructor(api: Pick<Api, "definitions">) {
    this.#api = api;
  }

  of(schema: Schema): Conjunct {
    let known = this.#known.get(schema);
    if (known === undefined) {
      known = conjunctOf(schema, this.#api);
      this.#known.set(schema, known);
    }
    return known;
  }
}

interface ValueList {
  readonly values: readonly JsonValue[];
  readonly at: string;
  readonly isClosed: boolean;
}

interface Flat {
  isNever: boolean;
  readonly parts: Part[];
  readonly sources: Schema[];
}

function conjunctOf(schema: Schema, api: Pick<Api, "definitions">): Conjunct {
  const flat: Flat = { isNever: false, parts: [], sources: [] };
  flatten(schema, flat, api, new Set());
  const { parts, sources } = flat;
  const lists = parts.flatMap(({ keyword, at }): ValueList[] => {
    if (keyword.kind === "const")
      return [{ values: [keyword.value], at, isClosed: true }];
    if (keyword.kind !== "enum") return [];
    return [
      { values: keyword.values, at, isClosed: keyword.isClosed === true },
    ];
  });
  const [first, ...others] = lists;
  const values = first?.values.filter(
    (value) =>
      value !== null &&
      others.every((list) => list.values.some((one) => isSame(one, value))),
  );
  const enumeration =
    first === undefined ? listedByUnion(schema, parts, api) : undefined;
  const strings = values?.filter((value) => typeof value === "string") ?? [];
  return {
    isNever: flat.isNever,
    isAny: !flat.isNever && parts.length === 0,
    takesNull: matches(schema, null, api),
    types: withoutNull(typesOf(schema, api)),
    ownTypes: withoutNull(
      typesOfKeywords(
        parts.flatMap(({ keyword }) => (isUnion(keyword) ? [] : [keyword])),
        api,
      ),
    ),
    values: enumeration?.values ?? values,
    valuesAt: enumeration?.at ?? first?.at ?? schema.pointer,
    isExtendedList: enumeration?.isExtended ?? false,
    isOpenList:
      enumeration?.isOpen ??
      (strings.length > 1 &&
        strings.length === values?.length &&
        !lists.some((list) => list.isClosed)),
    parts: parts.filter(({ keyword }) => !isDissolved(keyword)),
    typeParts: partsOf(parts, "type"),
    requiredParts: partsOf(parts, "required"),
    unions: enumeration === undefined ? parts.flatMap(unionOf) : [],
    properties: propertiesOf(parts),
    required: new Set(
      partsOf(parts, "required").flatMap(({ keyword }) => keyword.names),
    ),
    objects: partsOf(parts, "properties"),
    items: itemsOf(parts, schema.pointer),
    sources,
  };
}

/** The values that a union lists: its branches are constants, enums or, besides, any string. */
function listedByUnion(
  schema: Schema,
  parts: readonly Part[],
  api: Pick<Api, "definitions">,
) {
  const unions = parts.filter(({ keyword }) => isUnion(keyword));
  const [union] = unions;
  if (union === undefined || unions.length > 1) return undefined;
  const found = enumerationOf(schema, api);
  if (found === undefined) return undefined;
  const { members, isOpen, isExtended } = found;
  const values = members.map(({ value }) => value);
  return {
    values: values.filter((value) => value !== null),
    at: union.at,
    isOpen,
    isExtended,
  };
}

function flatten(
  schema: Schema,
  flat: Flat,
  api: Pick<Api, "definitions">,
  seen: Set<DefinitionId>,
): void {
  if (schema.kind !== "keywords" || !isSplice(schema))
    flat.sources.push(schema);
  if (schema.kind === "never") flat.isNever = true;
  if (schema.kind === "ref") follow(schema.target);
  if (schema.kind !== "keywords") return;
  for (const keyword of schema.keywords) {
    const only = onlyBranch(keyword);
    if (keyword.kind === "reference") follow(keyword.target);
    else if (keyword.kind === "allOf") {
      for (const part of keyword.schemas) flatten(part, flat, api, seen);
    } else if (only !== undefined) flatten(only, flat, api, seen);
    else flat.parts.push({ keyword, at: schema.pointer });
  }

  function follow(target: DefinitionId): void {
    const definition = api.definitions[target];
    if (definition === undefined || seen.has(target)) return;
    seen.add(target);
    flatten(definition.schema, flat, api, seen);
    seen.delete(target);
  }
}

/** True for the schema that joins properties of one name: it is written nowhere. */
function isSplice(schema: Schema): boolean {
  return schema.kind === "keywords" && schema.pointer === "";
}

/** The branch of a union that has no other but `null`. */
function onlyBranch(keyword: Keyword): Schema | undefined {
  if (!isUnion(keyword)) return undefined;
  const branches = keyword.schemas.filter((branch) => !isNull(branch));
  return branches.length === 1 ? branches[0] : undefined;
}

function unionOf({ keyword, at }: Part): Union[] {
  if (!isUnion(keyword)) return [];
  return [
    {
      keyword: keyword.kind,
      branches: branchesOf(keyword),
      ...(keyword.discriminator && { discriminator: keyword.discriminator }),
      at,
    },
  ];
}

function branchesOf(keyword: AnyOfKeyword | OneOfKeyword): Branch[] {
  return keyword.schemas.flatMap((schema, index) => {
    if (isNull(schema)) return [];
    const tags = keyword.discriminator?.branches[index]?.tags;
    return [{ schema, ...(tags && { tags }) }];
  });
}

/** The parts of one kind of keyword. */
export function partsOf<K extends Keyword["kind"]>(
  parts: readonly Part[],
  kind: K,
): Part<KeywordByKind[K]>[] {
  return parts.filter(
    (part): part is Part<KeywordByKind[K]> => part.keyword.kind === kind,
  );
}

/** True for rules that have a field of their own in the normal form. */
function isDissolved({ kind }: Keyword): boolean {
  return [
    "type",
    "const",
    "enum",
    "required",
    "properties",
    "anyOf",
    "oneOf",
  ].includes(kind);
}

function withoutNull(types: Types): ReadonlySet<JsonType> | undefined {
  return types && new Set([...types].filter((type) => type !== "null"));
}

function isUnion(keyword: Keyword): keyword is AnyOfKeyword | OneOfKeyword {
  return keyword.kind === "anyOf" || keyword.kind === "oneOf";
}

function propertiesOf(
  parts: readonly Part[],
): ReadonlyMap<string, MergedProperty> {
  const found = new Map<string, Property[]>();
  for (const { keyword } of partsOf(parts, "properties")) {
    for (const property of keyword.named) {
      const known = found.get(property.name);
      if (known === undefined) found.set(property.name, [property]);
      else known.push(property);
    }
  }
  return new Map(
    [...found].map(([name, same]) => {
      const [property, ...others] = same as [Property, ...Property[]];
      const schema =
        others.length === 0
          ? property.schema
          : joined(same.map((one) => one.schema));
      return [name, { schema, property }];
    }),
  );
}

function itemsOf(parts: readonly Part[], pointer: string): Items {
  const found = partsOf(parts, "items");
  const [first] = found;
  const at = first?.at ?? pointer;
  const rests = found.flatMap(({ keyword }) => keyword.rest ?? []);
  const [rest, ...others] = rests;
  return {
    prefix: first?.keyword.prefix ?? [],
    rest:
      rest === undefined
        ? { kind: "any", pointer: at, annotations: {} }
        : others.length === 0
          ? rest
          : joined(rests),
    isSaid: first !== undefined,
    at,
  };
}

/** Schemas that hold together for the same value, in different places. */
function joined(schemas: readonly Schema[]): Schema {
  return {
    kind: "keywords",
    pointer: "",
    annotations: {},
    keywords: [{ kind: "allOf", schemas }],
  };
}

/** True for equal data; members in any order. */
export function isSame(a: JsonValue, b: JsonValue): boolean {
  return a === b || canonicalText(a) === canonicalText(b);
}

/** Text that is the same for equal data. */
export function canonicalText(value: unknown): string {
  if (value === undefined) return "";
  return (
    JSON.stringify(value, (_name, member: unknown) =>
      typeof member === "object" && member !== null && !Array.isArray(member)
        ? Object.fromEntries(
            Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)),
          )
        : member,
    ) ?? ""
  );
}
