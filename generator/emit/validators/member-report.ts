import { code, type Code } from "../../code/code.js";
import { jsonLiteral } from "../../code/literals.js";
import { wholeMemberRules } from "../../model/member-rules.js";
import { presenceOf, requiredNames } from "../../model/presence.js";
import type {
  AnyOfKeyword,
  NotKeyword,
  OneOfKeyword,
  Schema,
} from "../../model/schema.js";
import { memberText, memberWords } from "../member-words.js";
import type { Pass } from "./pass.js";
import { runtime } from "../runtime-symbols.js";
import type { Subject } from "./subject.js";

/** Longer words are no message. */
const longestText = 160;

/**
 * The call that reports a broken rule in the words of comments and pages, if the rule speaks of nothing but which
 * members an object has, or is a `not` of values as well. Alternatives that ask for more than presence are none: their nearest branch says more.
 */
export function memberReport(
  keyword: AnyOfKeyword | OneOfKeyword | NotKeyword,
  subject: Subject,
  { context: { api } }: Pass,
): Code | undefined {
  const schemas = keyword.kind === "not" ? [] : keyword.schemas;
  const groups = schemas.flatMap((schema) => {
    const names = requiredNames(schema);
    return names === undefined ? [] : [names];
  });
  if (groups.length < schemas.length) return undefined;
  const alone: Schema = {
    kind: "keywords",
    pointer: subject.pointer,
    annotations: {},
    keywords: [keyword],
  };
  const rules =
    keyword.kind === "not" || presenceOf(alone, api) !== undefined
      ? wholeMemberRules(alone, api)
      : undefined;
  const text = (rules ?? [])
    .map((one) =>
      memberText(memberWords(one), (name, value) =>
        JSON.stringify(value === undefined ? name : value),
      ),
    )
    .join("; ");
  if (text === "" || (keyword.kind === "not" && text.length > longestText)) {
    return undefined;
  }
  const params = keyword.kind === "not" ? code`{}` : jsonLiteral({ groups });
  return code`${runtime.report}(${subject.location()}, ${keyword.kind}, ${params}, ${text})`;
}
