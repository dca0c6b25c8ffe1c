import { code, joinCode, lines, type Code } from "../../code/code.js";
import { identifier } from "../../code/literals.js";
import { isNull } from "../../model/or-null.js";
import type { AnyOfKeyword, OneOfKeyword, Schema } from "../../model/schema.js";
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
import { collectorOf, conditionOf } from "./part-functions.js";
import { memberReport } from "./member-report.js";
import type { Pass } from "./pass.js";
import { subschemaLocation } from "./instance-locations.js";
import { runtime } from "../runtime-symbols.js";
import { ifBlock, type Statement } from "./statement.js";
import type { Subject } from "./subject.js";
import { tagged } from "./tag-switch.js";
import { areDisjoint, taggedUnionOf } from "./tagged-union.js";

/** Some branches of a union, of which one has to hold. */
interface Branches {
  readonly kind: (AnyOfKeyword | OneOfKeyword)["kind"];
  readonly schemas: readonly Schema[];
  /** All branches of the union: issues count them. */
  readonly all: readonly Schema[];
}

/**
 * `anyOf` (Core §10.2.1.2), and `oneOf` (§10.2.1.3): exactly one. Where a member tells the branches apart, the one
 * that it selects decides.
 */
export function union(
  keyword: AnyOfKeyword | OneOfKeyword,
  subject: Subject,
  pass: Pass,
): Statement[] {
  const { kind, schemas } = keyword;
  const tags = taggedUnionOf(keyword, pass.context.api);
  const branches = { kind, schemas, all: schemas };
  if (tags === undefined) return branchStatements(branches, subject, pass);
  return tagged(tags, subject, pass, {
    statementsFor: (some, value, inner) =>
      branchStatements({ ...branches, schemas: some }, value, inner),
    nearest: (value) => nearest(branches, value, pass),
  });
}

/** Where no value can be in two branches, exactly one is any one. */
function branchStatements(
  branches: Branches,
  subject: Subject,
  pass: Pass,
): Statement[] {
  const { kind, schemas, all } = branches;
  if (schemas.length === 1) return single(schemas, subject, pass);
  if (kind === "anyOf" || areDisjoint(schemas, pass.context.api)) {
    return alternatives(branches, subject, pass);
  }
  const conditions = branchConditions(schemas, subject, pass);
  const certain = conditions.filter((condition) => condition === always).length;
  const isOpen = conditions.some((one) => one !== always && one !== never);
  const report =
    pass.mode === "is"
      ? undefined
      : memberReport({ kind, schemas }, subject, pass);
  if (!isOpen && certain === 1) return [];
  if (pass.mode === "is" && (certain > 1 || !isOpen)) {
    return [{ kind: "check", condition: never, issue: subject.location }];
  }
  if (pass.mode === "is" || report !== undefined) {
    const matches = identifier(pass.locals.unused("matches"));
    const text = lines([
      code`let ${matches} = ${certain};`,
      ...conditions
        .filter((condition) => condition !== always && condition !== never)
        .map((condition) => code`if (${holds(condition)}) ${matches}++;`),
    ]);
    const condition = test(code`${matches} === 1`, code`${matches} !== 1`);
    return [
      { kind: "block", code: text },
      { kind: "check", condition, issue: () => report ?? subject.location() },
    ];
  }
  const matching = identifier(pass.locals.unused("matching"));
  const numbers = new Map(all.map((schema, index) => [schema, index]));
  const text = lines([
    code`const ${matching}: number[] = [];`,
    ...conditions.flatMap((condition, index) => {
      if (condition === never) return [];
      const number = numbers.get(schemas[index] as Schema) ?? index;
      return condition === always
        ? code`${matching}.push(${number});`
        : code`if (${holds(condition)}) ${matching}.push(${number});`;
    }),
    code`if (${matching}.length > 1) ${runtime.oneOfIssue}(${subject.location()}, ${matching});`,
    code`else if (${matching}.length === 0) {\n${nearest(branches, subject, pass)}\n}`,
  ]);
  return [{ kind: "block", code: text }];
}

function single(
  schemas: readonly Schema[],
  subject: Subject,
  pass: Pass,
): Statement[] {
  return schemas.flatMap((schema) => {
    const location = subschemaLocation(subject, schema);
    const inner = { ...subject, location, pointer: schema.pointer };
    return pass.statementsOf(schema, inner, pass);
  });
}

/** A union of which one branch has to hold. */
function alternatives(
  branches: Branches,
  subject: Subject,
  pass: Pass,
): Statement[] {
  const condition = or(branchConditions(branches.schemas, subject, pass));
  if (condition === always) return [];
  if (pass.mode === "is") {
    return [{ kind: "check", condition, issue: subject.location }];
  }
  const body = nearest(branches, subject, pass);
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
  { kind, schemas, all }: Branches,
  subject: Subject,
  pass: Pass,
): Code {
  const report = memberReport({ kind, schemas }, subject, pass);
  if (report !== undefined) return code`${report};`;
  const [only, ...others] = schemas.filter((each) => !isNull(each));
  if (only !== undefined && others.length === 0) {
    const collector = collectorOf(only, "Option", pass);
    return code`${collector}(${subject.code}, ${subschemaLocation(subject, only)()});`;
  }
  const tried = new Set(schemas);
  const collectors = all.map((schema) =>
    tried.has(schema) ? collectorOf(schema, "Option", pass) : code`undefined`,
  );
  return code`${runtime.unionIssue}(${subject.location()}, ${subject.code}, ${kind}, [${joinCode(collectors, code`, `)}]);`;
}
