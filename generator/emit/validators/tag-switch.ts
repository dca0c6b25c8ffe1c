import { code, isEmpty, lines, type Code } from "../../code/code.js";
import { optionalAccess, propertyKey } from "../../code/literals.js";
import type { Schema } from "../../model/schema.js";
import {
  and,
  fails,
  holds,
  test,
  type Condition,
  isInherited,
  memberCode,
} from "./condition.js";
import { forked } from "./flow.js";
import { collectorOf, conditionOf } from "./part-functions.js";
import { bodyCode, testing, type Pass } from "./pass.js";
import { subschemaLocation } from "./instance-locations.js";
import { runtime } from "../runtime-symbols.js";
import {
  booleanBody,
  conditionsOf,
  type Check,
  type Statement,
} from "./statement.js";
import { isKnown, narrowed, type Subject } from "./subject.js";
import type { TaggedUnion } from "./tagged-union.js";

/** What a tagged union takes over from the union that it is. */
export interface UnionParts {
  /** The statements for some of its branches, of which one has to hold. */
  readonly statementsFor: (
    schemas: readonly Schema[],
    subject: Subject,
    pass: Pass,
  ) => Statement[];
  /** The report on a value that no branch takes. */
  readonly nearest: (subject: Subject) => Code;
}

/** A union whose branches are told apart by a member: a `switch` finds the branch. */
export function tagged(
  union: TaggedUnion,
  outer: Subject,
  pass: Pass,
  parts: UnionParts,
): Statement[] {
  const subject = narrowed(outer, "object");
  const choose =
    pass.mode === "is"
      ? choice(union, subject, pass, parts)
      : collecting(union, subject, pass, parts);
  if (isKnown(outer, "object")) return [choose];
  const isObject = objectCheck(outer);
  if (union.others.length > 0) {
    return [withOthers(choose, isObject, union, outer, pass, parts)];
  }
  if (pass.mode === "is") {
    // Functions of named branches test for an object by themselves.
    const isTested =
      outer.known === undefined &&
      union.refusesOthers &&
      union.rest.length === 0 &&
      !takesUnknown(union, pass) &&
      !isInherited(union.property) &&
      union.branches.every(({ schema }) => schema.kind === "ref");
    return isTested ? [choice(union, outer, pass, parts)] : [isObject, choose];
  }
  return [
    {
      kind: "block",
      code: code`if (${fails(isObject.condition)}) {\n${isObject.issue()};\n} else {\n${choose.code}\n}`,
    },
  ];
}

type Block = Extract<Statement, { kind: "block" }>;

/** Values that are no objects go to branches of their own. */
function withOthers(
  choose: Block,
  isObject: Check,
  { others }: TaggedUnion,
  outer: Subject,
  pass: Pass,
  { statementsFor, nearest }: UnionParts,
): Block {
  const head = code`if (${holds(isObject.condition)}) {`;
  const tests = statementsFor(others, outer, forked(testing(pass)));
  const conditions = conditionsOf(tests);
  const whole = conditions && and(conditions);
  if (whole?.kind === "always") {
    return { kind: "block", code: lines([head, choose.code, code`}`]) };
  }
  if (pass.mode === "collect") {
    const tail =
      whole === undefined
        ? code`} else {\n${bodyCode(statementsFor(others, outer, forked(pass)), pass)}\n}`
        : code`} else if (${fails(whole)}) {\n${nearest(outer)}\n}`;
    return { kind: "block", code: lines([head, choose.code, tail]) };
  }
  const tail =
    whole === undefined
      ? code`} else {\n${bodyCode(tests, pass)}\n}`
      : code`} else if (${fails(whole)}) return false;`;
  const ending = choose.ending ?? choose.code;
  return {
    kind: "block",
    code: lines([head, choose.code, tail]),
    ending: lines([head, ending, code`}`, booleanBody(tests)]),
  };
}

/** The `switch` that reports the issues of the branch that the member selects. The subject is known to be an object. */
function collecting(
  union: TaggedUnion,
  subject: Subject,
  pass: Pass,
  { statementsFor }: UnionParts,
): Block {
  const member = memberCode(subject, union.property);
  const cases = casesOf(union, (schema) => [
    code`${collectorOf(schema, "Option", pass)}(${subject.code}, ${subschemaLocation(subject, schema)()});`,
    code`break;`,
  ]);
  const allowed = union.branches.flatMap(({ values }) =>
    values.map((value) => code`, ${value}`),
  );
  const refusal = code`${runtime.tagIssue}(${runtime.childLocation}(${subject.location()}, ${union.property}, ""), ${member}${allowed});`;
  const otherwise =
    union.rest.length > 0
      ? bodyCode(statementsFor(union.rest, subject, forked(pass)), pass)
      : takesUnknown(union, pass)
        ? code`if (typeof ${member} !== "string") ${refusal}`
        : refusal;
  return { kind: "block", code: switchCode(member, cases, otherwise) };
}

/** The `switch` of a boolean function. */
function choice(
  union: TaggedUnion,
  subject: Subject,
  pass: Pass,
  { statementsFor }: UnionParts,
): Block {
  const { property, rest } = union;
  const member = isKnown(subject, "object")
    ? memberCode(subject, property)
    : code`(${subject.code} as { ${propertyKey(property)}?: unknown } | null | undefined)${optionalAccess(property)}`;
  const conditionFor = (schema: Schema): Condition =>
    conditionOf(
      schema,
      "Option",
      { ...subject, pointer: schema.pointer },
      forked(pass),
    );
  const never = code`return false;`;
  const inside = casesOf(union, (schema) => {
    const condition = conditionFor(schema);
    if (condition.kind === "never") return [never];
    return condition.kind === "always"
      ? [code`break;`]
      : [code`if (${fails(condition)}) return false;`, code`break;`];
  });
  const atEnd = casesOf(union, (schema) => [
    code`return ${holds(conditionFor(schema))};`,
  ]);
  if (takesUnknown(union, pass)) {
    const isText = code`typeof ${member} === "string"`;
    const refuse = code`if (typeof ${member} !== "string") return false;`;
    return {
      kind: "block",
      code: switchCode(member, inside, refuse),
      ending: switchCode(member, atEnd, code`return ${isText};`),
    };
  }
  if (rest.length === 0) {
    return {
      kind: "block",
      code: switchCode(member, inside, never),
      ending: switchCode(member, atEnd, never),
    };
  }
  const statements = statementsFor(rest, subject, forked(pass));
  return {
    kind: "block",
    code: switchCode(member, inside, bodyCode(statements, pass)),
    ending: switchCode(member, atEnd, booleanBody(statements)),
  };
}

/** Whether objects pass whose tag, a string, no branch has. */
function takesUnknown({ isOpen }: TaggedUnion, { view }: Pass): boolean {
  return isOpen && view === "response";
}

function casesOf(
  { branches }: TaggedUnion,
  body: (schema: Schema) => readonly Code[],
): Code[] {
  return branches.map(({ schema, values }) =>
    lines([...values.map((value) => code`case ${value}:`), ...body(schema)]),
  );
}

function switchCode(
  member: Code,
  cases: readonly Code[],
  otherwise: Code,
): Code {
  return lines([
    code`switch (${member}) {`,
    ...cases,
    ...(isEmpty(otherwise) ? [] : [code`default:\n${otherwise}`]),
    code`}`,
  ]);
}

function objectCheck(subject: Subject): Check {
  return {
    kind: "check",
    condition: test(
      code`${runtime.isObject}(${subject.code})`,
      code`!${runtime.isObject}(${subject.code})`,
    ),
    issue: () =>
      code`${runtime.typeIssue}(${subject.location()}, ${subject.code}, "object")`,
  };
}
