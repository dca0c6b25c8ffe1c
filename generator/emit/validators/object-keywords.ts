import { code } from "../../code/code.js";
import { identifier } from "../../code/literals.js";
import type {
  DependentRequiredKeyword,
  Keyword,
  KeywordByKind,
  KeywordSchema,
} from "../../model/schema.js";
import {
  not,
  or,
  test,
  memberCode,
  presence,
  holds,
  and,
} from "./condition.js";
import { forked, noteWherePresent } from "./flow.js";
import {
  objectAssertions,
  type ObjectAssertions,
} from "./object-assertions.js";
import { loopStatements } from "./object-loop.js";
import { memberStatements } from "./object-members.js";
import { bodyCode, type Pass } from "./pass.js";
import { subschemaLocation } from "./instance-locations.js";
import { runtime } from "../runtime-symbols.js";
import { conditionsOf, ifBlock, type Statement } from "./statement.js";
import type { Subject } from "./subject.js";
import { unevaluatedProperties } from "./unevaluated-properties.js";

/** What the keywords for objects (Validation §6.5, Core §10.3.2) ask of a value that is known to be one. */
export function objectStatements(
  keywords: readonly Keyword[],
  subject: Subject,
  pass: Pass,
  schema: KeywordSchema,
): Statement[] {
  const assertions = objectAssertions(keywords, subject, pass);
  return [
    ...requiredStatements(assertions, subject),
    ...(assertions.needsLoop
      ? loopStatements(assertions, subject, pass)
      : [
          ...countStatements(assertions, subject, pass),
          ...memberStatements(assertions, subject, pass, schema),
        ]),
    ...keywords.flatMap((keyword) => dependencies(keyword, subject, pass)),
    ...keywords.flatMap((keyword) =>
      keyword.kind === "unevaluatedProperties"
        ? unevaluatedProperties(keyword, schema, subject, pass)
        : [],
    ),
  ];
}

/** `required` (Validation §6.5.3) of the members that no other statement asks for. */
function requiredStatements(
  { required }: ObjectAssertions,
  subject: Subject,
): Statement[] {
  return required.map((name) => ({
    kind: "check",
    condition: presence(subject, name),
    issue: () => code`${runtime.requiredIssue}(${subject.location()}, ${name})`,
  }));
}

/** `minProperties` and `maxProperties` where nothing else makes a loop over the members necessary. */
function countStatements(
  assertions: ObjectAssertions,
  subject: Subject,
  pass: Pass,
): Statement[] {
  if (assertions.counts.length === 0) return [];
  if (pass.mode === "is" && assertions.counts.length === 1) {
    const count = code`${runtime.countMembers}(${subject.code})`;
    return assertions.counts.map((keyword) =>
      countCheck(keyword, count, subject),
    );
  }
  const count = identifier(pass.locals.unused("count"));
  const checks = assertions.counts.map((keyword) =>
    countCheck(keyword, count, subject),
  );
  return [
    {
      kind: "block",
      code: code`const ${count} = ${runtime.countMembers}(${subject.code});`,
    },
    ...checks,
  ];
}

function countCheck(
  keyword: KeywordByKind["minProperties" | "maxProperties"],
  count: ReturnType<typeof identifier>,
  subject: Subject,
): Statement {
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
}

function dependencies(
  keyword: Keyword,
  subject: Subject,
  pass: Pass,
): Statement[] {
  if (keyword.kind === "dependentRequired") {
    return dependentRequired(keyword, subject);
  }
  if (keyword.kind !== "dependentSchemas") return [];
  return keyword.entries.flatMap(({ name, schema }): Statement[] => {
    const location = subschemaLocation(subject, schema);
    const tests = forked(pass);
    const inner = pass.statementsOf(
      schema,
      { ...subject, location, pointer: schema.pointer },
      tests,
    );
    if (pass.mode === "is") {
      noteWherePresent(memberCode(subject, name), tests, pass);
    }
    if (inner.length === 0) return [];
    const isPresent = presence(subject, name);
    const conditions = conditionsOf(inner);
    if (pass.mode === "is" && conditions !== undefined) {
      const condition = or([not(isPresent), and(conditions)]);
      return [{ kind: "check", condition, issue: location }];
    }
    return ifBlock(holds(isPresent), bodyCode(inner, pass));
  });
}

/** `dependentRequired` (Validation §6.5.4): an issue for each name that is missing. */
function dependentRequired(
  { entries }: DependentRequiredKeyword,
  subject: Subject,
): Statement[] {
  return entries.flatMap(({ name, required }) =>
    required.map((other) => ({
      kind: "check" as const,
      condition: or([not(presence(subject, name)), presence(subject, other)]),
      issue: () =>
        code`${runtime.dependentRequiredIssue}(${subject.location()}, ${other}, ${name})`,
    })),
  );
}
