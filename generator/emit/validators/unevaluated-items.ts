import { code, isEmpty, lines, type Code } from "../../code/code.js";
import { identifier } from "../../code/literals.js";
import type {
  KeywordSchema,
  Schema,
  UnevaluatedItemsKeyword,
} from "../../model/schema.js";
import { and, holds, test, type Condition } from "./condition.js";
import { evaluatedBy } from "./evaluated.js";
import { declareFlags } from "./evaluated-flags.js";
import { conditionOf } from "./part-functions.js";
import { bodyCode, newSubject, type Pass } from "./pass.js";
import { childLocation } from "./instance-locations.js";
import { runtime } from "../runtime-symbols.js";
import { declaring, type Statement } from "./statement.js";
import type { Subject } from "./subject.js";

/** `unevaluatedItems` (Core §11.2): in the same way as `unevaluatedProperties`. */
export function unevaluatedItems(
  { schema }: UnevaluatedItemsKeyword,
  subject: Subject,
  pass: Pass,
  owner: KeywordSchema,
): Statement[] {
  if (schema.kind === "any") return [];
  const evaluated = evaluatedBy(
    owner.keywords,
    "unevaluatedItems",
    pass.context.api,
  );
  if (evaluated.allItems) return [];
  const { declarations, flags } = declareFlags(
    evaluated,
    ({ prefix, allItems, contains }) =>
      allItems || contains.length > 0 || prefix > evaluated.prefix,
    subject,
    pass,
  );
  const index = identifier(pass.locals.unused("index"));
  const item = identifier(pass.locals.unused("item"));
  const isConditional = flags.length + evaluated.contains.length > 0;
  if (pass.mode === "is" && schema.kind === "never" && !isConditional) {
    return [noFurtherItems(evaluated.prefix, "unevaluatedItems", subject)];
  }
  const body =
    schema.kind === "never"
      ? refusal(index, subject, pass)
      : bodyCode(
          pass.statementsOf(
            schema,
            newSubject(
              schema,
              item,
              "item",
              childLocation(subject, index, schema),
              subject.level + 1,
              pass,
            ),
            pass,
          ),
          pass,
        );
  if (isEmpty(body)) return [];
  const tests: Code[] = evaluated.contains.map((each) =>
    holds(itemCondition(each, item, subject, pass)),
  );
  for (const { flag, evaluated: more } of flags) {
    if (more.allItems) tests.push(flag);
    if (more.prefix > evaluated.prefix) {
      tests.push(code`${flag} && ${index} < ${more.prefix}`);
    }
    for (const each of more.contains) {
      const isFlagged = test(flag, code`!${flag}`);
      const matches = itemCondition(each, item, subject, pass);
      tests.push(holds(and([isFlagged, matches])));
    }
  }
  const loop = lines([
    code`for (let ${index} = ${evaluated.prefix}; ${index} < ${subject.code}.length; ${index}++) {`,
    declaring(
      item,
      code`${subject.code}[${index}]`,
      lines([...tests.map((each) => code`if (${each}) continue;`), body]),
    ),
    code`}`,
  ]);
  return [{ kind: "block", code: lines([...declarations, loop]) }];
}

function itemCondition(
  schema: Schema,
  item: Code,
  subject: Subject,
  pass: Pass,
): Condition {
  return conditionOf(
    schema,
    "Match",
    newSubject(schema, item, "item", subject.location, subject.level + 1, pass),
    pass,
  );
}

function refusal(index: Code, subject: Subject, pass: Pass): Code {
  return pass.mode === "is"
    ? code`return false;`
    : code`${runtime.unexpectedIssue}(${subject.location()}, ${index}, "unevaluatedItems");`;
}

/** The check that a list ends after some items. */
export function noFurtherItems(
  count: number,
  keyword: "items" | "unevaluatedItems",
  subject: Subject,
): Statement {
  const length = code`${subject.code}.length`;
  return {
    kind: "check",
    condition: test(code`${length} <= ${count}`, code`${length} > ${count}`),
    issue: () =>
      code`${runtime.unexpectedIssue}(${subject.location()}, ${count}, ${keyword})`,
  };
}
