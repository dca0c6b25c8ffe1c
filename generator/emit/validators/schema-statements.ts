import { code, type Code } from "../../code/code.js";
import { mayBeBigint } from "../../mapping/mappings.js";
import type {
  JsonType,
  Keyword,
  KeywordSchema,
  Schema,
  SchemaByKind,
} from "../../model/schema.js";
import { applicatorStatements } from "./applicator-keywords.js";
import { arrayStatements } from "./array-keywords.js";
import { and, fails, holds, never, not, or } from "./condition.js";
import { constantKeywords } from "./constant-keywords.js";
import { objectStatements } from "./object-keywords.js";
import { bodyCode, type Pass } from "./pass.js";
import { reference } from "./reference-keywords.js";
import { contradicts } from "./contradicts.js";
import { noting } from "./flow.js";
import { groupOf, type KeywordGroup } from "./keyword-groups.js";
import { runtime } from "../runtime-symbols.js";
import { isPartOfItsOwn, hoistedLocation } from "./nesting.js";
import { partCheck } from "./part-functions.js";
import { numberStatements, stringStatements } from "./scalar-keywords.js";
import { hiddenStatements } from "./secrets.js";
import {
  conditionsOf,
  ifBlock,
  ifElse,
  mostTests,
  type Check,
  type Statement,
} from "./statement.js";
import {
  isKnown,
  isPossible,
  narrowed,
  type Subject,
  type ValueKind,
} from "./subject.js";
import {
  kindCondition,
  kindOfType,
  typeCondition,
  typesCondition,
} from "./type-conditions.js";

/** The statements that hold a value to a schema. */
export function statementsOf(
  schema: Schema,
  subject: Subject,
  pass: Pass,
): Statement[] {
  if (isPartOfItsOwn(schema, subject)) {
    return [partCheck(schema, subject, pass)];
  }
  const { declaration, location } = hoistedLocation(schema, subject, pass);
  const make = byKind[schema.kind] as (
    schema: Schema,
    subject: Subject,
    pass: Pass,
  ) => Statement[];
  const placed =
    location === subject.location ? subject : { ...subject, location };
  const statements = make(schema, placed, pass);
  return hiddenStatements(
    schema,
    statements.length === 0 ? [] : [...declaration, ...statements],
    pass,
  );
}

const byKind: {
  readonly [K in Schema["kind"]]: (
    schema: SchemaByKind[K],
    subject: Subject,
    pass: Pass,
  ) => Statement[];
} = {
  any: () => [],
  never: (_schema, subject) => [
    {
      kind: "check",
      condition: never,
      issue: () =>
        code`${runtime.neverIssue}(${subject.location()}, ${subject.code})`,
    },
  ],
  ref: ({ target }, subject, pass) => reference(target, subject, pass),
  keywords: keywordStatements,
};

/** The statements for values of one kind. */
interface KindStatements {
  readonly kind: ValueKind;
  readonly statements: readonly Statement[];
}

const makers: {
  readonly [K in "number" | "string" | "array" | "object"]: (
    keywords: readonly Keyword[],
    subject: Subject,
    pass: Pass,
    schema: KeywordSchema,
  ) => Statement[];
} = {
  number: numberStatements,
  string: stringStatements,
  array: arrayStatements,
  object: objectStatements,
};

const kindsWithKeywords = ["string", "number", "array", "object"] as const;

/**
 * Order: the type, constants, what applies to one kind of value, then what applies to all. Where the type is
 * one alone, what follows knows it.
 */
function keywordStatements(
  schema: KeywordSchema,
  outer: Subject,
  around: Pass,
): Statement[] {
  if (contradicts(schema.keywords, outer, around)) {
    return [partCheck(schema, { ...outer, hint: "part" }, around)];
  }
  const pass = noting(schema.keywords, outer, around);
  const groups = grouped(schema.keywords, pass);
  const types = typesOf(groups.type ?? []);
  const isShared = outer.isShared || schema.keywords.length > 1;
  const isExact = mayBeBigint(pass.context.mappings, schema);
  const subject: Subject =
    isShared === outer.isShared && isExact === outer.isExact
      ? outer
      : { ...outer, isShared, isExact };
  if (types?.length === 1 && hasTypeAlone(groups)) {
    return typeStatements(types[0] as JsonType, [], subject, pass);
  }
  const byValueKind: KindStatements[] = [];
  for (const kind of kindsWithKeywords) {
    const keywords = groups[kind];
    if (keywords === undefined || !isPossible(subject, kind)) continue;
    if (types?.every((type) => kindOfType[type] !== kind)) continue;
    const statements = makers[kind](
      keywords,
      narrowed(subject, kind),
      pass,
      schema,
    );
    if (statements.length > 0) byValueKind.push({ kind, statements });
  }
  const constants =
    groups.constant === undefined
      ? []
      : constantKeywords(groups.constant, types, subject, pass);
  const general = groups.any ?? [];
  const [type] = types ?? [];
  if (type !== undefined && types?.length === 1) {
    const after = narrowed(subject, kindOfType[type]);
    const rest = [
      ...constants,
      ...byValueKind.flatMap(({ statements }) => statements),
      ...applicatorStatements(general, after, pass),
    ];
    const isCovered = constants.length > 0 && rest.length === constants.length;
    return isCovered ? rest : typeStatements(type, rest, subject, pass);
  }
  const applicators = applicatorStatements(general, subject, pass);
  if (types === undefined || constants.length > 0) {
    const isCovered = types === undefined || byValueKind.length === 0;
    if (isCovered) {
      return [
        ...constants,
        ...untypedStatements(byValueKind, subject, pass),
        ...applicators,
      ];
    }
  }
  return typedStatements(
    types ?? [],
    byValueKind,
    [...constants, ...applicators],
    subject,
    pass,
  );
}

type KeywordGroups = {
  readonly [K in KeywordGroup]: readonly Keyword[] | undefined;
};

/** With a member for every group, whatever the keywords: objects of one layout are read faster than those of many. */
function grouped(keywords: readonly Keyword[], pass: Pass): KeywordGroups {
  const groups: { [K in KeywordGroup]: Keyword[] | undefined } = {
    type: undefined,
    constant: undefined,
    number: undefined,
    string: undefined,
    array: undefined,
    object: undefined,
    any: undefined,
    nothing: undefined,
  };
  for (const keyword of keywords)
    (groups[groupOf(keyword, pass)] ??= []).push(keyword);
  return groups;
}

function typesOf(
  keywords: readonly Keyword[],
): readonly JsonType[] | undefined {
  for (const keyword of keywords)
    if (keyword.kind === "type") return keyword.types;
  return undefined;
}

/** Whether a schema asks for a type and nothing else. */
function hasTypeAlone(groups: KeywordGroups): boolean {
  return (
    groups.constant === undefined &&
    groups.any === undefined &&
    kindsWithKeywords.every((kind) => groups[kind] === undefined)
  );
}

/** One type, and what is asked of its values. */
function typeStatements(
  type: JsonType,
  rest: Statement[],
  subject: Subject,
  pass: Pass,
): Statement[] {
  if (isKnown(subject, kindOfType[type]) && type !== "integer") return rest;
  const narrows = rest.length > 0;
  return guarded(
    {
      kind: "check",
      condition: typeCondition(type, subject, narrows),
      issue: () =>
        code`${runtime.typeIssue}(${subject.location()}, ${subject.code}, ${type})`,
    },
    rest,
    pass,
  );
}

/** A check and what makes sense only where it holds. A boolean function has ended where it does not. */
function guarded(
  guard: Check,
  rest: readonly Statement[],
  pass: Pass,
): Statement[] {
  if (rest.length === 0) return [guard];
  if (pass.mode === "collect") {
    const failing = fails(guard.condition);
    return [
      ifElse(failing, guard.issue(), rest, (inner) => bodyCode(inner, pass)),
    ];
  }
  const conditions = conditionsOf(rest);
  const whole =
    conditions === undefined
      ? undefined
      : and([guard.condition, ...conditions]);
  return whole?.kind === "test" && whole.size <= mostTests
    ? [{ ...guard, condition: whole }]
    : [guard, ...rest];
}

/** Without `type`, values of other kinds pass. */
function untypedStatements(
  byValueKind: readonly KindStatements[],
  subject: Subject,
  pass: Pass,
): Statement[] {
  const statements: Statement[] = [];
  for (const { kind, statements: inner } of byValueKind) {
    const isKind = kindCondition(kind, subject);
    if (isKind.kind === "always") {
      for (const added of inner) statements.push(added);
      continue;
    }
    const conditions = conditionsOf(inner);
    if (pass.mode === "is" && conditions !== undefined) {
      statements.push({
        kind: "check",
        condition: or([not(isKind), and(conditions)]),
        issue: subject.location,
      });
    } else {
      for (const added of ifBlock(holds(isKind), bodyCode(inner, pass)))
        statements.push(added);
    }
  }
  return statements;
}

/** Several types: one branch for each kind that has keywords of its own. */
function typedStatements(
  types: readonly JsonType[],
  byValueKind: readonly KindStatements[],
  rest: readonly Statement[],
  subject: Subject,
  pass: Pass,
): Statement[] {
  const list = types.map((type) => code`, ${type}`);
  const issue = (): Code =>
    code`${runtime.typeIssue}(${subject.location()}, ${subject.code}${list})`;
  if (byValueKind.length === 0 || pass.mode === "collect") {
    const guard: Statement = {
      kind: "check",
      condition: typesCondition(types, subject, false),
      issue,
    };
    const inner = untypedStatements(byValueKind, subject, pass);
    return guarded(guard, [...inner, ...rest], pass);
  }
  const [only] = byValueKind;
  const conditions =
    only === undefined ? undefined : conditionsOf(only.statements);
  if (
    byValueKind.length === 1 &&
    only !== undefined &&
    conditions !== undefined
  ) {
    const own = types.filter((type) => kindOfType[type] === only.kind);
    const others = types.filter((type) => kindOfType[type] !== only.kind);
    const condition = or([
      typesCondition(others, subject, false),
      and([typesCondition(own, subject, true), ...conditions]),
    ]);
    return [{ kind: "check", condition, issue }, ...rest];
  }
  const branches: Code[] = byValueKind.map(({ kind, statements }) => {
    const own = types.filter((type) => kindOfType[type] === kind);
    const condition = holds(typesCondition(own, subject, true));
    return code`if (${condition}) {\n${bodyCode(statements, pass)}\n}`;
  });
  const others = types.filter(
    (type) => !byValueKind.some(({ kind }) => kind === kindOfType[type]),
  );
  const otherwise = fails(typesCondition(others, subject, false));
  branches.push(
    others.length === 0
      ? code`{\nreturn false;\n}`
      : code`if (${otherwise}) return false;`,
  );
  const chain = branches.flatMap((branch, index) =>
    index === 0 ? [branch] : [code` else `, branch],
  );
  return [{ kind: "block", code: code`${chain}`, isIf: true }, ...rest];
}
