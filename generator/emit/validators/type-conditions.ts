import { code } from "../../code/code.js";
import type { JsonType } from "../../model/schema.js";
import { and, or, test, testCall, type Condition } from "./condition.js";
import { runtime } from "../runtime-symbols.js";
import { isKnown, type Subject, type ValueKind } from "./subject.js";

/** The kind of value that a type of JSON Schema is among. */
export const kindOfType: { readonly [T in JsonType]: ValueKind } = {
  null: "null",
  boolean: "boolean",
  integer: "number",
  number: "number",
  string: "string",
  array: "array",
  object: "object",
};

/** The test of a type (JSON Schema 2020-12 Validation §6.1.1). `NaN` and the infinities are no numbers of JSON. */
export function typeCondition(
  type: JsonType,
  subject: Subject,
  narrows: boolean,
): Condition {
  return conditions[type](subject, narrows);
}

/** The test of several types. */
export function typesCondition(
  types: readonly JsonType[],
  subject: Subject,
  narrows: boolean,
): Condition {
  return or(types.map((type) => typeCondition(type, subject, narrows)));
}

/** The test that only tells kinds apart, for keywords that apply to one kind of value. */
export function kindCondition(kind: ValueKind, subject: Subject): Condition {
  if (isKnown(subject, kind)) return and([]);
  return kind === "number"
    ? numberCondition(subject)
    : typeCondition(kind, subject, true);
}

const conditions: {
  readonly [T in JsonType]: (subject: Subject, narrows: boolean) => Condition;
} = {
  null: ({ code: value }) =>
    test(code`${value} === null`, code`${value} !== null`),
  boolean: (subject) => typeofCondition("boolean", subject),
  string: (subject) => typeofCondition("string", subject),
  number: (subject, narrows) =>
    numeric(subject, narrows, testCall(code`Number.isFinite(${subject.code})`)),
  integer: (subject, narrows) =>
    numeric(
      subject,
      narrows,
      testCall(code`Number.isInteger(${subject.code})`),
    ),
  array: ({ code: value }) => testCall(code`Array.isArray(${value})`),
  object: ({ code: value }) => testCall(code`${runtime.isObject}(${value})`),
};

function numeric(
  subject: Subject,
  narrows: boolean,
  condition: Condition,
): Condition {
  const number =
    narrows && !isKnown(subject, "number")
      ? and([typeofCondition("number", subject), condition])
      : condition;
  return subject.isExact
    ? or([typeofCondition("bigint", subject), number])
    : number;
}

/** A finite number, or the bigint of an integer that no number can hold. */
function numberCondition(subject: Subject): Condition {
  const number = and([
    typeofCondition("number", subject),
    testCall(code`Number.isFinite(${subject.code})`),
  ]);
  return subject.isExact
    ? or([number, typeofCondition("bigint", subject)])
    : number;
}

function typeofCondition(
  type: "boolean" | "string" | "number" | "bigint",
  { code: value }: Subject,
): Condition {
  return test(
    code`typeof ${value} === ${type}`,
    code`typeof ${value} !== ${type}`,
  );
}
