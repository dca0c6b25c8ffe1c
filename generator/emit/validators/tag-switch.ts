import { code, lines, type Code } from "../../code/code.js";
import { optionalAccess, propertyKey } from "../../code/literals.js";
import { fails, holds, test, type Condition } from "./condition.js";
import { isInherited, memberCode } from "./members.js";
import { collectorOf, conditionOf } from "./part-functions.js";
import type { Pass } from "./pass.js";
import { partPlace } from "./places.js";
import { runtime } from "./runtime-symbols.js";
import type { Check, Statement } from "./statement.js";
import { isKnown, narrowed, type Subject } from "./subject.js";
import type { Tag } from "./tagged-union.js";

/** A union whose branches each ask for another value of one member: a `switch` finds the branch. */
export function tagged(tag: Tag, outer: Subject, pass: Pass): Statement[] {
  const subject = narrowed(outer, "object");
  if (pass.mode === "is") {
    if (isKnown(outer, "object")) return [choice(tag, subject, pass)];
    // Functions of named branches test for an object by themselves.
    const isTested =
      outer.known === undefined &&
      !isInherited(tag.property) &&
      tag.branches.every(({ schema }) => schema.kind === "ref");
    return isTested
      ? [choice(tag, outer, pass)]
      : [objectCheck(outer), choice(tag, subject, pass)];
  }
  const body = tagSwitch(tag, subject, pass);
  if (isKnown(outer, "object")) return [{ kind: "block", code: body }];
  const isObject = objectCheck(outer);
  return [
    {
      kind: "block",
      code: code`if (${fails(isObject.condition)}) {\n${isObject.issue()};\n} else {\n${body}\n}`,
    },
  ];
}

/** The `switch` that reports the issues of the branch that the member picks. The subject is known to be an object. */
export function tagSwitch(tag: Tag, subject: Subject, pass: Pass): Code {
  const member = memberCode(subject, tag.property);
  const cases = casesOf(tag, (schema) => [
    code`${collectorOf(schema, "Option", pass)}(${subject.code}, ${partPlace(subject, schema)()});`,
    code`break;`,
  ]);
  const allowed = tag.branches.flatMap(({ values }) =>
    values.map((value) => code`, ${value}`),
  );
  const report = code`${runtime.tagIssue}(${runtime.propertyPlace}(${subject.place()}, ${tag.property}), ${member}${allowed});`;
  return switchCode(member, cases, report);
}

/** The `switch` of a boolean function. */
function choice(tag: Tag, subject: Subject, pass: Pass): Statement {
  const { property } = tag;
  const member = isKnown(subject, "object")
    ? memberCode(subject, property)
    : code`(${subject.code} as { ${propertyKey(property)}?: unknown } | null | undefined)${optionalAccess(property)}`;
  const conditionFor = (schema: Tag["branches"][number]["schema"]): Condition =>
    conditionOf(
      schema,
      "Option",
      { ...subject, pointer: schema.pointer },
      pass,
    );
  const otherwise = code`return false;`;
  const inside = casesOf(tag, (schema) => {
    const condition = conditionFor(schema);
    if (condition.kind === "never") return [otherwise];
    return condition.kind === "always"
      ? [code`break;`]
      : [code`if (${fails(condition)}) return false;`, code`break;`];
  });
  const atEnd = casesOf(tag, (schema) => [
    code`return ${holds(conditionFor(schema))};`,
  ]);
  return {
    kind: "block",
    code: switchCode(member, inside, otherwise),
    ending: switchCode(member, atEnd, otherwise),
  };
}

function casesOf(
  { branches }: Tag,
  body: (schema: Tag["branches"][number]["schema"]) => readonly Code[],
): Code[] {
  return branches
    .filter(({ values }) => values.length > 0)
    .map(({ schema, values }) =>
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
    code`default:\n${otherwise}`,
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
      code`${runtime.typeIssue}(${subject.place()}, ${subject.code}, "object")`,
  };
}
