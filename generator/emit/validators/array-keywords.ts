import { code, isEmpty, lines, type Code } from "../../code/code.js";
import { identifier } from "../../code/literals.js";
import type {
  ContainsKeyword,
  ItemsKeyword,
  MaxItemsKeyword,
  MinItemsKeyword,
  Keyword,
  KeywordByKind,
  KeywordSchema,
  Schema,
} from "../../model/schema.js";
import { holds, test } from "./condition.js";
import { conditionOf } from "./part-functions.js";
import { bodyCode, newSubject, type Pass } from "./pass.js";
import { childLocation } from "./instance-locations.js";
import { runtime } from "../runtime-symbols.js";
import { alwaysFails, declaring, type Statement } from "./statement.js";
import { loopVariable, type Subject } from "./subject.js";
import { noFurtherItems, unevaluatedItems } from "./unevaluated-items.js";

type ArrayKind =
  | "minItems"
  | "maxItems"
  | "uniqueItems"
  | "items"
  | "contains"
  | "unevaluatedItems";

const makers: {
  readonly [K in ArrayKind]: (
    keyword: KeywordByKind[K],
    subject: Subject,
    pass: Pass,
    schema: KeywordSchema,
  ) => Statement[];
} = { minItems, maxItems, uniqueItems, items, contains, unevaluatedItems };

/** What the keywords for arrays (Validation §6.4, Core §10.3.1) ask of a value that is known to be one. */
export function arrayStatements(
  keywords: readonly Keyword[],
  subject: Subject,
  pass: Pass,
  schema: KeywordSchema,
): Statement[] {
  return keywords.flatMap((keyword) => {
    const make = makers[keyword.kind as ArrayKind] as (
      keyword: Keyword,
      subject: Subject,
      pass: Pass,
      schema: KeywordSchema,
    ) => Statement[];
    return make(keyword, subject, pass, schema);
  });
}

function minItems({ value }: MinItemsKeyword, subject: Subject): Statement[] {
  const length = code`${subject.code}.length`;
  return [
    {
      kind: "check",
      condition: test(code`${length} >= ${value}`, code`${length} < ${value}`),
      issue: () =>
        code`${runtime.sizeIssue}(${subject.location()}, "minItems", ${length}, ${value}, "items")`,
    },
  ];
}

function maxItems({ value }: MaxItemsKeyword, subject: Subject): Statement[] {
  const length = code`${subject.code}.length`;
  return [
    {
      kind: "check",
      condition: test(code`${length} <= ${value}`, code`${length} > ${value}`),
      issue: () =>
        code`${runtime.sizeIssue}(${subject.location()}, "maxItems", ${length}, ${value}, "items")`,
    },
  ];
}

function uniqueItems(
  _keyword: KeywordByKind["uniqueItems"],
  subject: Subject,
  pass: Pass,
): Statement[] {
  const call = code`${runtime.duplicate}(${subject.code})`;
  if (pass.mode === "is") {
    const condition = test(
      code`${call} === undefined`,
      code`${call} !== undefined`,
    );
    return [{ kind: "check", condition, issue: subject.location }];
  }
  const pair = identifier(pass.locals.unused("equalItems"));
  const body = lines([
    code`const ${pair} = ${call};`,
    code`if (${pair} !== undefined) ${runtime.uniqueItemsIssue}(${subject.location()}, ${pair});`,
  ]);
  return [{ kind: "block", code: body }];
}

/** `prefixItems` and `items` (Core §10.3.1). */
function items(
  { prefix, rest }: ItemsKeyword,
  subject: Subject,
  pass: Pass,
): Statement[] {
  const statements = prefix.flatMap((schema, index): Statement[] => {
    const variable = identifier(pass.locals.unused(`item${index + 1}`));
    const body = bodyCode(
      itemStatements(schema, variable, code`${index}`, subject, pass),
      pass,
    );
    if (isEmpty(body)) return [];
    const text = lines([
      code`if (${subject.code}.length > ${index}) {`,
      declaring(variable, code`${subject.code}[${index}]`, body),
      code`}`,
    ]);
    return [{ kind: "block", code: text }];
  });
  if (rest === undefined || rest.kind === "any") return statements;
  if (rest.kind === "never") {
    return [...statements, noFurtherItems(prefix.length, "items", subject)];
  }
  const variable = identifier(
    pass.locals.unused(loopVariable(subject, "item")),
  );
  const index = identifier(pass.locals.unused(loopVariable(subject, "index")));
  const tests = itemStatements(rest, variable, index, subject, pass);
  if (pass.mode === "is" && alwaysFails(tests)) {
    return [...statements, noFurtherItems(prefix.length, "items", subject)];
  }
  const body = bodyCode(tests, pass);
  return isEmpty(body)
    ? statements
    : [
        ...statements,
        {
          kind: "block",
          code: loop(subject, variable, index, prefix.length, body, pass),
        },
      ];
}

function loop(
  subject: Subject,
  variable: Code,
  index: Code,
  start: number,
  body: Code,
  pass: Pass,
): Code {
  if (pass.mode === "is" && start === 0) {
    return code`for (const ${variable} of ${subject.code}) {\n${body}\n}`;
  }
  return lines([
    code`for (let ${index} = ${start}; ${index} < ${subject.code}.length; ${index}++) {`,
    declaring(variable, code`${subject.code}[${index}]`, body),
    code`}`,
  ]);
}

function itemStatements(
  schema: Schema,
  variable: Code,
  index: Code,
  subject: Subject,
  pass: Pass,
): Statement[] {
  return pass.statementsOf(
    schema,
    newSubject(
      schema,
      variable,
      "item",
      childLocation(subject, index, schema),
      subject.level + 1,
      pass,
    ),
    pass,
  );
}

/** `contains` with `minContains` and `maxContains` (Core §10.3.1.3, Validation §6.4.4). */
function contains(
  { schema, min, max }: ContainsKeyword,
  subject: Subject,
  pass: Pass,
): Statement[] {
  if (min === 0 && max === undefined) return [];
  const variable = identifier(
    pass.locals.unused(loopVariable(subject, "item")),
  );
  const matches = identifier(pass.locals.unused("matches"));
  const condition = conditionOf(
    schema,
    "Match",
    newSubject(
      schema,
      variable,
      "item",
      subject.location,
      subject.level + 1,
      pass,
    ),
    pass,
  );
  const count =
    condition.kind === "test"
      ? lines([
          code`let ${matches} = 0;`,
          code`for (const ${variable} of ${subject.code}) {\nif (${holds(condition)}) ${matches}++;\n}`,
        ])
      : code`const ${matches} = ${condition.kind === "always" ? code`${subject.code}.length` : 0};`;
  const statements: Statement[] = [{ kind: "block", code: count }];
  if (min > 0) {
    const keyword = min === 1 ? "contains" : "minContains";
    statements.push({
      kind: "check",
      condition: test(code`${matches} >= ${min}`, code`${matches} < ${min}`),
      issue: () =>
        code`${runtime.containsIssue}(${subject.location()}, ${keyword}, ${matches}, ${min})`,
    });
  }
  if (max !== undefined) {
    statements.push({
      kind: "check",
      condition: test(code`${matches} <= ${max}`, code`${matches} > ${max}`),
      issue: () =>
        code`${runtime.containsIssue}(${subject.location()}, "maxContains", ${matches}, ${max})`,
    });
  }
  return statements;
}
