import { code, joinCode, type Code } from "../../code/code.js";
import { runtime } from "../runtime-symbols.js";
import type { Subject } from "./subject.js";

/** An expression and how loosely it binds, so that parentheses stand where they are needed. */
interface Term {
  readonly code: Code;
  readonly binds: "tightly" | "and" | "or";
}

/** Something to test, written both ways, so that no output ever negates a whole expression. */
export type Condition =
  | { readonly kind: "always" }
  | { readonly kind: "never" }
  | {
      readonly kind: "test";
      readonly holds: Term;
      readonly fails: Term;
      /** How many tests stand in it. */
      readonly size: number;
    };

export const always: Condition = { kind: "always" };
export const never: Condition = { kind: "never" };

/** One test: an expression that is true where it holds, and one that is true where it fails. Both bind tightly. */
export function test(holds: Code, fails: Code): Condition {
  return {
    kind: "test",
    holds: { code: holds, binds: "tightly" },
    fails: { code: fails, binds: "tightly" },
    size: 1,
  };
}

/** A call that gives a boolean. */
export function testCall(call: Code): Condition {
  return test(call, code`!${call}`);
}

export function not(condition: Condition): Condition {
  if (condition.kind === "always") return never;
  if (condition.kind === "never") return always;
  const { holds, fails, size } = condition;
  return { kind: "test", holds: fails, fails: holds, size };
}

export function and(conditions: readonly Condition[]): Condition {
  const [only] = conditions;
  if (only !== undefined && conditions.length === 1) return only;
  if (conditions.some(({ kind }) => kind === "never")) return never;
  const tests = conditions.filter((condition) => condition.kind === "test");
  const [first] = tests;
  if (first === undefined) return always;
  if (tests.length === 1) return first;
  return {
    kind: "test",
    holds: joinTerms(
      tests.map((each) => each.holds),
      "and",
    ),
    fails: joinTerms(
      tests.map((each) => each.fails),
      "or",
    ),
    size: tests.reduce((sum, { size }) => sum + size, 0),
  };
}

export function or(conditions: readonly Condition[]): Condition {
  return not(and(conditions.map(not)));
}

/** The expression that is true where the condition holds. */
export function holds(condition: Condition): Code {
  return expression(condition, "holds");
}

/** The expression that is true where the condition fails. */
export function fails(condition: Condition): Code {
  return expression(condition, "fails");
}

function expression(condition: Condition, side: "holds" | "fails"): Code {
  if (condition.kind === "test") return condition[side].code;
  return code`${(condition.kind === "always") === (side === "holds")}`;
}

function joinTerms(terms: readonly Term[], binds: "and" | "or"): Term {
  const pieces = terms.map((term) =>
    term.binds === "tightly" || term.binds === binds
      ? term.code
      : code`(${term.code})`,
  );
  return {
    code: joinCode(pieces, binds === "and" ? code` && ` : code` || `),
    binds,
  };
}

/** True where every object seems to have a member of that name: it must be asked for its own. */
export function isInherited(name: string): boolean {
  return name in Object.prototype;
}

/**
 * The member of a value that is known to be an object; undefined in the output where it has none. In brackets: the
 * object is a `Record`, and `noPropertyAccessFromIndexSignature`, which Angular's strict mode sets, refuses dots.
 */
export function memberCode(subject: Subject, name: string): Code {
  return isInherited(name)
    ? code`${runtime.own}(${subject.code}, ${name})`
    : code`${subject.code}[${name}]`;
}

/** Whether an object has a member; one that is undefined counts as absent. */
export function presence(subject: Subject, name: string): Condition {
  const member = memberCode(subject, name);
  return test(code`${member} !== undefined`, code`${member} === undefined`);
}
