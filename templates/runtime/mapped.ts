import { isTooFar } from "./depth.js";
import { hasOwn, isObject, own } from "./data.js";
import type { Issue } from "./issues.js";
import { addIssues } from "./locations.js";

/** Where a value stands that goes from the wire to memory or back. */
export interface MappingLocation {
  readonly pointer: string;
  /** How many values it lies within. */
  readonly depth: number;
  /** Takes what cannot be converted; without it, that is thrown. */
  readonly issues?: Issue[];
  /** Integers that a number cannot hold, by the value that has them and their key; they are put in, nothing else. */
  readonly exact?: ReadonlyMap<object, ReadonlyMap<string, bigint>>;
  /** The integer of this place itself. */
  readonly integer?: bigint;
}

/** Takes a value from the wire to memory or back. What it does not know comes through as it is. */
export type Converter = (value: never, at?: MappingLocation) => unknown;

type Conversion = (value: unknown, at?: MappingLocation) => unknown;

const start: MappingLocation = { pointer: "", depth: 0 };

/** A value that is sent. Throws a `TypeError` that names its place where it cannot be. */
export function serialized(
  name: string,
  value: unknown,
  convert: Converter,
): unknown {
  return convert(value as never, { pointer: name, depth: 0 });
}

/**
 * Reads values by a function of the user's.
 * @param type what it makes of them, for messages
 * @param wire what `typeof` says of values that it takes; all but null where there is none
 */
export function parseWith(
  parse: (value: never) => unknown,
  type: string,
  ...wire: readonly string[]
): Conversion {
  return (value, at = start) => {
    if (at.exact !== undefined) {
      return wire.includes("bigint") ? (at.integer ?? value) : value;
    }
    const isTaken =
      wire.length === 0 ? isPresent(value) : wire.includes(typeof value);
    return isTaken && !(wire.length > 0 && value === null)
      ? attempt(value, at, "parse", parse, `is not ${type}`)
      : value;
  };
}

/**
 * Writes values by a function of the user's.
 * @param others what `typeof` says of values that are none of its own
 */
export function serializeWith(
  serialize: (value: never) => unknown,
  type: string,
  ...others: readonly string[]
): Conversion {
  return (value, at = start) =>
    isPresent(value) && !others.includes(typeof value)
      ? attempt(value, at, "serialize", serialize, `is not ${type}`)
      : value;
}

/** Converts the members of an object; `rest` says how those are converted that have no entry of their own. */
export function membersOf(
  named: Readonly<Record<string, Converter | undefined>>,
  rest?: (key: string) => Converter | undefined,
): Conversion {
  return (value, at = start) => {
    if (!isObject(value) || isTooFar(at.depth)) return value;
    let copy: Record<string, unknown> | undefined;
    for (const key in value) {
      const member = value[key];
      const convert = hasOwn(named, key) ? named[key] : rest?.(key);
      if (convert === undefined || member === undefined) continue;
      const converted = convert(member as never, inner(at, value, key));
      if (converted === member) continue;
      copy ??= { ...value };
      copy[key] = converted;
    }
    return copy ?? value;
  };
}

/** Converts the items of a list; the first ones may have converters of their own. */
export function itemsOf(
  rest: Converter | undefined,
  ...first: readonly (Converter | undefined)[]
): Conversion {
  return (value, at = start) => {
    if (!Array.isArray(value) || isTooFar(at.depth)) return value;
    return value.map((item: unknown, index) => {
      const convert = index < first.length ? first[index] : rest;
      return convert === undefined
        ? item
        : convert(item as never, inner(at, value, String(index)));
    });
  };
}

/** Converts by several converters, each of which knows some parts of the value. */
export function everyOf(...converters: readonly Converter[]): Conversion {
  return (value, at) =>
    converters.reduce<unknown>(
      (all, convert) => merged(value, all, convert(value as never, at)),
      value,
    );
}

/** Converts where the object has the member. */
export function whenPresent(name: string, convert: Converter): Conversion {
  return (value, at) =>
    isObject(value) && own(value, name) !== undefined
      ? convert(value as never, at)
      : value;
}

/** Converts by the value of a member. A value stays as it is if its converter is undefined. */
export function taggedBy(
  property: string,
  converters: Readonly<Record<string, Converter | undefined>>,
  otherwise?: Converter,
): Conversion {
  return (value, at) => {
    if (!isObject(value)) return value;
    const tag = own(value, property);
    const convert =
      typeof tag !== "object" && hasOwn(converters, String(tag))
        ? converters[String(tag)]
        : otherwise;
    return convert === undefined ? value : convert(value as never, at);
  };
}

/** A schema that a value may fit, and how it is converted then. */
export type MappingOption = readonly [
  fits: (value: unknown) => boolean,
  convert?: Converter,
];

/** Reads a value by the first of several schemas that it fits, or by each of them. */
export function parseChoice(
  takes: "first" | "each",
  ...options: readonly MappingOption[]
): Conversion {
  return (value, at = start) => {
    if (at.exact !== undefined) {
      return everyOf(...options.flatMap(([, convert]) => convert ?? []))(
        value,
        at,
      );
    }
    const fitting = options.filter(([fits]) => fits(value));
    return chosen(takes, value, fitting, at, (_fits, converted) => converted);
  };
}

/** Writes a value by the first of several schemas that it fits then, or by each of them. */
export function serializeChoice(
  takes: "first" | "each",
  ...options: readonly MappingOption[]
): Conversion {
  return (value, at = start) =>
    chosen(takes, value, options, at, (fits, converted) =>
      fits(converted) ? converted : nothing,
    );
}

const nothing = Symbol("nothing");

/** Options that convert come first: where one of them fails, another may do. */
function chosen(
  takes: "first" | "each",
  value: unknown,
  options: readonly MappingOption[],
  at: MappingLocation,
  accept: (fits: MappingOption[0], converted: unknown) => unknown,
): unknown {
  const converting = options.filter(([, convert]) => convert !== undefined);
  const others = options.filter(([, convert]) => convert === undefined);
  let result: unknown = nothing;
  let failed: readonly Issue[] = [];
  for (const [fits, convert] of [...converting, ...others]) {
    const issues: Issue[] = [];
    const converted = convert?.(value as never, { ...at, issues }) ?? value;
    const accepted = issues.length > 0 ? nothing : accept(fits, converted);
    if (issues.length > 0 && failed.length === 0) failed = issues;
    if (accepted === nothing) continue;
    if (takes === "first") return accepted;
    result = merged(value, result === nothing ? value : result, accepted);
  }
  if (result !== nothing) return result;
  for (const issue of failed) giveUp(at, issue);
  return value;
}

/** Converts by a function that may throw: what it does not take is an issue, and stays as it is. */
export function attempt(
  value: unknown,
  at: MappingLocation,
  keyword: string,
  convert: (value: never) => unknown,
  message: string,
): unknown {
  try {
    return convert(value as never);
  } catch (error) {
    const { pointer } = at;
    giveUp(at, {
      pointer,
      keyword,
      message: `the value ${message}`,
      params: { error },
      schemaPointer: "",
    });
    return value;
  }
}

function giveUp({ issues }: MappingLocation, issue: Issue): void {
  if (issues !== undefined) {
    addIssues(issues, [issue]);
    return;
  }
  const { pointer, message, params } = issue;
  throw Object.assign(
    new TypeError(`"${pointer}" cannot be mapped: ${message}`),
    { cause: params["error"] },
  );
}

function inner(
  at: MappingLocation,
  holder: object,
  key: string,
): MappingLocation {
  const token = /[~/]/.test(key)
    ? key.replace(/~/g, "~0").replace(/\//g, "~1")
    : key;
  const place = {
    ...at,
    pointer: `${at.pointer}/${token}`,
    depth: at.depth + 1,
  };
  if (at.exact === undefined) return place;
  const { integer: _integer, ...others } = place;
  const integer = at.exact.get(holder)?.get(key);
  return integer === undefined ? others : { ...others, integer };
}

/** Two conversions of the same value as one: each part as the one has it that changed it. */
function merged(value: unknown, a: unknown, b: unknown): unknown {
  if (a === value || b === value) return a === value ? b : a;
  if (Array.isArray(value) && Array.isArray(a) && Array.isArray(b)) {
    return value.map((item: unknown, index) =>
      merged(item, a[index], b[index]),
    );
  }
  if (!isObject(value) || !isObject(a) || !isObject(b)) return b;
  const copy = { ...value };
  for (const key in value) copy[key] = merged(value[key], a[key], b[key]);
  return copy;
}

function isPresent(value: unknown): boolean {
  return value !== undefined && value !== null;
}
