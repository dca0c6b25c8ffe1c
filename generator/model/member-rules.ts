import type { Api } from "./api.js";
import { declaredMembers } from "./declared-members.js";
import { clausesOf } from "./member-clauses.js";
import type { MemberRule } from "./member-rule.js";
import type { MemberState } from "./member-states.js";
import type { Clause } from "./clause-solver.js";
import { atomsOf, type Presence } from "./presence-formula.js";
import { presenceRules, type NameClause } from "./presence-rules.js";
import { presencesWithin, takesObjects, valuedPresenceOf } from "./presence.js";
import type { Keyword, Schema } from "./schema.js";
import { valueRules } from "./value-rules.js";

export { isKept, type MemberRule } from "./member-rule.js";

type Definitions = Pick<Api, "definitions">;

/**
 * The rules of a schema about which members an object has and with which values, made of its meaning: each of `anyOf`,
 * `oneOf`, `allOf`, `not`, `if`, `dependentRequired`, `dependentSchemas` and `required` counts as far as it speaks of
 * presence and of values that words can say. What `required` and `properties` say by themselves is left out: types and
 * tables show it.
 */
export function memberRules(
  schema: Schema,
  api: Definitions,
): readonly MemberRule[] {
  return rulesWithin(schema, api).rules;
}

/** The same rules; undefined unless they say all that the schema asks of members beyond types and tables. */
export function wholeMemberRules(
  schema: Schema,
  api: Definitions,
): readonly MemberRule[] | undefined {
  const { rules, isWhole } = rulesWithin(schema, api);
  return isWhole ? rules : undefined;
}

export interface MemberRules {
  readonly rules: readonly MemberRule[];
  /** False if the words leave out what one of the parts says. */
  readonly isWhole: boolean;
}

const nothingSaid: MemberRules = { rules: [], isWhole: true };

function rulesWithin(schema: Schema, api: Definitions): MemberRules {
  if (schema.kind !== "keywords" || !schema.keywords.some(isSpeaking)) {
    return nothingSaid;
  }
  if (!takesObjects(schema, api)) return nothingSaid;
  const declared = declaredMembers(schema, api);
  const { parts, isWhole } = presencesWithin(schema, api, declared);
  if (parts.length === 0) return { rules: [], isWhole };
  const words = memberRulesOf(parts, declared.factsOf(namesIn(parts)));
  return { ...words, isWhole: isWhole && words.isWhole };
}

function isSpeaking(keyword: Keyword): boolean {
  return keyword.kind === "properties"
    ? keyword.named.some(({ schema }) => schema.kind === "never")
    : speaking.has(keyword.kind);
}

function namesIn(parts: readonly Presence[]): ReadonlySet<string> {
  return new Set(
    parts.flatMap((part) => [...atomsOf(part)].map(({ name }) => name)),
  );
}

/**
 * A condition of a schema as states of members, all of which meet it together; undefined if words cannot say it so.
 * @param within the schema that the condition is a part of
 */
export function conditionStates(
  schema: Schema,
  within: Schema,
  api: Definitions,
): readonly MemberState[] | undefined {
  const declared = declaredMembers(within, api);
  const presence = valuedPresenceOf(schema, api, declared);
  if (presence === undefined) return undefined;
  const found = clausesOf([presence], declared.factsOf(namesIn([presence])));
  const states = found?.clauses.map((clause) => {
    const [literal, ...others] = clause;
    return literal && others.length === 0
      ? found.wordsFor(clause).describe(...literal)
      : undefined;
  });
  return states?.every((state) => state !== undefined) && states.length > 0
    ? states
    : undefined;
}

/** The rules that say together what the conditions say, beyond what the facts say of single members. */
export function memberRulesOf(
  parts: readonly Presence[],
  facts: readonly Presence[],
): MemberRules {
  const found = clausesOf(parts, facts);
  if (found === undefined) return { rules: [], isWhole: false };
  const ofPresence: NameClause[] = [];
  const ofValues: Clause[] = [];
  for (const clause of found.clauses) {
    const names = found.wordsFor(clause).namesOf(clause);
    if (names === undefined) ofValues.push(clause);
    else ofPresence.push(names);
  }
  const { rules, isWhole } = valueRules(ofValues, found);
  return {
    rules: [...presenceRules(ofPresence), ...rules],
    isWhole: isWhole && found.isWhole,
  };
}

const speaking: ReadonlySet<string> = new Set([
  "dependentRequired",
  "dependentSchemas",
  "allOf",
  "anyOf",
  "oneOf",
  "not",
  "conditional",
]);
