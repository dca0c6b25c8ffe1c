import type { Operation } from "../model/api.js";
import type { MethodName, OperationNames } from "./names.js";
import { camelCase, pascalCase, pluralOf } from "./words.js";

/** The methods of a tag, or of the operations without one. */
export interface MethodGroup {
  /** The tag in camelCase; undefined for operations without a tag, or with one that has no letters. */
  readonly name?: string;
  /** The tag as the first of its operations writes it. */
  readonly tag?: string;
  readonly methods: readonly Method[];
}

interface Method {
  readonly name: string;
  /** Of its operation. */
  readonly pointer: string;
}

interface Named {
  readonly pointer: string;
  /** The builder's name, which no other operation has. */
  readonly long: string;
  /** Undefined if the tag's word cannot be left out. */
  readonly short: string | undefined;
}

/** The methods of operations, by group; groups in the order of their first operation. */
export function methodGroups(
  operations: readonly Pick<Operation, "pointer">[],
  names: ReadonlyMap<string, Pick<OperationNames, "method">>,
): readonly MethodGroup[] {
  const groups = new Map<
    string | undefined,
    MethodGroup & { methods: Method[] }
  >();
  for (const { pointer } of operations) {
    const method = names.get(pointer)?.method;
    if (method === undefined) continue;
    const { group, tag, name } = method;
    const known = groups.get(group) ?? {
      ...(group === undefined ? {} : { name: group, tag: tag ?? group }),
      methods: [],
    };
    known.methods.push({ name, pointer });
    groups.set(group, known);
  }
  return [...groups.values()];
}

/**
 * The names of methods on an object with a member for each tag: `listOrders` and `ordersList` of the tag `orders` are
 * `orders.list`. A name is decided from its operation's id and first tag alone; those that meet in a group keep the
 * builder's name. Operations without a tag stand beside the groups.
 * @param kept methods that stay what they are, by pointer
 * @returns by the pointer of the operation
 */
export function chooseMethods(
  operations: readonly Operation[],
  names: ReadonlyMap<string, Pick<OperationNames, "base" | "build">>,
  kept: ReadonlyMap<string, MethodName> = new Map(),
): ReadonlyMap<string, MethodName> {
  const byTag = new Map<string, Named[]>();
  const spelling = new Map<string, string>();
  for (const { pointer, tags } of operations) {
    const own = names.get(pointer);
    if (own === undefined) continue;
    const [written = ""] = tags;
    const tag = pascalCase(written);
    const group = groupName(tag);
    if (!spelling.has(group)) spelling.set(group, written);
    const members = byTag.get(group) ?? [];
    const long = own.build.name;
    members.push({ pointer, long, short: withoutTag(own.base, tag) });
    byTag.set(group, members);
  }
  const groups = new Set(byTag.keys());
  const chosen = new Map<string, MethodName>();
  for (const [group, members] of byTag) {
    if (group === "") {
      for (const { pointer, long } of members) {
        const isOwn = isFree(long) && !groups.has(long);
        chosen.set(pointer, { name: isOwn ? long : `${long}Operation` });
      }
    } else {
      const tag = spelling.get(group) ?? group;
      for (const { pointer, name } of shortest(members))
        chosen.set(pointer, { group, tag, name });
    }
  }
  return kept.size === 0 ? chosen : withKept(chosen, kept, names, spelling);
}

/** Puts kept methods in place of chosen ones; a chosen one that is kept by another operation becomes the builder's name. */
function withKept(
  chosen: ReadonlyMap<string, MethodName>,
  kept: ReadonlyMap<string, MethodName>,
  names: ReadonlyMap<string, Pick<OperationNames, "build">>,
  spelling: ReadonlyMap<string, string>,
): ReadonlyMap<string, MethodName> {
  const textOf = ({ group = "", name }: MethodName) => `${group}.${name}`;
  const taken = new Set([...kept.values()].map(textOf));
  const groups = new Set([...kept.values()].map(({ group }) => group));
  return new Map(
    [...chosen].map(([pointer, method]) => {
      const own = kept.get(pointer);
      if (own !== undefined) {
        const tag = spelling.get(own.group ?? "") ?? own.tag;
        return [pointer, tag === undefined ? own : { ...own, tag }];
      }
      const isTaken =
        taken.has(textOf(method)) ||
        (method.group === undefined && groups.has(method.name));
      const long = names.get(pointer)?.build.name ?? method.name;
      const free = taken.has(textOf({ ...method, name: long }))
        ? `${long}Operation`
        : long;
      return [pointer, isTaken ? { ...method, name: free } : method];
    }),
  );
}

function groupName(tag: string): string {
  const name = camelCase(tag);
  return isFree(name) ? name : `${name}Operations`;
}

/** The short names where no two are alike, in any case of letters, and none is another's long name. */
function shortest(members: readonly Named[]): Method[] {
  const users = new Map<string, number>();
  for (const { long, short } of members) {
    for (const name of new Set([long, short ?? long])) {
      const key = name.toLowerCase();
      users.set(key, (users.get(key) ?? 0) + 1);
    }
  }
  return members.map(({ pointer, long, short = long }) => {
    const isAlone = users.get(short.toLowerCase()) === 1;
    const name = isAlone ? short : long;
    return { name: isFree(name) ? name : `${name}Operation`, pointer };
  });
}

/**
 * A base name without the word of its tag, where that comes first or after the first word, the verb: elsewhere it
 * says more (`GetCustomerOrders` gets orders, not customers).
 */
function withoutTag(base: string, tag: string): string | undefined {
  const words = wordsOfName(base);
  const tagWords = wordsOfName(tag);
  if (tagWords.length === 0) return undefined;
  const start = [0, 1].find((index) =>
    tagWords.every((word, offset) => isSameWord(word, words[index + offset])),
  );
  if (start === undefined) return undefined;
  const rest = [
    ...words.slice(0, start),
    ...words.slice(start + tagWords.length),
  ].join("");
  const short = camelCase(rest);
  return /^\p{ID_Start}/u.test(short) && isFree(short) ? short : undefined;
}

function wordsOfName(pascal: string): string[] {
  return (
    pascal.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{M}\p{Lo}]+|\p{N}+|./gu) ??
    []
  );
}

/** Whether words are the same but for the plural. */
function isSameWord(a: string, b: string | undefined): boolean {
  if (b === undefined) return false;
  const [one, two] = [a.toLowerCase(), b.toLowerCase()];
  return one === two || pluralOf(one) === two || pluralOf(two) === one;
}

/** Whether a member of that name hides nothing that every object has, and makes no promise of it. */
function isFree(name: string): boolean {
  return name !== "then" && !(name in Object.prototype);
}
