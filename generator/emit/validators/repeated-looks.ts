import type { Api } from "../../model/api.js";
import type {
  AnyOfKeyword,
  DefinitionId,
  OneOfKeyword,
  Keyword,
  KeywordByKind,
  Schema,
} from "../../model/schema.js";
import { Query } from "../../cache/query.js";
import { recursiveGroups } from "./reference-graph.js";
import { areDisjoint, taggedUnionOf } from "./tagged-union.js";

/**
 * True for a definition that belongs to a group of definitions that refer to each other, one of which looks at
 * some member or item more than once: from two branches of a union, say. Each level of the data would multiply
 * the work of the one above it, so that what was found of a value has to be remembered.
 */
export const looksRepeatedly = new Query<Api, boolean>(
  "looks-repeatedly",
  (api) => {
    const groups = recursiveGroups(api);
    const found = new Set<number>();
    for (const [id, group] of groups) {
      if (found.has(group)) continue;
      const search: Search = { api, groups, group, open: new Set([id]) };
      const schema = api.definitions[id]?.schema;
      if (schema && looksAt(schema, true, search) === "repeated") {
        found.add(group);
      }
    }
    return (id) => {
      const group = groups.get(id);
      return group !== undefined && found.has(group);
    };
  },
);

interface Search {
  readonly api: Api;
  readonly groups: ReadonlyMap<DefinitionId, number>;
  readonly group: number;
  /** Definitions that are looked into, each for the same value. */
  readonly open: Set<DefinitionId>;
  /**
   * Set below an `unevaluatedProperties` or `unevaluatedItems` of the same value: what applies on a condition is
   * tried a second time, for what it evaluates.
   */
  readonly isEvaluated?: true;
}

/** One way from a value to a value below it: `o:name` for a member, `a:0` for an item, `o*` and `a*` for any. */
type Way = readonly string[];

/** The ways to where a schema applies definitions of the group; "repeated" where two may meet. */
type Looks = readonly Way[] | "repeated";

function looksAt(schema: Schema, isRoot: boolean, search: Search): Looks {
  if (schema.kind === "ref")
    return looksOfTarget(schema.target, isRoot, search);
  if (schema.kind !== "keywords") return [];
  const within: Search = schema.keywords.some(isUnevaluated)
    ? { ...search, isEvaluated: true }
    : search;
  return together(
    schema.keywords.map((keyword) => {
      const looks = looksOfKeyword(keyword, isRoot, within);
      return within.isEvaluated && isConditional(keyword)
        ? together([looks, looks])
        : looks;
    }),
  );
}

function isUnevaluated({ kind }: Keyword): boolean {
  return kind === "unevaluatedProperties" || kind === "unevaluatedItems";
}

/** Whether a keyword evaluates members or items only where a schema of its own holds (Core §11). */
function isConditional({ kind }: Keyword): boolean {
  return (
    kind === "anyOf" ||
    kind === "oneOf" ||
    kind === "conditional" ||
    kind === "contains" ||
    kind === "dependentSchemas"
  );
}

function looksOfTarget(
  id: DefinitionId,
  isRoot: boolean,
  search: Search,
): Looks {
  const { api, groups, group, open } = search;
  if (groups.get(id) !== group || open.has(id)) return [];
  if (!isRoot) return [[]];
  const target = api.definitions[id];
  if (target === undefined) return [];
  open.add(id);
  const looks = looksAt(target.schema, true, search);
  open.delete(id);
  return looks;
}

function looksOfKeyword(
  keyword: Keyword,
  isRoot: boolean,
  search: Search,
): Looks {
  const look: Look = {
    search,
    here: (schema) => looksAt(schema, isRoot, search),
    target: (id) => looksOfTarget(id, isRoot, search),
    below: (step, schema) => {
      const { isEvaluated: _here, ...others } = search;
      const looks = looksAt(schema, false, { ...others, open: new Set() });
      return looks === "repeated" ? looks : looks.map((way) => [step, ...way]);
    },
  };
  return (byKind[keyword.kind] as (keyword: Keyword, look: Look) => Looks)(
    keyword,
    look,
  );
}

/** Ways to look on, for the keywords of a value. */
interface Look {
  readonly search: Search;
  here(schema: Schema): Looks;
  target(id: DefinitionId): Looks;
  below(step: string, schema: Schema): Looks;
}

const nowhere = (): Looks => [];

const byKind: {
  readonly [K in Keyword["kind"]]: (
    keyword: KeywordByKind[K],
    look: Look,
  ) => Looks;
} = {
  type: nowhere,
  const: nowhere,
  enum: nowhere,
  minimum: nowhere,
  maximum: nowhere,
  exclusiveMinimum: nowhere,
  exclusiveMaximum: nowhere,
  multipleOf: nowhere,
  minLength: nowhere,
  maxLength: nowhere,
  pattern: nowhere,
  format: nowhere,
  // What stands in a text, and names of members, are texts, or another value each time.
  content: nowhere,
  propertyNames: nowhere,
  binary: nowhere,
  minItems: nowhere,
  maxItems: nowhere,
  uniqueItems: nowhere,
  items: ({ prefix, rest }, { below }) =>
    oneOf([
      ...prefix.map((schema, index) => below(`a:${index}`, schema)),
      ...(rest === undefined ? [] : [below("a*", rest)]),
    ]),
  contains: ({ schema }, { below }) => below("a*", schema),
  unevaluatedItems: ({ schema }, { below }) => below("a*", schema),
  minProperties: nowhere,
  maxProperties: nowhere,
  required: nowhere,
  properties: ({ named, patterns, additional }, { below }) =>
    oneOf([
      together([
        oneOf(named.map(({ name, schema }) => below(`o:${name}`, schema))),
        ...patterns.map(({ schema }) => below("o*", schema)),
      ]),
      ...(additional === undefined ? [] : [below("o*", additional)]),
    ]),
  unevaluatedProperties: ({ schema }, { below }) => below("o*", schema),
  dependentRequired: nowhere,
  dependentSchemas: ({ entries }, { here }) =>
    together(entries.map(({ schema }) => here(schema))),
  reference: ({ target: id }, { target }) => target(id),
  allOf: ({ schemas }, { here }) => together(schemas.map(here)),
  anyOf: looksOfUnion,
  oneOf: looksOfUnion,
  not: ({ schema }, { here }) => here(schema),
  conditional: ({ if: test, then, else: otherwise }, { here }) =>
    together([
      here(test),
      oneOf(
        [then, otherwise].filter((schema) => schema !== undefined).map(here),
      ),
    ]),
};

/** Branches of which the value itself says which one it is are not tried one after the other. */
function looksOfUnion(
  keyword: AnyOfKeyword | OneOfKeyword,
  { here, search: { api } }: Look,
): Looks {
  const looks = keyword.schemas.map(here);
  const tagged = taggedUnionOf(keyword, api);
  const isChoice =
    tagged === undefined
      ? areDisjoint(keyword.schemas, api)
      : tagged.rest.length < 2;
  return isChoice ? oneOf(looks) : together(looks);
}

/** What is looked at where only one of several applies to a value. */
function oneOf(all: readonly Looks[]): Looks {
  const ways: Way[] = [];
  for (const looks of all) {
    if (looks === "repeated") return looks;
    for (const added of looks) ways.push(added);
  }
  return ways;
}

/** What is looked at where several may apply to a value. */
function together(all: readonly Looks[]): Looks {
  const ways: Way[] = [];
  for (const looks of all) {
    if (looks === "repeated") return looks;
    if (looks.some((way) => ways.some((other) => mayMeet(way, other)))) {
      return "repeated";
    }
    for (const added of looks) ways.push(added);
  }
  return ways;
}

function mayMeet(one: Way, other: Way): boolean {
  const length = Math.min(one.length, other.length);
  for (let index = 0; index < length; index++) {
    const a = one[index] ?? "";
    const b = other[index] ?? "";
    const isAny = a.endsWith("*") || b.endsWith("*");
    if (isAny ? a.charAt(0) !== b.charAt(0) : a !== b) return false;
  }
  return true;
}
