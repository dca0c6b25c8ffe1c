import type { TagValue } from "./schema.js";
import type { TagFacts } from "./tag-facts.js";

/** A branch of a union, and what is known of the values that select it. */
export interface TagCandidate {
  readonly facts: TagFacts;
  /** True where the branch takes no object, or is one that came before: no tag selects it. */
  readonly isOut: boolean;
  /** True for the branch that takes what selects no other one. */
  readonly isFallback: boolean;
  /** Keys of `mapping` that lead to the branch. */
  readonly mapped: readonly string[];
  /** The name of its component, which selects it where no key of `mapping` does. */
  readonly name: string | undefined;
}

/**
 * Finds the values that select each branch of a union with a discriminator (OpenAPI Discriminator Object). Where a
 * branch lists the values of the property, those count that the mapping leads to it, and those that nothing else
 * claims: the names of components are often no values at all. A value that more than one branch may have selects none.
 * @returns by branch: its values; undefined for a branch that takes what selects no other one
 */
export function assignTags(
  candidates: readonly TagCandidate[],
): (readonly TagValue[] | undefined)[] {
  const owners = new Map<string, TagCandidate>();
  for (const candidate of candidates) {
    for (const key of candidate.mapped) owners.set(key, candidate);
  }
  const claims = candidates.map((candidate) => claimsOf(candidate, owners));
  const named = new Set(claims.flatMap((claim) => claim?.named ?? []));
  const claimed = countEach(claims.map((claim) => claim?.listed ?? []));
  const lists = claims.map((claim) => {
    if (claim === undefined) return [];
    const others = claim.listed.filter((value) => !named.has(value));
    const isAlone = (value: TagValue): boolean => claimed.get(value) === 1;
    return claim.named.length === 0
      ? others
      : [...claim.named, ...others.filter(isAlone)];
  });
  const listed = countEach(lists);
  return candidates.map(({ facts, isOut, isFallback }, index) => {
    if (isOut) return [];
    if (isFallback) return undefined;
    const tags = lists[index] ?? [];
    const isShared = tags.some((value) => listed.get(value) !== 1);
    if (isShared) return undefined;
    return tags.length > 0 || facts.values !== undefined ? tags : undefined;
  });
}

/** How many of the lists have each value. */
function countEach(
  lists: readonly (readonly TagValue[])[],
): ReadonlyMap<TagValue, number> {
  const counts = new Map<TagValue, number>();
  for (const list of lists) {
    for (const value of new Set(list))
      counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

interface Claims {
  /** The values by which the description calls the branch. */
  readonly named: readonly TagValue[];
  /** Further values that the branch lists itself and no mapping leads elsewhere. */
  readonly listed: readonly TagValue[];
}

function claimsOf(
  candidate: TagCandidate,
  owners: ReadonlyMap<string, TagCandidate>,
): Claims | undefined {
  const { facts, isOut, isFallback, mapped, name } = candidate;
  if (isOut || isFallback) return undefined;
  const isImplicit =
    mapped.length === 0 && name !== undefined && !owners.has(name);
  const names = isImplicit ? [name] : mapped;
  const { values, kinds } = facts;
  if (values === undefined) {
    return { named: names.flatMap((text) => typed(text, kinds)), listed: [] };
  }
  const named = values.filter((value) => names.includes(String(value)));
  const listed = values.filter(
    (value) => !named.includes(value) && !owners.has(String(value)),
  );
  return { named, listed };
}

/** Keys of a mapping are texts; the values that they stand for have the types of the property. */
function typed(text: string, kinds: TagFacts["kinds"]): readonly TagValue[] {
  if (kinds === undefined) return [text];
  const tags: TagValue[] = [];
  if (kinds.has("string")) tags.push(text);
  if (kinds.has("number") && String(Number(text)) === text) {
    tags.push(Number(text));
  }
  if (kinds.has("boolean") && (text === "true" || text === "false")) {
    tags.push(text === "true");
  }
  return tags.filter((tag) => typeof tag !== "number" || Number.isFinite(tag));
}
