import { isObjectSource, member, type Source } from "./source.js";

/** Follows keys from a value; undefined where there is no such member. */
export function descend(
  start: Source,
  keys: readonly string[],
): Source | undefined {
  let current: Source = start;
  for (const key of keys) {
    let next: Source | undefined;
    if (isObjectSource(current)) next = member(current, key);
    else if (Array.isArray(current.value) && /^(?:0|[1-9]\d*)$/u.test(key)) {
      const value: unknown = current.value[Number(key)];
      if (value !== undefined) {
        next = {
          file: current.file,
          pointer: `${current.pointer}/${key}`,
          value: value as Source["value"],
        };
      }
    }
    if (next === undefined) return undefined;
    current = next;
  }
  return current;
}

/** True for the URI of a document that the caller gave, in place of the path of a file. */
export function isAbsolute(file: string): boolean {
  return /^[a-z][a-z0-9+.-]+:/iu.test(file);
}

/** A URI reference against a base URI; undefined where one of the two is malformed. */
export function resolveUri(
  reference: string,
  base: string,
): string | undefined {
  try {
    return new URL(reference, base).href;
  } catch {
    return undefined;
  }
}

/** The URI without its fragment, and the fragment percent-decoded. */
export function splitFragment(uri: string): [string, string] {
  const hash = uri.indexOf("#");
  if (hash < 0) return [uri, ""];
  const fragment = uri.slice(hash + 1);
  try {
    return [uri.slice(0, hash), decodeURIComponent(fragment)];
  } catch {
    return [uri.slice(0, hash), fragment];
  }
}

export function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
