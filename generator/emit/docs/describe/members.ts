import { ownKeywords } from "../../../model/matches.js";
import type { AccessMark } from "../../../model/access.js";
import { isReadOnlyMember, isWriteOnlyMember } from "../../member-access.js";
import { besideNull } from "../../../model/or-null.js";
import type {
  DefinitionId,
  IgnoredWith,
  PatternProperty,
  Keyword,
  Schema,
} from "../../../model/schema.js";
import { conditionStates } from "../../../model/member-rules.js";
import { conditionWords } from "../../member-words.js";
import { code, say, wordsText, type Words } from "../text/words.js";
import type { Choice } from "./choice.js";
import { definitionSchema, type DescribeContext } from "./describe-context.js";
import {
  closedSentence,
  isMemberChoice,
  pageWords,
  ruleSentences,
} from "./rule-words.js";
import { isOfSingleValue } from "./keywords-by-kind.js";

/** What an object consists of, gathered over everything that applies to it at once. */
export interface Members {
  readonly named: ReadonlyMap<string, Member>;
  readonly patterns: readonly PatternProperty[];
  /** The schema of other fields, where it says anything about them. */
  readonly additional: Schema | undefined;
  readonly rules: readonly Words[];
  readonly choices: readonly Choice[];
  readonly conditions: readonly Condition[];
  /** Whether one of the sides does not see all of them. */
  readonly isSided: boolean;
}

export interface Member {
  readonly name: string;
  readonly required: boolean;
  /** At least one; several where parts of an `allOf` name the same field. */
  readonly schemas: readonly Schema[];
  readonly ignoredWith: readonly IgnoredWith[];
}

/** A part that applies where another schema is met or a field is given. */
export interface Condition {
  /** When it applies. */
  readonly title: Words;
  readonly schema: Schema;
}

interface Gathering {
  readonly named: Map<
    string,
    { schemas: Schema[]; ignoredWith: IgnoredWith[] }
  >;
  readonly required: Set<string>;
  readonly patterns: PatternProperty[];
  readonly rules: Words[];
  readonly choices: Choice[];
  readonly conditions: Condition[];
  readonly seen: Set<DefinitionId>;
  /** The schema of the whole value. */
  readonly root: Schema;
  additional: Schema | undefined;
}

const noNames: ReadonlyMap<string, Member> = new Map();
const noMembers: Members = {
  named: noNames,
  patterns: [],
  additional: undefined,
  rules: [],
  choices: [],
  conditions: [],
  isSided: false,
};

/**
 * Gathers the members of a schema: its own, those of the parts of `allOf`, and, where `expand` says so, those of
 * the schemas that it refers to. What the view does not see is left out.
 */
export function membersOf(
  schema: Schema,
  context: DescribeContext,
  expand: boolean,
): Members {
  if (schema.kind === "ref" ? !expand : isOfSingleValue(schema))
    return noMembers;
  const gathering: Gathering = {
    named: new Map(),
    required: new Set(),
    patterns: [],
    rules: [],
    choices: [],
    conditions: [],
    seen: new Set(),
    root: schema,
    additional: undefined,
  };
  gather(schema, context, expand, gathering, 0);
  const named = new Map<string, Member>();
  let isSided = false;
  for (const [name, { schemas, ignoredWith }] of gathering.named) {
    const access = accessOf(schemas, context);
    isSided ||= access.readOnly || access.writeOnly;
    if (isHidden(schemas, access, context)) continue;
    const required = gathering.required.has(name);
    named.set(name, { name, required, schemas, ignoredWith });
  }
  const isClosing = (rule: Words) => wordsText(rule) === closedSentence;
  const rules = [
    ...gathering.rules.filter((rule) => !isClosing(rule)),
    ...gathering.rules.filter(isClosing).slice(0, 1),
  ];
  return { ...gathering, named, rules, isSided };
}

type Access = { readonly [K in AccessMark]: boolean };

function accessOf(
  schemas: readonly Schema[],
  { api }: DescribeContext,
): Access {
  return {
    readOnly: schemas.some((schema) => isReadOnlyMember(schema, api)),
    writeOnly: schemas.some((schema) => isWriteOnlyMember(schema, api)),
  };
}

/** Whether the side that looks never sees the member: readOnly in requests, writeOnly in responses. */
function isHidden(
  schemas: readonly Schema[],
  access: Access,
  { view }: DescribeContext,
): boolean {
  if (schemas.some(({ kind }) => kind === "never")) return true;
  if (view === "request") return access.readOnly;
  return view === "response" && access.writeOnly;
}

function gather(
  schema: Schema,
  context: DescribeContext,
  expand: boolean,
  into: Gathering,
  depth: number,
): void {
  if (depth > 20) return;
  for (const added of ruleSentences(schema, context)) into.rules.push(added);
  gatherKeywords(schema, context, expand, into, depth);
}

function gatherKeywords(
  schema: Schema,
  context: DescribeContext,
  expand: boolean,
  into: Gathering,
  depth: number,
): void {
  for (const keyword of ownKeywords(schema)) {
    if (keyword.kind === "properties") gatherProperties(keyword, into);
    if (keyword.kind === "required")
      keyword.names.forEach((name) => into.required.add(name));
    if (keyword.kind === "reference" && expand) {
      const target = definitionSchema(context, keyword.target);
      if (target === undefined || into.seen.has(keyword.target)) continue;
      into.seen.add(keyword.target);
      gather(target, context, expand, into, depth + 1);
    }
    if (keyword.kind === "allOf") {
      // Sentences of inline parts are said already: `ruleSentences` looks into `allOf`.
      for (const part of keyword.schemas) {
        if (depth <= 20) gatherKeywords(part, context, expand, into, depth + 1);
      }
    }
    const branch = besideNull(keyword);
    if (branch !== undefined) {
      gatherKeywords(branch, context, expand, into, depth + 1);
    } else if (
      (keyword.kind === "oneOf" || keyword.kind === "anyOf") &&
      !isMemberChoice(keyword.schemas, context)
    ) {
      into.choices.push({
        exclusive: keyword.kind === "oneOf",
        schemas: keyword.schemas,
        discriminator: keyword.discriminator,
      });
    }
    gatherConditions(keyword, context, into);
  }
}

function gatherProperties(
  keyword: Extract<Keyword, { kind: "properties" }>,
  into: Gathering,
): void {
  for (const { name, schema, ignoredWith } of keyword.named) {
    const member = into.named.get(name) ?? { schemas: [], ignoredWith: [] };
    member.schemas.push(schema);
    for (const added of ignoredWith ?? []) member.ignoredWith.push(added);
    into.named.set(name, member);
  }
  for (const added of keyword.patterns) into.patterns.push(added);
  const additional = keyword.additional;
  if (additional?.kind === "ref" || additional?.kind === "keywords")
    into.additional ??= additional;
}

function gatherConditions(
  keyword: Keyword,
  { api }: DescribeContext,
  into: Gathering,
): void {
  if (keyword.kind === "conditional") {
    const states = conditionStates(keyword.if, into.root, api);
    const when = states && pageWords(conditionWords(states));
    if (keyword.then !== undefined) {
      const title = say`Where ${when ?? "a condition on other fields is met"}`;
      into.conditions.push({ title, schema: keyword.then });
    }
    if (keyword.else !== undefined) {
      const title =
        when === undefined
          ? say`Where a condition on other fields is not met`
          : say`Unless ${when}`;
      into.conditions.push({ title, schema: keyword.else });
    }
  }
  if (keyword.kind === "dependentSchemas") {
    for (const { name, schema } of keyword.entries)
      into.conditions.push({
        title: say`Where ${code(name)} is given`,
        schema,
      });
  }
}
