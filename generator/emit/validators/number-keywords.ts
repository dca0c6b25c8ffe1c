import { code } from "../../code/code.js";
import type {
  ExclusiveMaximumKeyword,
  ExclusiveMinimumKeyword,
  MaximumKeyword,
  MinimumKeyword,
  MultipleOfKeyword,
} from "../../model/schema.js";
import { test, testCall, type Condition } from "./condition.js";
import { runtime } from "../runtime-symbols.js";
import type { Statement } from "./statement.js";
import type { Subject } from "./subject.js";

/** `minimum` and its kin (Validation §6.2). The value is known to be a number. */
export function minimum({ value }: MinimumKeyword, at: Subject): Statement[] {
  return [
    {
      kind: "check",
      condition: test(
        code`${at.code} >= ${value}`,
        code`${at.code} < ${value}`,
      ),
      issue: () =>
        code`${runtime.minimumIssue}(${at.location()}, ${at.code}, ${value})`,
    },
  ];
}

export function maximum({ value }: MaximumKeyword, at: Subject): Statement[] {
  return [
    {
      kind: "check",
      condition: test(
        code`${at.code} <= ${value}`,
        code`${at.code} > ${value}`,
      ),
      issue: () =>
        code`${runtime.maximumIssue}(${at.location()}, ${at.code}, ${value})`,
    },
  ];
}

export function exclusiveMinimum(
  { value }: ExclusiveMinimumKeyword,
  at: Subject,
): Statement[] {
  return [
    {
      kind: "check",
      condition: test(
        code`${at.code} > ${value}`,
        code`${at.code} <= ${value}`,
      ),
      issue: () =>
        code`${runtime.exclusiveMinimumIssue}(${at.location()}, ${at.code}, ${value})`,
    },
  ];
}

export function exclusiveMaximum(
  { value }: ExclusiveMaximumKeyword,
  at: Subject,
): Statement[] {
  return [
    {
      kind: "check",
      condition: test(
        code`${at.code} < ${value}`,
        code`${at.code} >= ${value}`,
      ),
      issue: () =>
        code`${runtime.exclusiveMaximumIssue}(${at.location()}, ${at.code}, ${value})`,
    },
  ];
}

/** An integer divisor needs no more than `%`; a decimal one is compared as a decimal. */
export function multipleOf(
  { value }: MultipleOfKeyword,
  at: Subject,
): Statement[] {
  const condition = multipleCondition(value, at);
  return [
    {
      kind: "check",
      condition,
      issue: () =>
        code`${runtime.multipleOfIssue}(${at.location()}, ${at.code}, ${value})`,
    },
  ];
}

function multipleCondition(
  value: number,
  { code: number, isExact }: Subject,
): Condition {
  if (!Number.isInteger(value)) {
    const plain = isExact ? code`Number(${number})` : number;
    return testCall(code`${runtime.isMultipleOf}(${plain}, ${value})`);
  }
  return isExact
    ? testCall(code`${runtime.isExactMultipleOf}(${number}, ${value})`)
    : test(code`${number} % ${value} === 0`, code`${number} % ${value} !== 0`);
}
