import { ownKeywords } from "../../../model/matches.js";
import { memberRules, memberRulesOf } from "../../../model/member-rules.js";
import { besideNull } from "../../../model/or-null.js";
import { isConstant, presenceOf } from "../../../model/presence.js";
import type { KeywordByKind, Schema } from "../../../model/schema.js";
import {
  memberSentence,
  memberWords,
  type MemberWords,
} from "../../member-words.js";
import { code, enumerate, say, type Words } from "../text/words.js";
import type { DescribeContext } from "./describe-context.js";
import { fieldNames, predicateWords } from "./predicate-words.js";
import { keywordSet } from "./keywords-by-kind.js";
import { countWords } from "./value-words.js";

/** What is said of a closed object; it comes after its other rules. */
export const closedSentence = "Other fields are not allowed.";

/**
 * The rules of an object that concern several fields, one sentence a rule: first which fields go together, then what
 * depends on the values of others. Alternatives that describe whole shapes are no rules of this sort; see `outline`.
 */
export function ruleSentences(
  schema: Schema,
  context: DescribeContext,
): readonly Words[] {
  return [
    ...memberRules(schema, context.api).map((rule) =>
      wordsOf(memberSentence(memberWords(rule))),
    ),
    ...valueSentences(schema, context),
  ];
}

/** True if each alternative asks for the presence and absence of fields alone: then the rule is a sentence. */
export function isMemberChoice(
  schemas: readonly Schema[],
  { api }: DescribeContext,
): boolean {
  return schemas.every((schema) => {
    const presence = presenceOf(schema, api);
    return presence !== undefined && !isConstant(presence);
  });
}

/** True if no schema asks for anything but the presence and absence of fields. */
function speakOfMembers(
  schemas: readonly Schema[],
  { api }: DescribeContext,
): boolean {
  return schemas.every((schema) => presenceOf(schema, api) !== undefined);
}

/** What depends on the values of fields, or on their number. */
function valueSentences(
  schema: Schema,
  context: DescribeContext,
): readonly Words[] {
  return ownKeywords(schema).flatMap((keyword): readonly Words[] => {
    switch (keyword.kind) {
      case "not":
        return notSentences(keyword.schema, context);
      case "dependentSchemas":
        return keyword.entries
          .filter((entry) => !speakOfMembers([entry.schema], context))
          .map(
            ({ name, schema: dependent }) =>
              say`Where ${code(name)} is given, ${demand(dependent, context)}.`,
          );
      case "conditional":
        return conditionalSentences(keyword, context);
      case "minProperties":
        return [say`Give ${countWords(keyword.value, undefined, "field")}.`];
      case "maxProperties":
        return [say`Give ${countWords(undefined, keyword.value, "field")}.`];
      case "allOf":
        return keyword.schemas
          .filter((part) => part.kind === "keywords")
          .flatMap((part) => valueSentences(part, context));
      case "anyOf":
      case "oneOf": {
        const branch = besideNull(keyword);
        return branch === undefined ? [] : valueSentences(branch, context);
      }
      case "unevaluatedProperties":
        return keyword.schema.kind === "never" ? [say`${closedSentence}`] : [];
      case "properties":
        return keyword.additional?.kind === "never" && keyword.named.length > 0
          ? [say`${closedSentence}`]
          : [];
      default:
        return [];
    }
  });
}

function notSentences(
  schema: Schema,
  context: DescribeContext,
): readonly Words[] {
  const { required, properties } = keywordSet(schema);
  const isOfMembers = required !== undefined || properties !== undefined;
  return !isOfMembers || speakOfMembers([schema], context)
    ? []
    : [say`Not allowed is an object that ${predicateWords(schema, context)}.`];
}

function conditionalSentences(
  keyword: KeywordByKind["conditional"],
  context: DescribeContext,
): readonly Words[] {
  const { if: condition, then, else: otherwise } = keyword;
  const parts = [condition, then, otherwise].filter(
    (part) => part !== undefined,
  );
  if (speakOfMembers(parts, context)) return [];
  const when = conditionWords(condition, context);
  const result: Words[] = [];
  if (then !== undefined && then.kind !== "any")
    result.push(say`Where ${when}, ${demand(then, context)}.`);
  if (otherwise !== undefined && otherwise.kind !== "any") {
    result.push(
      result.length === 0
        ? say`Unless ${when}, ${demand(otherwise, context)}.`
        : say`Otherwise ${demand(otherwise, context)}.`,
    );
  }
  return result;
}

/** A schema of an object as a condition: "`country` is `US`", "`A` is given". */
export function conditionWords(
  schema: Schema,
  context: DescribeContext,
): Words {
  const keywords = keywordSet(schema);
  const named = keywords.properties?.named ?? [];
  const clauses = named
    .filter((property) => property.schema.kind !== "any")
    .map(({ name, schema: member }) =>
      member.kind === "never"
        ? say`${code(name)} is not given`
        : say`${code(name)} ${predicateWords(member, context)}`,
    );
  const described = new Set(named.map(({ name }) => name));
  const given = (keywords.required?.names ?? []).filter(
    (name) => !described.has(name),
  );
  if (given.length > 0)
    clauses.push(
      say`${fieldNames(given, "and")} ${given.length > 1 ? "are" : "is"} given`,
    );
  const said: ReadonlySet<string> = new Set(["properties", "required", "type"]);
  const isCovered = Object.keys(keywords).every((kind) => said.has(kind));
  return isCovered && clauses.length > 0
    ? enumerate(clauses, "and")
    : say`the object ${predicateWords(schema, context)}`;
}

/** What a schema asks of an object, as a demand: "`A` is needed", "`b` is at least 3". */
function demand(schema: Schema, context: DescribeContext): Words {
  if (schema.kind === "never") return say`nothing is allowed`;
  const presence = presenceOf(schema, context.api);
  const rules = presence === undefined ? [] : memberRulesOf([presence]);
  return rules.length === 0
    ? conditionWords(schema, context)
    : enumerate(
        rules.map((rule) => wordsOf(memberWords(rule))),
        "and",
      );
}

function wordsOf(words: MemberWords): Words {
  return words.map((word) =>
    typeof word === "string" ? { kind: "text", text: word } : code(word.name),
  );
}
