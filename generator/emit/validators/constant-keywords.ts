import { code, joinCode, type Code } from "../../code/code.js";
import { jsonLiteral } from "../../code/literals.js";
import type { JsonValue } from "../../model/json.js";
import type { JsonType, Keyword } from "../../model/schema.js";
import { or, test, testCall, type Condition } from "./condition.js";
import type { Pass } from "./pass.js";
import { runtime } from "../runtime-symbols.js";
import type { Statement } from "./statement.js";
import { isPossible, kindOf, type Subject } from "./subject.js";

/** Longer lists are looked up in a set: comparing one by one is then slower. */
const longestChain = 8;

/**
 * `const` and `enum` (Validation §6.1.2, §6.1.3) of a schema.
 * @param types what `type` leaves; values of other types cannot occur and are left out
 */
export function constantKeywords(
  keywords: readonly Keyword[],
  types: readonly JsonType[] | undefined,
  at: Subject,
  pass: Pass,
): Statement[] {
  const statements: Statement[] = [];
  const canBe = (value: JsonValue): boolean =>
    isOfTypes(value, types) && isPossible(at, kindOf(value));
  for (const keyword of keywords) {
    if (keyword.kind === "const") {
      const possible = [keyword.value].filter(canBe);
      statements.push({
        kind: "check",
        condition: valuesCondition(possible, at, pass),
        issue: () =>
          code`${runtime.constIssue}(${at.location()}, ${at.code}, ${jsonLiteral(keyword.value)})`,
      });
    } else if (keyword.kind === "enum") {
      const possible = keyword.values.filter(canBe);
      statements.push({
        kind: "check",
        condition: valuesCondition(possible, at, pass),
        issue: () =>
          code`${runtime.enumIssue}(${joinCode([at.location(), at.code, ...listed(possible, at, pass)], code`, `)})`,
      });
    }
  }
  return statements;
}

/** True where the value is one of those that a schema with these types takes. */
function isOfTypes(
  value: JsonValue,
  types: readonly JsonType[] | undefined,
): boolean {
  if (types === undefined) return true;
  return types.some((type) => hasType[type](value));
}

const hasType: { readonly [T in JsonType]: (value: JsonValue) => boolean } = {
  null: (value) => value === null,
  boolean: (value) => typeof value === "boolean",
  string: (value) => typeof value === "string",
  number: (value) => typeof value === "number",
  integer: (value) => Number.isInteger(value),
  array: (value) => Array.isArray(value),
  object: (value) =>
    typeof value === "object" && value !== null && !Array.isArray(value),
};

function valuesCondition(
  values: readonly JsonValue[],
  at: Subject,
  pass: Pass,
): Condition {
  const simple = values.filter(isPrimitive);
  const deep = values.filter((value) => !isPrimitive(value));
  const conditions = deep.map((value) =>
    testCall(
      code`${runtime.equal}(${at.code}, ${valueConstant(value, at, pass)})`,
    ),
  );
  if (simple.length > longestChain) {
    const set = setConstant(simple, at, pass);
    return or([testCall(code`${set}.has(${at.code})`), ...conditions]);
  }
  const chain = simple.map((value) =>
    test(
      code`${at.code} === ${jsonLiteral(value)}`,
      code`${at.code} !== ${jsonLiteral(value)}`,
    ),
  );
  return or([...chain, ...conditions]);
}

/** The allowed values as the arguments of a call. */
function listed(values: readonly JsonValue[], at: Subject, pass: Pass): Code[] {
  const simple = values.filter(isPrimitive);
  return simple.length > longestChain && simple.length === values.length
    ? [code`...${setConstant(simple, at, pass)}`]
    : values.map(jsonLiteral);
}

function setConstant(
  values: readonly JsonValue[],
  at: Subject,
  pass: Pass,
): Code {
  const key = `set ${JSON.stringify(values)}`;
  const list = jsonLiteral(values);
  const value = code`new Set<unknown>(${list})`;
  return pass.scope.constant(key, at.hint, "Values", value);
}

function valueConstant(value: JsonValue, at: Subject, pass: Pass): Code {
  const key = `value ${JSON.stringify(value)}`;
  return pass.scope.constant(key, at.hint, "Value", jsonLiteral(value));
}

function isPrimitive(value: JsonValue): boolean {
  return typeof value !== "object" || value === null;
}
