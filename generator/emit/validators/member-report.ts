import { code, type Code } from "../../code/code.js";
import { jsonLiteral } from "../../code/literals.js";
import { memberRules } from "../../model/member-rules.js";
import { presenceOf, requiredNames } from "../../model/presence.js";
import type {
  AnyOfKeyword,
  NotKeyword,
  OneOfKeyword,
  Schema,
} from "../../model/schema.js";
import { memberText, memberWords } from "../member-words.js";
import type { Pass } from "./pass.js";
import { runtime } from "./runtime-symbols.js";
import type { Subject } from "./subject.js";

/**
 * The call that reports a broken rule in the words of comments and pages, if the rule speaks of nothing but which
 * members an object has. Alternatives that ask for more than presence are none: their nearest branch says more.
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
  if (presenceOf(alone, api) === undefined) return undefined;
  const clauses = memberRules(alone, api).map((one) =>
    memberText(memberWords(one), (name) => JSON.stringify(name)),
  );
  if (clauses.length === 0) return undefined;
  const params = keyword.kind === "not" ? code`{}` : jsonLiteral({ groups });
  return code`${runtime.report}(${subject.place()}, ${keyword.kind}, ${params}, ${clauses.join("; ")})`;
}
