import { isOpenEnum } from "./find-views.js";
import { isJsonObject, type JsonValue } from "./json.js";
import type { Api } from "./api.js";
import { matches } from "./matches.js";
import type { Keyword, KeywordSchema, Schema } from "./schema.js";

/** A value that is no object and no list. */
export type EnumValue = string | number | boolean | null;

/** One of the values of an enumeration, with what its schema says of it. */
export interface EnumMember {
  readonly value: EnumValue;
  readonly name?: string;
  readonly description?: string;
  readonly deprecated?: true;
}

/** The values that a schema lists. */
export interface Enumeration {
  /** Each value once, in the order of the description. */
  readonly members: readonly EnumMember[];
  /** The values that responses may have besides: strings that the server added. */
  readonly isOpen: boolean;
  /** The schema itself allows any string besides (`anyOf` of an `enum` and `type: string`). */
  readonly isExtended: boolean;
}

type Definitions = Pick<Api, "definitions">;

/** Schemas nested deeper in references are not looked into. */
const deepest = 8;

/**
 * The values that a schema lists: by `enum`, by `oneOf` or `anyOf` of `const`, or by a reference to a schema that
 * does. Undefined for a schema that lists none, or lists objects or arrays.
 */
export function enumerationOf(
  schema: Schema,
  api: Definitions,
): Enumeration | undefined {
  return enumerationAt(schema, api, 0);
}

/** True if the schema says of a value more than the value itself: a name, a description, `deprecated`. */
export function hasNamedMembers({ members }: Enumeration): boolean {
  return members.some(
    ({ name, description, deprecated }) =>
      name !== undefined || description !== undefined || deprecated === true,
  );
}

function enumerationAt(
  schema: Schema,
  api: Definitions,
  depth: number,
): Enumeration | undefined {
  if (depth > deepest) return undefined;
  if (schema.kind === "ref") return referredTo(schema.target, api, depth);
  if (schema.kind !== "keywords") return undefined;
  const found = schema.keywords.flatMap(
    (keyword) => listedBy(keyword, schema, api, depth) ?? [],
  );
  const [first, ...others] = found;
  if (first === undefined) return undefined;
  const both = others.reduce(inBoth, first);
  const unions = schema.keywords.flatMap((keyword) =>
    keyword.kind === "anyOf" || keyword.kind === "oneOf"
      ? [takerOf(keyword.schemas, api)]
      : [],
  );
  const members = both.members.filter(
    ({ value }) =>
      isOfType(value, schema.keywords) && unions.every((takes) => takes(value)),
  );
  return members.length === 0 ? undefined : { ...both, members };
}

/** Tells whether a branch of a union takes a value. A branch that lists values is asked about these alone. */
function takerOf(
  branches: readonly Schema[],
  api: Definitions,
): (value: EnumValue) => boolean {
  const listing = new Map<unknown, Schema[]>();
  const others: Schema[] = [];
  for (const branch of branches) {
    const values = valuesAt(branch, api);
    if (values === undefined) others.push(branch);
    for (const value of values ?? []) {
      const known = listing.get(value);
      if (known === undefined) listing.set(value, [branch]);
      else known.push(branch);
    }
  }
  return (value) =>
    [listing.get(value) ?? [], others].some((some) =>
      some.some((branch) => matches(branch, value, api)),
    );
}

/** The values of `const` or `enum`, where the schema or one that it refers to has it. */
function valuesAt(
  schema: Schema,
  api: Definitions,
): readonly unknown[] | undefined {
  let at: Schema | undefined = schema;
  for (let step = 0; step < deepest && at?.kind === "ref"; step++) {
    at = api.definitions[at.target]?.schema;
  }
  if (at?.kind !== "keywords") return undefined;
  for (const keyword of at.keywords) {
    if (keyword.kind === "const") return [keyword.value];
    if (keyword.kind === "enum") return keyword.values;
  }
  return undefined;
}

/** What names a value where it is written names nothing where it is referred to. */
function referredTo(
  target: string,
  api: Definitions,
  depth: number,
): Enumeration | undefined {
  const definition = api.definitions[target];
  const found = definition && enumerationAt(definition.schema, api, depth + 1);
  return (
    found && {
      ...found,
      members: found.members.map(({ value }) => ({ value })),
    }
  );
}

function listedBy(
  keyword: Keyword,
  schema: KeywordSchema,
  api: Definitions,
  depth: number,
): Enumeration | undefined {
  switch (keyword.kind) {
    case "enum": {
      const { values } = keyword;
      if (!values.every(isEnumValue)) return undefined;
      return {
        members: namedMembers(values, schema.annotations.extensions ?? {}),
        isOpen: isOpenEnum(keyword),
        isExtended: false,
      };
    }
    case "reference":
      return referredTo(keyword.target, api, depth);
    case "allOf": {
      const [first, ...others] = keyword.schemas.flatMap(
        (part) => enumerationAt(part, api, depth + 1) ?? [],
      );
      return first && others.reduce(inBoth, first);
    }
    case "anyOf":
    case "oneOf":
      return ofBranches(keyword, api, depth);
    default:
      return undefined;
  }
}

/** The values of branches that are constants, enumerations or `null`; of `oneOf` those of a single branch. */
function ofBranches(
  { kind, schemas }: Extract<Keyword, { kind: "anyOf" | "oneOf" }>,
  api: Definitions,
  depth: number,
): Enumeration | undefined {
  const branches = schemas.map((branch) => branchOf(branch, api, depth));
  const listed = branches.flatMap((branch) =>
    branch === undefined || branch === anyString ? [] : [branch],
  );
  const isExtended =
    kind === "anyOf" &&
    branches.includes(anyString) &&
    listed.some(({ members }) =>
      members.some(({ value }) => typeof value === "string"),
    );
  const isWhole = branches.every(
    (branch) => branch !== undefined && (branch !== anyString || isExtended),
  );
  // A reference that may be null, or a single constant, is no list of its own.
  if (!isWhole || listed.length === 0) return undefined;
  const members = new Map<EnumValue, EnumMember>();
  const twice = new Set<EnumValue>();
  for (const member of listed.flatMap((branch) => branch.members)) {
    if (members.has(member.value)) twice.add(member.value);
    else members.set(member.value, member);
  }
  if (kind === "oneOf" && schemas.every(listsAlone)) {
    for (const value of twice) members.delete(value);
  }
  return {
    members: [...members.values()],
    isOpen: listed.some(({ isOpen }) => isOpen),
    isExtended: isExtended || listed.some((branch) => branch.isExtended),
  };
}

/** True if the schema says nothing of its values but which they are. */
function listsAlone(schema: Schema): boolean {
  return (
    schema.kind === "keywords" &&
    schema.keywords.every(({ kind }) =>
      ["type", "const", "enum"].includes(kind),
    )
  );
}

const anyString = "any string";

function branchOf(
  branch: Schema,
  api: Definitions,
  depth: number,
): Enumeration | typeof anyString | undefined {
  const closed = { isOpen: false, isExtended: false };
  if (branch.kind === "keywords") {
    const { title, description, deprecated } = branch.annotations;
    const [keyword, ...others] = branch.keywords;
    if (keyword?.kind === "type" && others.length === 0) {
      const [type, ...more] = keyword.types;
      if (more.length > 0) return undefined;
      if (type === "null") return { members: [{ value: null }], ...closed };
      return type === "string" ? anyString : undefined;
    }
    const constant = branch.keywords.find((one) => one.kind === "const");
    if (constant !== undefined) {
      const { value } = constant;
      if (!isEnumValue(value) || !isOfType(value, branch.keywords)) {
        return undefined;
      }
      const member: EnumMember = {
        value,
        ...(title === undefined ? {} : { name: title }),
        ...(description === undefined ? {} : { description }),
        ...(deprecated === true ? { deprecated } : {}),
      };
      return { members: [member], ...closed };
    }
  }
  const found = enumerationAt(branch, api, depth + 1);
  const [only, ...others] = found?.members ?? [];
  if (found === undefined || only === undefined || others.length > 0) {
    return found;
  }
  // `enum` of one value is how OpenAPI 3.0 writes `const`.
  const { title, description, deprecated } = branch.annotations;
  const name = only.name ?? title;
  return {
    ...found,
    members: [
      {
        ...only,
        ...(name === undefined ? {} : { name }),
        ...(description === undefined ? {} : { description }),
        ...(deprecated === true ? { deprecated } : {}),
      },
    ],
  };
}

/** The values that both list; a schema that allows any string besides takes nothing away from the other. */
function inBoth(a: Enumeration, b: Enumeration): Enumeration {
  if (a.isExtended !== b.isExtended) return a.isExtended ? b : a;
  const values = new Set(b.members.map(({ value }) => value));
  return {
    members: a.isExtended
      ? a.members
      : a.members.filter(({ value }) => values.has(value)),
    isOpen: a.isOpen && b.isOpen,
    isExtended: a.isExtended,
  };
}

/** The extensions that name the values of an `enum`. */
export const nameKeywords = ["x-enum-varnames", "x-enumNames"] as const;
const descriptionKeywords = [
  "x-enum-descriptions",
  "x-enumDescriptions",
] as const;

/** The extensions that say something of the values of an `enum`. */
export const enumKeywords: readonly string[] = [
  ...nameKeywords,
  ...descriptionKeywords,
];

function namedMembers(
  values: readonly EnumValue[],
  extensions: Readonly<Record<string, JsonValue>>,
): EnumMember[] {
  const names = textsOf(nameKeywords, values, extensions);
  const descriptions = textsOf(descriptionKeywords, values, extensions);
  return values.map((value, index) => {
    const [name, description] = [names[index], descriptions[index]];
    return {
      value,
      ...(name === undefined ? {} : { name }),
      ...(description === undefined ? {} : { description }),
    };
  });
}

/** What the first keyword that fits says of each value: a list in their order, or a map by value. */
function textsOf(
  keywords: readonly string[],
  values: readonly EnumValue[],
  extensions: Readonly<Record<string, JsonValue>>,
): readonly (string | undefined)[] {
  for (const keyword of keywords) {
    const found = extensions[keyword];
    const texts = alignedTexts(found, values);
    if (texts !== undefined) return texts;
  }
  return [];
}

/**
 * The text that `x-enum-varnames` or its like gives to each value; undefined if it is neither a map nor a list as
 * long as that of the values (`null` may be left out).
 */
export function alignedTexts(
  given: JsonValue | undefined,
  values: readonly JsonValue[],
): readonly (string | undefined)[] | undefined {
  const text = (one: JsonValue | undefined): string | undefined =>
    typeof one === "string" && one.trim() !== "" ? one : undefined;
  if (Array.isArray(given)) {
    const list = given as readonly JsonValue[];
    if (list.length === values.length) return list.map(text);
    const named = values.filter((value) => value !== null).length;
    if (list.length !== named) return undefined;
    let next = 0;
    return values.map((value) =>
      value === null ? undefined : text(list[next++]),
    );
  }
  if (given === undefined || !isJsonObject(given)) return undefined;
  return values.map((value) => {
    const key = String(value);
    return Object.hasOwn(given, key) ? text(given[key]) : undefined;
  });
}

function isEnumValue(value: JsonValue): value is EnumValue {
  return typeof value !== "object" || value === null;
}

/** True unless `type` excludes the value. */
function isOfType(value: EnumValue, keywords: readonly Keyword[]): boolean {
  const types = keywords.find((keyword) => keyword.kind === "type")?.types;
  if (types === undefined) return true;
  return types.some((type) =>
    type === "integer"
      ? Number.isInteger(value)
      : type === (value === null ? "null" : typeof value),
  );
}
