import type { Api } from "./api.js";
import { ownKeywords } from "./matches.js";
import { memberFacts, type ValueLook } from "./member-value.js";
import { besideNull } from "./or-null.js";
import { given, type Presence } from "./presence-formula.js";
import type { DefinitionId, Schema } from "./schema.js";
import { commonTypes, typesOf, type Types } from "./types-of.js";

type Definitions = Pick<Api, "definitions">;

/** What types and tables show of the members of an object. */
export interface DeclaredMembers extends ValueLook {
  /** What is said for certain of members of these names. */
  readonly factsOf: (names: ReadonlySet<string>) => readonly Presence[];
}

/**
 * The members that a schema requires and describes: by itself, by what it refers to, and by the parts of it that an
 * object has to fit in any case.
 */
export function declaredMembers(
  schema: Schema,
  api: Definitions,
): DeclaredMembers {
  const named = new Map<string, Schema[]>();
  const required = new Set<string>();
  const seen = new Set<DefinitionId>();
  const gather = (part: Schema): void => {
    for (const keyword of ownKeywords(part)) {
      if (keyword.kind === "required") {
        for (const name of keyword.names) required.add(name);
      } else if (keyword.kind === "properties") {
        for (const { name, schema: member } of keyword.named) {
          const known = named.get(name);
          if (known === undefined) named.set(name, [member]);
          else known.push(member);
        }
      } else if (keyword.kind === "allOf") {
        keyword.schemas.forEach(gather);
      } else if (keyword.kind === "reference" && !seen.has(keyword.target)) {
        seen.add(keyword.target);
        const target = api.definitions[keyword.target];
        if (target !== undefined) gather(target.schema);
      } else {
        const branch = besideNull(keyword);
        if (branch !== undefined) gather(branch);
      }
    }
  };
  gather(schema);
  return {
    typesOf: (name) =>
      (named.get(name) ?? []).reduce<Types>(
        (types, member) =>
          commonTypes(types, typesOf(member, api, new WeakMap())),
        undefined,
      ),
    factsOf: (names) =>
      [...names].flatMap((name) => [
        ...(required.has(name) ? [given(name)] : []),
        ...(named.get(name) ?? []).flatMap((member) =>
          memberFacts(name, member, api),
        ),
      ]),
  };
}
