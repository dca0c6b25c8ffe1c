import { hasOwn, isObject } from "./data.js";

/** Values nested deeper than this are taken for equal, so that deep or cyclic data ends. */
const maxLevels = 1000;

/** Equality of JSON Schema 2020-12 Core §4.2.2: by value, the order of members does not matter. */
export function equal(a: unknown, b: unknown, level = 0): boolean {
  if (a === b || level > maxLevels) return true;
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return false;
    for (let index = 0; index < a.length; index++) {
      if (!equal(a[index], b[index], level + 1)) return false;
    }
    return true;
  }
  if (!isObject(a) || !isObject(b)) return false;
  const keys = presentKeys(a);
  if (keys.length !== presentKeys(b).length) return false;
  return keys.every(
    (key) => hasOwn(b, key) && equal(a[key], b[key], level + 1),
  );
}

/** The first two items that are equal; undefined where all differ. */
export function duplicate(
  items: readonly unknown[],
): readonly [number, number] | undefined {
  if (items.length > 16) return duplicateOfMany(items);
  for (let second = 1; second < items.length; second++) {
    for (let first = 0; first < second; first++) {
      if (equal(items[first], items[second])) return [first, second];
    }
  }
  return undefined;
}

function duplicateOfMany(
  items: readonly unknown[],
): readonly [number, number] | undefined {
  const seen = new Map<unknown, number>();
  const buckets = new Map<string, number[]>();
  for (let second = 0; second < items.length; second++) {
    const value = items[second];
    if (typeof value !== "object" || value === null) {
      const first = seen.get(value);
      if (first !== undefined) return [first, second];
      seen.set(value, second);
      continue;
    }
    const print = fingerprint(value, 0);
    const bucket = buckets.get(print);
    if (bucket === undefined) {
      buckets.set(print, [second]);
      continue;
    }
    for (const first of bucket) {
      if (equal(items[first], value)) return [first, second];
    }
    bucket.push(second);
  }
  return undefined;
}

/** A text that is the same for equal values, and mostly different for others. */
function fingerprint(value: unknown, level: number): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value !== "object" || value === null) return String(value);
  if (level > 3) return "…";
  if (Array.isArray(value)) {
    return `[${value.map((item) => fingerprint(item, level + 1)).join()}]`;
  }
  if (!isObject(value)) return "?";
  const members = presentKeys(value)
    .sort()
    .map((key) => JSON.stringify(key) + fingerprint(value[key], level + 1));
  return `{${members.join()}}`;
}

function presentKeys(value: Record<string, unknown>): string[] {
  return Object.keys(value).filter((key) => value[key] !== undefined);
}
