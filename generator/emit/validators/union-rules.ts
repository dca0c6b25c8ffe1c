import { code, lines, type Code } from "../../code/code.js";
import { identifier } from "../../code/literals.js";
import type {
  AnyOfRule,
  Discriminator,
  OneOfRule,
  Schema,
} from "../../model/schema.js";
import { isNull } from "../../model/or-null.js";
import {
  always,
  fails,
  holds,
  never,
  or,
  test,
  type Condition,
} from "./condition.js";
import { forked, noteEither } from "./flow.js";
import { collectorList, collectorOf, conditionOf } from "./part-functions.js";
import { memberReport } from "./member-report.js";
import type { Pass } from "./pass.js";
import { partPlace } from "./places.js";
import { runtime } from "./runtime-symbols.js";
import { ifBlock, type Statement } from "./statement.js";
import { narrowed, type Subject } from "./subject.js";
import { tagged, tagSwitch } from "./tag-switch.js";
import { areDisjoint, tagOf, type Tag } from "./tagged-union.js";

/** `anyOf` (Core §10.2.1.2). */
export function anyOf(
  rule: AnyOfRule,
  subject: Subject,
  pass: Pass,
): Statement[] {
  if (rule.schemas.length === 1) return single(rule.schemas, subject, pass);
  const tag = tagOf(rule, pass.context.api);
  if (tag !== undefined) return tagged(tag, subject, pass);
  return alternatives(rule, subject, pass);
}

/** `oneOf` (Core §10.2.1.3): exactly one. Where no value can be in two branches, that is any one. */
export function oneOf(
  rule: OneOfRule,
  subject: Subject,
  pass: Pass,
): Statement[] {
  if (rule.schemas.length === 1) return single(rule.schemas, subject, pass);
  const tag = tagOf(rule, pass.context.api);
  if (tag !== undefined) return tagged(tag, subject, pass);
  if (areDisjoint(rule.schemas, pass.context.api)) {
    return alternatives(rule, subject, pass);
  }
  const conditions = branchConditions(rule.schemas, subject, pass);
  const report =
    pass.mode === "is" ? undefined : memberReport(rule, subject, pass);
  if (pass.mode === "is" || report !== undefined) {
    const matches = identifier(pass.locals.unused("matches"));
    const text = lines([
      code`let ${matches} = 0;`,
      ...conditions.map((condition) =>
        condition === always
          ? code`${matches}++;`
          : code`if (${holds(condition)}) ${matches}++;`,
      ),
    ]);
    const condition = test(code`${matches} === 1`, code`${matches} !== 1`);
    return [
      { kind: "block", code: text },
      { kind: "check", condition, issue: () => report ?? subject.place() },
    ];
  }
  const matching = identifier(pass.locals.unused("matching"));
  const text = lines([
    code`const ${matching}: number[] = [];`,
    ...conditions.map((condition, index) =>
      condition === always
        ? code`${matching}.push(${index});`
        : code`if (${holds(condition)}) ${matching}.push(${index});`,
    ),
    code`if (${matching}.length > 1) ${runtime.oneOfIssue}(${subject.place()}, ${matching});`,
    code`else if (${matching}.length === 0) {\n${nearest(rule, subject, pass)}\n}`,
  ]);
  return [{ kind: "block", code: text }];
}

function single(
  schemas: readonly Schema[],
  subject: Subject,
  pass: Pass,
): Statement[] {
  return schemas.flatMap((schema) => {
    const place = partPlace(subject, schema);
    const inner = { ...subject, place, pointer: schema.pointer };
    return pass.statementsOf(schema, inner, pass);
  });
}

/** A union of which one branch has to hold. */
function alternatives(
  rule: AnyOfRule | OneOfRule,
  subject: Subject,
  pass: Pass,
): Statement[] {
  const condition = or(branchConditions(rule.schemas, subject, pass));
  if (condition === always) return [];
  if (pass.mode === "is") {
    return [{ kind: "check", condition, issue: subject.place }];
  }
  const body = nearest(rule, subject, pass);
  return ifBlock(fails(condition), body);
}

function branchConditions(
  schemas: readonly Schema[],
  subject: Subject,
  pass: Pass,
): Condition[] {
  const branches = schemas.map(() => forked(pass));
  const conditions = schemas.map((schema, index) =>
    conditionOf(
      schema,
      "Option",
      { ...subject, pointer: schema.pointer },
      branches[index] ?? pass,
    ),
  );
  if (pass.mode === "is") {
    noteEither(
      branches.filter((_, index) => conditions[index] !== never),
      pass,
    );
  }
  return conditions;
}

/** The report on a value that no branch takes. */
function nearest(
  rule: AnyOfRule | OneOfRule,
  subject: Subject,
  pass: Pass,
): Code {
  const report = memberReport(rule, subject, pass);
  if (report !== undefined) return code`${report};`;
  const [only, ...others] = rule.schemas.filter((each) => !isNull(each));
  if (only !== undefined && others.length === 0) {
    const collector = collectorOf(only, "Option", pass);
    return code`${collector}(${subject.code}, ${partPlace(subject, only)()});`;
  }
  const branches = collectorList(rule.schemas, "Option", pass);
  const whole = code`${runtime.unionIssue}(${subject.place()}, ${subject.code}, ${rule.kind}, ${branches});`;
  if (rule.discriminator === undefined) return whole;
  return discriminated(rule.discriminator, rule, whole, subject, pass);
}

/** With a discriminator, the branch that it picks is reported alone. */
function discriminated(
  { property, cases, fallback }: Discriminator,
  rule: AnyOfRule | OneOfRule,
  whole: Code,
  subject: Subject,
  pass: Pass,
): Code {
  const picks = cases.flatMap(({ value, target }) => {
    const index = rule.schemas.findIndex(
      (schema) => schema.kind === "ref" && schema.target === target,
    );
    const schema = rule.schemas[index];
    return schema === undefined ? [] : [{ value, schema }];
  });
  if (picks.length === 0 || fallback !== undefined) return whole;
  const tag: Tag = {
    property,
    branches: rule.schemas.map((schema) => ({
      schema,
      values: picks
        .filter((pick) => pick.schema === schema)
        .map(({ value }) => value),
    })),
  };
  return code`if (!${runtime.isObject}(${subject.code})) ${runtime.typeIssue}(${subject.place()}, ${subject.code}, "object");\nelse ${tagSwitch(tag, narrowed(subject, "object"), pass)}`;
}
