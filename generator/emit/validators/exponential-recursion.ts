import type { Api } from "../../model/api.js";
import type {
  AnyOfKeyword,
  DefinitionId,
  OneOfKeyword,
  Keyword,
  KeywordByKind,
  Schema,
} from "../../model/schema.js";
import { Query } from "../../tracking/query.js";
import { recursiveGroups } from "./reference-graph.js";
import { areDisjoint, taggedUnionOf } from "./tagged-union.js";

/**
 * True for a definition of a recursive group in which some definition visits a member or item more than once, for
 * example from two branches of a union. Each level of the data would multiply the work of the level above it, so the
 * validators of the group remember what they found about a value.
 */
export const recursesExponentially = new Query<Api, boolean>(
  "exponential-recursion",
  (api) => {
    const groups = recursiveGroups(api);
    const found = new Set<number>();
    for (const [id, group] of groups) {
      if (found.has(group)) continue;
      const search: Search = { api, groups, group, open: new Set([id]) };
      const schema = api.definitions[id]?.schema;
      if (schema && visitsAt(schema, true, search) === "repeated") {
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
  /** The definitions that are being searched, all for the same value. */
  readonly open: Set<DefinitionId>;
  /**
   * Set below an `unevaluatedProperties` or `unevaluatedItems` of the same value: what applies on a condition is
   * tried a second time, for what it evaluates.
   */
  readonly isEvaluated?: true;
}

/** The path from a value to a value below it: `o:name` for a member, `a:0` for an item, `o*` and `a*` for any. */
type InstancePath = readonly string[];

/** The paths at which a schema applies definitions of the group; "repeated" if two of them may meet. */
type Visits = readonly InstancePath[] | "repeated";

function visitsAt(schema: Schema, isRoot: boolean, search: Search): Visits {
  if (schema.kind === "ref")
    return visitsOfTarget(schema.target, isRoot, search);
  if (schema.kind !== "keywords") return [];
  const within: Search = schema.keywords.some(isUnevaluated)
    ? { ...search, isEvaluated: true }
    : search;
  return together(
    schema.keywords.map((keyword) => {
      const visits = visitsOfKeyword(keyword, isRoot, within);
      return within.isEvaluated && isConditional(keyword)
        ? together([visits, visits])
        : visits;
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

function visitsOfTarget(
  id: DefinitionId,
  isRoot: boolean,
  search: Search,
): Visits {
  const { api, groups, group, open } = search;
  if (groups.get(id) !== group || open.has(id)) return [];
  if (!isRoot) return [[]];
  const target = api.definitions[id];
  if (target === undefined) return [];
  open.add(id);
  const visits = visitsAt(target.schema, true, search);
  open.delete(id);
  return visits;
}

function visitsOfKeyword(
  keyword: Keyword,
  isRoot: boolean,
  search: Search,
): Visits {
  const steps: Steps = {
    search,
    here: (schema) => visitsAt(schema, isRoot, search),
    target: (id) => visitsOfTarget(id, isRoot, search),
    below: (step, schema) => {
      const { isEvaluated: _here, ...others } = search;
      const visits = visitsAt(schema, false, { ...others, open: new Set() });
      return visits === "repeated"
        ? visits
        : visits.map((path) => [step, ...path]);
    },
  };
  return (byKind[keyword.kind] as (keyword: Keyword, steps: Steps) => Visits)(
    keyword,
    steps,
  );
}

/** How a keyword continues the search: at the same value, in a definition, or at a value below. */
interface Steps {
  readonly search: Search;
  here(schema: Schema): Visits;
  target(id: DefinitionId): Visits;
  below(step: string, schema: Schema): Visits;
}

const nowhere = (): Visits => [];

const byKind: {
  readonly [K in Keyword["kind"]]: (
    keyword: KeywordByKind[K],
    steps: Steps,
  ) => Visits;
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
  anyOf: visitsOfUnion,
  oneOf: visitsOfUnion,
  not: ({ schema }, { here }) => here(schema),
  conditional: ({ if: test, then, else: otherwise }, { here }) =>
    together([
      here(test),
      oneOf(
        [then, otherwise].filter((schema) => schema !== undefined).map(here),
      ),
    ]),
};

/** A union visits one branch if the value itself selects it, and else all of them. */
function visitsOfUnion(
  keyword: AnyOfKeyword | OneOfKeyword,
  { here, search: { api } }: Steps,
): Visits {
  const visits = keyword.schemas.map(here);
  const tagged = taggedUnionOf(keyword, api);
  const isChoice =
    tagged === undefined
      ? areDisjoint(keyword.schemas, api)
      : tagged.rest.length < 2;
  return isChoice ? oneOf(visits) : together(visits);
}

/** The visits of schemas of which one applies to a value. */
function oneOf(all: readonly Visits[]): Visits {
  const paths: InstancePath[] = [];
  for (const visits of all) {
    if (visits === "repeated") return visits;
    for (const added of visits) paths.push(added);
  }
  return paths;
}

/** The visits of schemas that may all apply to a value. */
function together(all: readonly Visits[]): Visits {
  const paths: InstancePath[] = [];
  for (const visits of all) {
    if (visits === "repeated") return visits;
    if (visits.some((path) => paths.some((other) => mayMeet(path, other)))) {
      return "repeated";
    }
    for (const added of visits) paths.push(added);
  }
  return paths;
}

function mayMeet(one: InstancePath, other: InstancePath): boolean {
  const length = Math.min(one.length, other.length);
  for (let index = 0; index < length; index++) {
    const a = one[index] ?? "";
    const b = other[index] ?? "";
    const isAny = a.endsWith("*") || b.endsWith("*");
    if (isAny ? a.charAt(0) !== b.charAt(0) : a !== b) return false;
  }
  return true;
}
