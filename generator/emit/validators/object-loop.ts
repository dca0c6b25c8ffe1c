import { code, isEmpty, lines, type Code } from "../../code/code.js";
import { identifier } from "../../code/literals.js";
import type { PatternProperty, Schema } from "../../model/schema.js";
import { hasChildren } from "../../model/walk-schema.js";
import { isQuick, quickMatch } from "../../patterns/quick-match.js";
import { namesUnderAll } from "../../model/listed-names.js";
import { fails, holds, test, testCall, type Condition } from "./condition.js";
import { forked } from "./flow.js";
import type { Member, ObjectAssertions } from "./object-assertions.js";
import { conditionOf } from "./part-functions.js";
import { bodyCode, newSubject, type Pass } from "./pass.js";
import {
  childLocation,
  hasOwnEntry,
  propertyLocation,
} from "./instance-locations.js";
import { groupOf } from "./keyword-groups.js";
import { runtime } from "../runtime-symbols.js";
import { alwaysFails, type Statement } from "./statement.js";
import { patternConstant } from "./string-keywords.js";
import { loopVariable, type Subject } from "./subject.js";

/** The variables of the loop. */
interface Loop {
  readonly subject: Subject;
  readonly key: Code;
  readonly field: Code;
  readonly pass: Pass;
}

/** One loop over the keys, with a `switch` for the members that have a schema. */
export function loopStatements(
  assertions: ObjectAssertions,
  subject: Subject,
  pass: Pass,
): Statement[] {
  const key = identifier(pass.locals.unused(loopVariable(subject, "key")));
  const field = identifier(pass.locals.unused(loopVariable(subject, "field")));
  const count = identifier(pass.locals.unused("count"));
  const loop: Loop = { subject, key, field, pass };
  const counts = assertions.counts.length > 0;
  const body = [
    ...(counts ? [code`${count}++;`] : []),
    ...assertions.names.map((schema) => nameCode(schema, loop)),
    membersCode(assertions, loop),
  ].filter((piece) => !isEmpty(piece));
  const checks = assertions.counts.map((keyword): Statement => {
    const { kind, value } = keyword;
    return {
      kind: "check",
      condition:
        kind === "minProperties"
          ? test(code`${count} >= ${value}`, code`${count} < ${value}`)
          : test(code`${count} <= ${value}`, code`${count} > ${value}`),
      issue: () =>
        code`${runtime.sizeIssue}(${subject.location()}, ${kind}, ${count}, ${value}, "properties")`,
    };
  });
  if (body.length === 0) return checks;
  const text = lines([
    ...(counts ? [code`let ${count} = 0;`] : []),
    code`for (const ${key} in ${subject.code}) {`,
    code`const ${field} = ${subject.code}[${key}];`,
    code`if (${field} === undefined) continue;`,
    ...body,
    code`}`,
  ]);
  return [{ kind: "block", code: text }, ...checks];
}

/** `propertyNames` (Core §10.3.2.4). */
function nameCode(schema: Schema, { subject, key, pass }: Loop): Code {
  const name: Subject = {
    ...newSubject(
      schema,
      key,
      "name",
      subject.location,
      subject.level + 1,
      pass,
    ),
    known: new Set(["string"]),
  };
  const condition = conditionOf(schema, "Name", name, forked(pass));
  const issue = (): Code =>
    code`${runtime.propertyNamesIssue}(${subject.location()}, ${key})`;
  return bodyCode([{ kind: "check", condition, issue }], pass);
}

function membersCode(assertions: ObjectAssertions, loop: Loop): Code {
  const rest = restCode(assertions, loop);
  const cases = memberCases(assertions, loop, isEmpty(rest));
  if (cases.length === 0) return rest;
  const last = isEmpty(rest)
    ? []
    : [declares(rest) ? code`default: {\n${rest}\n}` : code`default:\n${rest}`];
  return code`switch (${loop.key}) {\n${lines([...cases, ...last])}\n}`;
}

/** The cases of the `switch`; members whose tests are the same share one. */
function memberCases(
  assertions: ObjectAssertions,
  loop: Loop,
  isRestFree: boolean,
): Code[] {
  const groups = new Map<string, Member[]>();
  const listed = listedNames(assertions, loop.pass);
  const names = listed && new Set(listed);
  assertions.members.forEach((member, index) => {
    // TypeScript knows that the key is one of the names, and refuses a case for another.
    if (names?.has(member.name) === false) return;
    const key = sameTests(member, assertions, loop) ?? String(index);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [member]);
    else known.push(member);
  });
  const cases: Code[] = [];
  for (const members of groups.values()) {
    const [first] = members;
    if (first === undefined) continue;
    const body = memberBody(first, assertions, loop);
    if (isEmpty(body.code) && isRestFree) continue;
    const labels = members.map(({ name }) => code`case ${name}:`);
    const end = body.leaves ? [] : [code`break;`];
    const statements = isEmpty(body.code) ? end : [body.code, ...end];
    cases.push(
      declares(body.code)
        ? lines([code`${lines(labels)} {`, ...statements, code`}`])
        : lines([...labels, ...statements]),
    );
  }
  return cases;
}

/** The names that the tests before the `switch` let through, where they list them. */
function listedNames(
  { names }: ObjectAssertions,
  { mode, context }: Pass,
): readonly string[] | undefined {
  if (mode === "collect") return undefined;
  return namesUnderAll(names, context.api);
}

/** A text that is alike for members whose cases would be alike; undefined where that is not worth finding out. */
function sameTests(
  { name, schema, isRefused }: Member,
  assertions: ObjectAssertions,
  { subject, pass }: Loop,
): string | undefined {
  if (isRefused || hasChildren(schema)) return undefined;
  if (!hasOwnEntry(subject, name, schema)) return undefined;
  const { writeOnly } = schema.annotations;
  const facts =
    schema.kind === "keywords"
      ? schema.keywords.filter(
          (keyword) => groupOf(keyword, pass) !== "nothing",
        )
      : schema.kind === "ref"
        ? schema.target
        : schema.kind;
  const patterns = possiblePatterns(name, assertions).map(
    ({ pattern }) => pattern,
  );
  // Most members have a type alone, which needs no writing down.
  if (facts.length === 1 && patterns.length === 0) {
    const [only] = facts;
    if (typeof only !== "string" && only?.kind === "type") {
      return `${only.types.join(" ")} ${writeOnly ?? false}`;
    }
  }
  return JSON.stringify([facts, patterns, writeOnly ?? false]);
}

function memberBody(
  { name, schema, isRefused }: Member,
  assertions: ObjectAssertions,
  loop: Loop,
): { readonly code: Code; readonly leaves: boolean } {
  const { subject, key, field } = loop;
  const pass = forked(loop.pass);
  const location = hasOwnEntry(subject, name, schema)
    ? (): Code =>
        code`${runtime.propertyLocation}(${subject.location()}, ${key})`
    : propertyLocation(subject, name, schema);
  if (isRefused) {
    return pass.mode === "is"
      ? { code: code`return false;`, leaves: true }
      : { code: code`${runtime.readOnlyIssue}(${location()});`, leaves: false };
  }
  const own = pass.statementsOf(
    schema,
    newSubject(schema, field, name, location, subject.level + 1, pass),
    pass,
  );
  const others = possiblePatterns(name, assertions).flatMap(
    ({ pattern, schema: other }): readonly Statement[] => {
      const statements = fieldStatements(other, { ...loop, pass });
      if (isQuick(pattern, name.length)) return statements;
      const body = bodyCode(statements, pass);
      const matches = patternTest(pattern, loop);
      return isEmpty(body)
        ? []
        : [
            {
              kind: "block",
              code: code`if (${holds(matches)}) {\n${body}\n}`,
            },
          ];
    },
  );
  const statements = [...own, ...others];
  return {
    code: bodyCode(statements, pass),
    leaves: pass.mode === "is" && alwaysFails(statements),
  };
}

/** The patterns that apply to a member besides its own entry, and those of which finding out could take long. */
function possiblePatterns(
  name: string,
  { patterns }: ObjectAssertions,
): PatternProperty[] {
  return patterns.filter(({ pattern }) => quickMatch(pattern, name) !== false);
}

function patternTest(
  pattern: string,
  { key, pass }: Pick<Loop, "key" | "pass">,
): Condition {
  return testCall(
    code`${patternConstant(pattern, "key", pass.scope)}.test(${key})`,
  );
}

/** True where the code may declare a variable, which then needs a block of its own. */
function declares(body: Code): boolean {
  return body.hasText(/\b(?:const|let) /);
}

/** What is asked of a member without an entry of its own. */
function restCode(assertions: ObjectAssertions, loop: Loop): Code {
  const { pass } = loop;
  const additional = additionalCode(assertions.additional, loop);
  const patterns = assertions.patterns
    .map((each) => ({
      ...each,
      body: bodyCode(
        fieldStatements(each.schema, { ...loop, pass: forked(pass) }),
        pass,
      ),
    }))
    .filter(({ body }) => !isEmpty(additional) || !isEmpty(body))
    .map(({ pattern, body }) => ({
      matches: patternTest(pattern, loop),
      body,
    }));
  const [only] = patterns;
  if (only === undefined) return additional;
  if (isEmpty(additional)) {
    return lines(
      patterns.map(
        ({ matches, body }) => code`if (${holds(matches)}) {\n${body}\n}`,
      ),
    );
  }
  if (patterns.length === 1) {
    const failing = code`if (${fails(only.matches)}) {\n${additional}\n}`;
    return isEmpty(only.body)
      ? failing
      : code`if (${holds(only.matches)}) {\n${only.body}\n} else {\n${additional}\n}`;
  }
  const isNamed = identifier(pass.locals.unused("matchesPattern"));
  return lines([
    code`let ${isNamed} = false;`,
    ...patterns.map(
      ({ matches, body }) =>
        code`if (${holds(matches)}) {\n${isNamed} = true;\n${body}\n}`,
    ),
    code`if (!${isNamed}) {\n${additional}\n}`,
  ]);
}

function additionalCode(schema: Schema | undefined, loop: Loop): Code {
  if (schema === undefined) return code``;
  if (schema.kind === "never") {
    const { subject, key, pass } = loop;
    return pass.mode === "is"
      ? code`return false;`
      : code`${runtime.unexpectedIssue}(${subject.location()}, ${key}, "additionalProperties");`;
  }
  const pass = forked(loop.pass);
  return bodyCode(fieldStatements(schema, { ...loop, pass }), pass);
}

function fieldStatements(
  schema: Schema,
  { subject, key, field, pass }: Loop,
): Statement[] {
  return pass.statementsOf(
    schema,
    newSubject(
      schema,
      field,
      "field",
      childLocation(subject, key, schema),
      subject.level + 1,
      pass,
    ),
    pass,
  );
}
