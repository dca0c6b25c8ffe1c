import type { JsonObject, JsonValue } from "../../generator/model/json.js";
import type { Choices } from "../../test/validators/choices.js";
import { setMember } from "./hostile-texts.js";

/** Gives data in another guise, by which no verdict may change. */
export type Guise = (value: JsonValue) => unknown;

/** Objects and lists that are made of other things than literals, with the same members. */
export const guises: Readonly<Record<string, Guise>> = {
  "no prototype": (value) =>
    rebuilt(value, (members) => Object.assign(Object.create(null), members)),
  proxies: (value) => rebuilt(value, (members) => new Proxy(members, {})),
  getters: (value) =>
    rebuilt(value, (members) => {
      for (const [name, member] of Object.entries(members)) {
        Object.defineProperty(members, name, {
          get: () => member,
          enumerable: true,
        });
      }
      return members;
    }),
  frozen: (value) => rebuilt(value, (members) => Object.freeze(members)),
  "symbols and hidden members": (value) =>
    rebuilt(value, (members) => {
      Object.defineProperty(members, Symbol("hidden"), { value: 1 });
      Object.defineProperty(members, "hidden", { value: 1, enumerable: false });
      return members;
    }),
};

function rebuilt(
  value: JsonValue,
  make: (members: Record<string, unknown>) => unknown,
): unknown {
  if (Array.isArray(value))
    return value.map((item: JsonValue) => rebuilt(item, make));
  if (typeof value !== "object" || value === null) return value;
  const members: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value as JsonObject))
    setMember(members, name, rebuilt(member, make));
  return make(members);
}

const scalars: readonly (() => unknown)[] = [
  () => undefined,
  () => Number.NaN,
  () => Number.POSITIVE_INFINITY,
  () => -0,
  () => 10n,
  () => Symbol("s"),
  () => () => 1,
  () => new Date(Number.NaN),
  () => new Map([["a", 1]]),
  () => /a/,
  () => new Uint8Array(3),
  () => new String("a"),
  () => new Number(1),
  () => Object.create({ a: 1, b: 2 }) as unknown,
  () => Object.create(Array.prototype) as unknown,
  () => [,] as unknown,
  () => Object.assign([1, 2], { a: 1 }),
  () => ({ length: 3, 0: "a" }),
  () => ({ toString: 1, valueOf: 1, hasOwnProperty: 1, constructor: 1 }),
  () => ({ then: () => 1, toJSON: () => 1 }),
  () => JSON.parse('{"__proto__":{"a":1},"a":"b"}') as unknown,
  () => globalThis,
  () => class A {},
  () => new Array(5) as unknown,
  () => "\ud800",
  () => "a".repeat(100_000),
  () => Array.from({ length: 2_000 }, (_, index) => ({ a: index })),
];

/** Something that is no JSON, or a cycle, a shared graph or a depth that no JSON of a server has. */
export function hostileValue(choices: Choices): unknown {
  const kind = choices.below(6);
  if (kind < 3) return choices.pick(scalars)();
  const inner = choices.pick(scalars)();
  if (kind === 3) return { [choices.pick(names)]: inner, a: [inner] };
  const name = choices.pick(names);
  if (kind === 4) return deep(name, choices, 20_000);
  const cycle: Record<string, unknown> = { b: inner };
  setMember(cycle, name, choices.chance(0.5) ? cycle : [cycle, { a: cycle }]);
  return choices.chance(0.5) ? cycle : [cycle, cycle];
}

const names = ["a", "b", "c", "ab", "x-1", "constructor", "__proto__"];

function deep(name: string, choices: Choices, levels: number): unknown {
  let value: unknown = "end";
  const isShared = choices.chance(0.3);
  const isList = choices.chance(0.3);
  for (let level = 0; level < (isShared ? 40 : levels); level++) {
    if (isList) {
      value = isShared ? [value, value] : [value];
      continue;
    }
    const next: Record<string, unknown> = {};
    setMember(next, name, value);
    if (isShared) setMember(next, "c", value);
    value = next;
  }
  return value;
}
