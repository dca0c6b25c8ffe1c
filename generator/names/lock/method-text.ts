import type { MethodName } from "../names.js";

/** A method as a lock has it. */
export function methodText({ group, name }: MethodName): string {
  return group === undefined ? name : `${group}.${name}`;
}

/** The method of an entry; undefined if it has none. */
export function parseMethod(text: string | undefined): MethodName | undefined {
  if (text === undefined) return undefined;
  const [first = "", second] = text.split(".");
  return second === undefined
    ? { name: first }
    : { group: first, tag: first, name: second };
}
