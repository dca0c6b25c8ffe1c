import type {
  PatternProperty,
  Property,
  Keyword,
  KeywordByKind,
  Schema,
} from "../../model/schema.js";
import { isReadOnlyMember } from "../member-access.js";
import type { Pass } from "./pass.js";
import type { Subject } from "./subject.js";

/** What the keywords of an object ask for, put together, and how its validator goes over the members. */
export interface ObjectAssertions {
  /** Members with a schema, in the order of the description. */
  readonly members: readonly Member[];
  readonly patterns: readonly PatternProperty[];
  /** Of members that are not named; undefined where they are free. */
  readonly additional: Schema | undefined;
  readonly names: readonly Schema[];
  readonly counts: readonly KeywordByKind["minProperties" | "maxProperties"][];
  /** Names that are asked for by themselves, before the members are looked at. */
  readonly required: readonly string[];
  /** One loop over the keys instead of a look at each member. */
  readonly needsLoop: boolean;
}

export interface Member extends Pick<Property, "name" | "schema"> {
  /** Its absence is an issue, which is reported where its schema is tested. */
  readonly isRequired: boolean;
  /** `readOnly`, in a request: its presence is an issue. */
  readonly isRefused: boolean;
}

/**
 * Objects with fewer members than this are not worth a loop for the absent ones' sake: to test a few one by one is
 * faster, to report on them in a loop is shorter.
 */
const fewestForLoop = { is: 6, collect: 4 } as const;

/**
 * Puts the keywords of an object together. A loop over the keys with a `switch` is fastest where unknown keys
 * have to be met anyway, and where most members are optional, because absent ones then cost nothing.
 */
export function objectAssertions(
  keywords: readonly Keyword[],
  subject: Subject,
  pass: Pass,
): ObjectAssertions {
  const properties = keywords.find((keyword) => keyword.kind === "properties");
  const required = requiredNames(keywords, subject);
  const members: Member[] = [];
  let optional = 0;
  for (const { name, schema } of properties?.named ?? []) {
    const isRequired = required.has(name);
    const isRefused =
      pass.view === "request" && isReadOnlyMember(schema, pass.context.api);
    if (!isRequired) optional += 1;
    members.push({ name, schema, isRequired, isRefused });
  }
  const patterns = properties?.patterns ?? [];
  const additional =
    properties?.additional?.kind === "any" ? undefined : properties?.additional;
  const names = keywords.flatMap((keyword) =>
    keyword.kind === "propertyNames" && keyword.schema.kind !== "any"
      ? [keyword.schema]
      : [],
  );
  const needsLoop =
    additional !== undefined ||
    patterns.length > 0 ||
    names.length > 0 ||
    (members.length >= fewestForLoop[pass.mode] &&
      optional * 2 > members.length);
  if (!needsLoop) for (const { name } of members) required.delete(name);
  return {
    members,
    patterns,
    additional,
    names,
    counts: keywords.filter(
      (keyword) =>
        keyword.kind === "minProperties" || keyword.kind === "maxProperties",
    ),
    required: [...required],
    needsLoop,
  };
}

function requiredNames(
  keywords: readonly Keyword[],
  { waived }: Subject,
): Set<string> {
  const names = new Set<string>();
  for (const keyword of keywords) {
    if (keyword.kind !== "required") continue;
    for (const name of keyword.names) if (!waived.has(name)) names.add(name);
  }
  return names;
}
