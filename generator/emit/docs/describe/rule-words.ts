import { ownKeywords } from "../../../model/matches.js";
import { memberRules } from "../../../model/member-rules.js";
import { besideNull } from "../../../model/or-null.js";
import { isConstant } from "../../../model/presence-formula.js";
import { presenceOf } from "../../../model/presence.js";
import type { Schema } from "../../../model/schema.js";
import {
  memberSentence,
  memberWords,
  type MemberWords,
} from "../../member-words.js";
import { countText } from "../../test-words.js";
import { code, say, type Words } from "../text/words.js";
import type { DescribeContext } from "./describe-context.js";

/** What is said of a closed object; it comes after its other rules. */
export const closedSentence = "Other fields are not allowed.";

/**
 * The rules of an object that concern several fields, one sentence a rule: first which fields go together and
 * what depends on their values, then how many there are. Alternatives that describe whole shapes are no rules of this sort; see `outline`.
 */
export function ruleSentences(
  schema: Schema,
  context: DescribeContext,
): readonly Words[] {
  return [
    ...memberRules(schema, context.api).map((rule) =>
      pageWords(memberSentence(memberWords(rule))),
    ),
    ...sizeSentences(schema),
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

/** How many fields an object has, and that it has no others. */
function sizeSentences(schema: Schema): readonly Words[] {
  return ownKeywords(schema).flatMap((keyword): readonly Words[] => {
    switch (keyword.kind) {
      case "minProperties":
        return [say`Give ${countText(keyword.value, undefined, "field")}.`];
      case "maxProperties":
        return [say`Give ${countText(undefined, keyword.value, "field")}.`];
      case "allOf":
        return keyword.schemas
          .filter((part) => part.kind === "keywords")
          .flatMap(sizeSentences);
      case "anyOf":
      case "oneOf": {
        const branch = besideNull(keyword);
        return branch === undefined ? [] : sizeSentences(branch);
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

/** Words about members as a page writes them. */
export function pageWords(words: MemberWords): Words {
  return words.map((word) =>
    typeof word === "string" ? { kind: "text", text: word } : code(word.name),
  );
}
