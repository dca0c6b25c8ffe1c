import { code } from "../../code/code.js";
import { identifier } from "../../code/literals.js";
import type { KeywordSchema } from "../../model/schema.js";
import { hasChildren } from "../../model/walk-schema.js";
import {
  always,
  and,
  fails,
  holds,
  never,
  not,
  or,
  test,
  type Condition,
  isInherited,
  memberCode,
  presence,
} from "./condition.js";
import { noteCopy } from "./flow.js";
import type { Member, ObjectAssertions } from "./object-assertions.js";
import { membersCondition } from "./part-functions.js";
import { refusesAbsence } from "./refuses-absence.js";
import { bodyCode, newSubject, type Pass } from "./pass.js";
import { propertyLocation } from "./instance-locations.js";
import { runtime } from "../runtime-symbols.js";
import {
  alwaysFails,
  conditionsOf,
  ifBlock,
  ifElse,
  type Check,
  type Statement,
} from "./statement.js";
import type { Subject } from "./subject.js";
import { typeOnlyCall } from "./type-only.js";

/** A member is read again for each test up to this number; beyond, it is kept in a variable. */
const mostReads = 3;

/**
 * A boolean function looks at this many members. For each of them TypeScript goes back over all tests before it in
 * the function, so that checking one long function takes it far longer than checking several.
 */
const mostMembers = 24;

/** Looks at each named member by itself. */
export function memberStatements(
  { members }: ObjectAssertions,
  subject: Subject,
  pass: Pass,
  schema: KeywordSchema,
): Statement[] {
  const isLong =
    pass.mode === "is" && subject.level === 0 && members.length > mostMembers;
  if (!isLong) return eachMember(members, subject, pass);
  const size = Math.ceil(
    members.length / Math.ceil(members.length / mostMembers),
  );
  return members.flatMap((_, first): Statement[] =>
    first % size > 0
      ? []
      : [
          {
            kind: "check",
            condition: membersCondition(
              schema,
              first,
              (inner) =>
                eachMember(members.slice(first, first + size), subject, inner),
              subject,
              pass,
            ),
            issue: subject.location,
          },
        ],
  );
}

function eachMember(
  members: readonly Member[],
  subject: Subject,
  pass: Pass,
): Statement[] {
  const statements: Statement[] = [];
  for (const member of members) {
    statements.push(
      ...(member.isRefused
        ? refused(member, subject)
        : memberOf(member, subject, pass)),
    );
  }
  return statements;
}

/** A `readOnly` member of a request. */
function refused({ name, schema }: Member, subject: Subject): Statement[] {
  const location = propertyLocation(subject, name, schema);
  return [
    {
      kind: "check",
      condition: not(presence(subject, name)),
      issue: () => code`${runtime.readOnlyIssue}(${location()})`,
    },
  ];
}

function memberOf(member: Member, subject: Subject, pass: Pass): Statement[] {
  const { name, schema, isRequired } = member;
  const value = memberCode(subject, name);
  const isLeaf = !hasChildren(schema) && !isInherited(name);
  if (isLeaf && pass.mode === "collect") {
    const call = typeOnlyCall(member, value, subject, pass);
    if (call !== undefined) return [call];
  }
  const missing: Check = {
    kind: "check",
    condition: presence(subject, name),
    issue: () => code`${runtime.requiredIssue}(${subject.location()}, ${name})`,
  };
  const inner = newSubject(
    schema,
    value,
    name,
    propertyLocation(subject, name, schema),
    subject.level + 1,
    pass,
  );
  const short = isLeaf
    ? shortMember(member, inner, missing, subject, pass)
    : undefined;
  if (short !== undefined) return short;
  const variable = identifier(pass.locals.variable(name));
  noteCopy(variable, value, pass);
  const statements = pass.statementsOf(
    schema,
    { ...inner, code: variable },
    pass,
  );
  if (statements.length === 0) return isRequired ? [missing] : [];
  const declaration: Statement = {
    kind: "block",
    code: code`const ${variable} = ${inner.code};`,
  };
  if (!isRequired) {
    const isPresent = test(
      code`${variable} !== undefined`,
      code`${variable} === undefined`,
    );
    return [declaration, ...wherePresent(isPresent, statements, pass)];
  }
  if (pass.mode === "is") {
    if (alwaysFails(statements)) return [{ ...missing, condition: never }];
    const asked = refusesAbsence(schema, pass.context.api) ? [] : [missing];
    return [...asked, declaration, ...statements];
  }
  return [
    declaration,
    ifElse(
      code`${variable} === undefined`,
      missing.issue(),
      statements,
      (inner) => bodyCode(inner, pass),
    ),
  ];
}

/** A member whose tests are few enough to read it anew in each. */
function shortMember(
  { schema, isRequired }: Member,
  inner: Subject,
  missing: Check,
  subject: Subject,
  pass: Pass,
): Statement[] | undefined {
  if (schema.kind === "any") return isRequired ? [missing] : [];
  const statements = pass.statementsOf(schema, inner, pass);
  const conditions = conditionsOf(statements);
  if (conditions === undefined) return undefined;
  const condition = and(conditions);
  const size = condition.kind === "test" ? condition.size : 0;
  if (size > mostReads) return undefined;
  if (pass.mode === "is") {
    const whole = isRequired
      ? refusesAbsence(schema, pass.context.api)
        ? condition
        : and([missing.condition, condition])
      : or([not(missing.condition), condition]);
    return whole === always
      ? []
      : [{ kind: "check", condition: whole, issue: subject.location }];
  }
  if (statements.length === 0) return isRequired ? [missing] : [];
  return isRequired
    ? [
        ifElse(fails(missing.condition), missing.issue(), statements, (each) =>
          bodyCode(each, pass),
        ),
      ]
    : wherePresent(missing.condition, statements, pass);
}

/** The statements, where the condition holds. */
function wherePresent(
  isPresent: Condition,
  statements: readonly Statement[],
  pass: Pass,
): Statement[] {
  const [only] = statements;
  if (only?.kind === "check" && statements.length === 1) {
    const condition = or([not(isPresent), only.condition]);
    return [{ ...only, condition }];
  }
  return ifBlock(holds(isPresent), bodyCode(statements, pass));
}
