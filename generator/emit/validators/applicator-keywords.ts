import { code, isEmpty, lines, type Code } from "../../code/code.js";
import { requiredNames } from "../../model/presence.js";
import type {
  AllOfKeyword,
  ConditionalKeyword,
  NotKeyword,
  Keyword,
  KeywordByKind,
  Schema,
} from "../../model/schema.js";
import {
  and,
  holds,
  not as negated,
  or,
  testCall,
  memberCode,
} from "./condition.js";
import { forked, noteAbsence } from "./flow.js";
import { memberReport } from "./member-report.js";
import { conditionOf } from "./part-functions.js";
import { bodyCode, type Pass } from "./pass.js";
import { subschemaLocation } from "./instance-locations.js";
import { reference as referenceTo } from "./reference-keywords.js";
import { runtime } from "../runtime-symbols.js";
import { conditionsOf, type Statement } from "./statement.js";
import type { Subject } from "./subject.js";
import { union } from "./union-keywords.js";

type ApplicatorKind =
  "reference" | "allOf" | "anyOf" | "oneOf" | "not" | "conditional" | "binary";

const makers: {
  readonly [K in ApplicatorKind]: (
    keyword: KeywordByKind[K],
    subject: Subject,
    pass: Pass,
  ) => Statement[];
} = { reference, allOf, anyOf: union, oneOf: union, not, conditional, binary };

/** What the keywords that apply schemas to the value as a whole (Core §10.2, §8.2.3) ask of it. */
export function applicatorStatements(
  keywords: readonly Keyword[],
  subject: Subject,
  pass: Pass,
): Statement[] {
  return keywords.flatMap((keyword) => {
    const make = makers[keyword.kind as ApplicatorKind] as (
      keyword: Keyword,
      subject: Subject,
      pass: Pass,
    ) => Statement[];
    return make(keyword, subject, pass);
  });
}

function reference(
  { target }: KeywordByKind["reference"],
  subject: Subject,
  pass: Pass,
): Statement[] {
  return referenceTo(target, subject, pass);
}

function allOf(
  { schemas }: AllOfKeyword,
  subject: Subject,
  pass: Pass,
): Statement[] {
  const isShared = subject.isShared || schemas.length > 1;
  return schemas.flatMap((schema) =>
    pass.statementsOf(schema, { ...partOf(subject, schema), isShared }, pass),
  );
}

function not(keyword: NotKeyword, subject: Subject, pass: Pass): Statement[] {
  const { schema } = keyword;
  const excluded = conditionOf(schema, "Excluded", subject, forked(pass));
  const [name, ...others] = requiredNames(schema) ?? [];
  if (pass.mode === "is" && name !== undefined && others.length === 0) {
    noteAbsence(memberCode(subject, name), pass);
  }
  return [
    {
      kind: "check",
      condition: negated(excluded),
      issue: () =>
        memberReport(keyword, subject, pass) ??
        code`${runtime.notIssue}(${subject.location()}, ${subject.code})`,
    },
  ];
}

/** `if`, `then`, `else` (Core §10.2.2). */
function conditional(
  keyword: ConditionalKeyword,
  outer: Subject,
  pass: Pass,
): Statement[] {
  const subject: Subject = { ...outer, isShared: true };
  const statements = (schema: Schema | undefined): Statement[] =>
    schema === undefined
      ? []
      : pass.statementsOf(schema, partOf(subject, schema), forked(pass));
  const condition = conditionOf(keyword.if, "Condition", subject, forked(pass));
  const then = statements(keyword.then);
  const otherwise = statements(keyword.else);
  if (condition.kind === "always") return then;
  if (condition.kind === "never") return otherwise;
  const thenConditions = conditionsOf(then);
  const elseConditions = conditionsOf(otherwise);
  if (
    pass.mode === "is" &&
    thenConditions !== undefined &&
    elseConditions !== undefined
  ) {
    return [
      implication(negated(condition), thenConditions, subject),
      implication(condition, elseConditions, subject),
    ];
  }
  const thenCode = bodyCode(then, pass);
  const elseCode = bodyCode(otherwise, pass);
  return branch(condition, thenCode, elseCode);
}

function implication(
  unless: ReturnType<typeof negated>,
  conditions: readonly ReturnType<typeof negated>[],
  subject: Subject,
): Statement {
  const condition = or([unless, and(conditions)]);
  return { kind: "check", condition, issue: subject.location };
}

function branch(
  condition: ReturnType<typeof negated>,
  then: Code,
  otherwise: Code,
): Statement[] {
  if (isEmpty(then) && isEmpty(otherwise)) return [];
  if (isEmpty(then)) return branch(negated(condition), otherwise, then);
  const end = isEmpty(otherwise)
    ? [code`}`]
    : [code`} else {`, otherwise, code`}`];
  const text = lines([code`if (${holds(condition)}) {`, then, ...end]);
  return [{ kind: "block", code: text, isIf: true }];
}

/** Raw bytes outside of JSON. */
function binary(
  _keyword: KeywordByKind["binary"],
  subject: Subject,
): Statement[] {
  return [
    {
      kind: "check",
      condition: testCall(code`${runtime.isBinary}(${subject.code})`),
      issue: () =>
        code`${runtime.typeIssue}(${subject.location()}, ${subject.code}, "binary")`,
    },
  ];
}

function partOf(subject: Subject, schema: Schema): Subject {
  return {
    ...subject,
    location: subschemaLocation(subject, schema),
    pointer: schema.pointer,
  };
}
