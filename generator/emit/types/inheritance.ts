import type { Api } from "../../model/api.js";
import { perDefinition } from "../../model/memos.js";
import type { DefinitionId, Schema } from "../../model/schema.js";
import { referencesOf, visit } from "../../model/walk-schema.js";
import { Query } from "../../tracking/query.js";
import { groupsOf } from "../validators/reference-graph.js";

/** What there is to know of a definition before its members are taken over. */
export interface Inheritance {
  /**
   * Set where the definition leads back to itself through schemas that take others over: a number that it shares with
   * all definitions of the circle.
   */
  readonly circle?: number;
  /** The same, where branches that a discriminator narrows to their tags count as well. */
  readonly tagCircle?: number;
  /** Whether other types name it instead of listing its members: these are many, or taken over from many in turn. */
  readonly isApart: boolean;
}

/** The greatest number of definitions, one above the other, whose members are listed in one type. */
const mostLevels = 32;
/** The greatest number of members that a definition may bring into other types. */
const mostMembers = 256;

/** By definition. */
export const inheritance = new Query<Api, Inheritance>("inheritance", (api) => {
  const circles = groupsOf(
    new Map(
      Object.entries(api.definitions).map(([id, { schema }]) => [
        id,
        takenOverWithin(schema),
      ]),
    ),
  );
  const tagCircles = groupsOf(
    new Map(
      Object.entries(api.definitions).map(([id, { schema }]) => [
        id,
        [...takenOverWithin(schema), ...taggedWithin(schema)],
      ]),
    ),
  );
  const sizes = perDefinition<Size>(api, nothing, (schema, of) => {
    let levels = 0;
    let members = membersWithin(schema);
    for (const id of takenOverWithin(schema)) {
      const size = of(id);
      if (size.isApart) continue;
      levels = Math.max(levels, size.levels + 1);
      members += size.members;
    }
    return {
      levels,
      members,
      isApart: levels >= mostLevels || members > mostMembers,
    };
  });
  return (id) => {
    const circle = circles.get(id);
    const tagCircle = tagCircles.get(id);
    return {
      ...(circle === undefined ? {} : { circle }),
      ...(tagCircle === undefined ? {} : { tagCircle }),
      isApart: sizes(id).isApart,
    };
  };
});

/** What a definition brings into a type that takes it over. */
interface Size {
  readonly levels: number;
  readonly members: number;
  readonly isApart: boolean;
}

const nothing: Size = { levels: 0, members: 0, isApart: false };

function membersWithin(root: Schema): number {
  let count = 0;
  visit(root, (schema) => {
    if (schema.kind !== "keywords") return;
    for (const keyword of schema.keywords) {
      if (keyword.kind === "properties") count += keyword.named.length;
    }
  });
  return count;
}

/** The definitions that a schema takes over for the value itself. */
function takenOver(root: Schema): readonly DefinitionId[] {
  const targets = new Set<DefinitionId>();
  const open: Schema[] = [root];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const id of referencesOf(next)) targets.add(id);
    if (next.kind !== "keywords") continue;
    for (const keyword of next.keywords) {
      if (keyword.kind === "allOf")
        for (const added of keyword.schemas) open.push(added);
    }
  }
  return [...targets];
}

/** The definitions that a schema takes over for the value itself, or that schemas of its members do beside others. */
function takenOverWithin(root: Schema): readonly DefinitionId[] {
  const targets = new Set<DefinitionId>(takenOver(root));
  visit(root, (schema) => {
    if (schema.kind !== "keywords") return;
    const [only, ...others] = schema.keywords;
    const isAlone =
      others.length === 0 &&
      (only?.kind !== "allOf" || only.schemas.length === 1);
    if (isAlone) return;
    for (const id of takenOver(schema)) targets.add(id);
  });
  return [...targets];
}

/** The named branches of unions that have a discriminator, within a schema. */
function taggedWithin(root: Schema): readonly DefinitionId[] {
  const targets = new Set<DefinitionId>();
  visit(root, (schema) => {
    if (schema.kind !== "keywords") return;
    for (const keyword of schema.keywords) {
      if (keyword.kind !== "oneOf" && keyword.kind !== "anyOf") continue;
      if (keyword.discriminator === undefined) continue;
      for (const branch of keyword.schemas) {
        if (branch.kind === "ref") targets.add(branch.target);
      }
    }
  });
  return [...targets];
}
