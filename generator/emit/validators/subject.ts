import type { Code } from "../../code/code.js";
import type { JsonValue } from "../../model/json.js";
import { localName } from "./local-names.js";

/** The kinds of values between which a run-time test can choose. */
export type ValueKind =
  "null" | "boolean" | "number" | "string" | "array" | "object";

/** The value that a piece of validator looks at. */
export interface Subject {
  /** A variable, or the access to a member of one: it may be written several times. */
  readonly code: Code;
  /** A name for what the value is, from which names of variables and constants are made. */
  readonly hint: string;
  /**
   * What the value can be at this point; undefined where nothing is known. Where it is one kind alone,
   * TypeScript knows it too.
   */
  readonly known: ReadonlySet<ValueKind> | undefined;
  /** The expression of its `InstanceLocation`; written only where an issue is reported. */
  readonly location: () => Code;
  /** JSON Pointer of the schema that the location stands for. */
  readonly pointer: string;
  /** True where more than one keyword looks at it, so that no type guard may change what TypeScript knows of it. */
  readonly isShared: boolean;
  /** How many values it lies within, in the same function. */
  readonly level: number;
  /** True where a number may be a bigint, because it has more digits than a number keeps. */
  readonly isExact: boolean;
  /** Members that are not asked for in this view, though some schema of the value requires them. */
  readonly waived: ReadonlySet<string>;
}

/** The same value after a test of its kind. */
export function narrowed(subject: Subject, kind: ValueKind): Subject {
  return { ...subject, known: new Set([kind]) };
}

/** True where the value is known to be of that kind. */
export function isKnown(subject: Subject, kind: ValueKind): boolean {
  return subject.known?.size === 1 && subject.known.has(kind);
}

/** True where nothing is known that speaks against the kind. */
export function isPossible(subject: Subject, kind: ValueKind): boolean {
  return subject.known === undefined || subject.known.has(kind);
}

/** The name of a loop's variable: plain in the first loop of a function, else after the value that is looped over. */
export function loopVariable({ level, hint }: Subject, role: string): string {
  return level === 0
    ? role
    : `${localName(hint)}${role.charAt(0).toUpperCase()}${role.slice(1)}`;
}

/** The kind of a value of the spec. */
export function kindOf(value: JsonValue): ValueKind {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "boolean") return "boolean";
  if (typeof value === "number") return "number";
  return typeof value === "string" ? "string" : "object";
}

/**
 * What TypeScript may have narrowed expressions to, by their text, after the tests so far in a function. Schemas
 * that contradict each other look at the same value, and TypeScript refuses to compare it with what it can no longer
 * be (TS2367).
 */
export type Flow = Map<string, Narrowing>;

export interface Narrowing {
  /** The kinds of value that are left. */
  readonly kinds: ReadonlySet<ValueKind>;
  /** The values that are left, where all are listed. */
  readonly values?: readonly JsonValue[];
}
