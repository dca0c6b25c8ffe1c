import type { JsonValue } from "./json.js";
import type { Keyword } from "./schema.js";

/** A condition on which members an object has, and on their values. */
export type Presence =
  | { readonly kind: "given"; readonly name: string }
  /** The member is given, and has one of these values. */
  | {
      readonly kind: "valued";
      readonly name: string;
      readonly values: readonly JsonValue[];
    }
  /** The member is given, and its value passes the keyword. */
  | {
      readonly kind: "tested";
      readonly name: string;
      readonly keyword: TestKeyword;
    }
  | {
      readonly kind: "all" | "any" | "one";
      readonly parts: readonly Presence[];
    }
  | { readonly kind: "not"; readonly part: Presence };

/** A keyword about a value that words say by themselves. */
export type TestKeyword = Extract<
  Keyword,
  {
    kind:
      | "type"
      | "minimum"
      | "maximum"
      | "exclusiveMinimum"
      | "exclusiveMaximum"
      | "multipleOf"
      | "minLength"
      | "maxLength"
      | "pattern"
      | "minItems"
      | "maxItems";
  }
>;

export const always: Presence = { kind: "all", parts: [] };
export const never: Presence = { kind: "any", parts: [] };

/** True if the members of an object make no difference: every object meets the condition, or none does. */
export function isConstant(presence: Presence): boolean {
  return presence === always || presence === never;
}

export function given(name: string): Presence {
  return { kind: "given", name };
}

/** All of the conditions, which are made one after another; undefined as soon as one of them is. */
export function all(
  parts: Iterable<Presence | undefined>,
): Presence | undefined {
  return joined("all", parts);
}

/** The conditions, joined; undefined as soon as one of them is. */
export function joined(
  kind: "all" | "any" | "one",
  parts: Iterable<Presence | undefined>,
): Presence | undefined {
  const known: Presence[] = [];
  for (const part of parts) {
    if (part === undefined) return undefined;
    known.push(part);
  }
  return simplified(kind, known);
}

/** The same condition without parts that hold for every object or for none. */
export function simplified(
  kind: "all" | "any" | "one",
  parts: readonly Presence[],
): Presence {
  const [neutral, absorbing] =
    kind === "all" ? [always, never] : [never, always];
  if (kind !== "one" && parts.includes(absorbing)) return absorbing;
  const rest = parts.filter((part) => part !== neutral);
  const [only, ...others] = rest;
  if (only === undefined) return neutral;
  return others.length === 0 ? only : { kind, parts: rest };
}

export function not(part: Presence): Presence {
  if (part === always) return never;
  if (part === never) return always;
  return part.kind === "not" ? part.part : { kind: "not", part };
}

/** Where the condition is met, the part is as well. */
export function implies(condition: Presence, part: Presence): Presence {
  return simplified("any", [not(condition), part]);
}

/** Each condition on a single member that the formula consists of. */
export function* atomsOf(
  presence: Presence,
): Generator<Extract<Presence, { name: string }>> {
  switch (presence.kind) {
    case "not":
      yield* atomsOf(presence.part);
      break;
    case "all":
    case "any":
    case "one":
      for (const part of presence.parts) yield* atomsOf(part);
      break;
    default:
      yield presence;
  }
}
