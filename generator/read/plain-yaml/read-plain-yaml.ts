import type { JsonValue } from "../../model/json.js";
import type { OutlineChild, OutlineNode } from "../outline.js";
import { BlockReader } from "./block-reader.js";
import { Reader, type Container, type Places } from "./reader.js";
import { uncertain } from "./uncertain.js";

/**
 * Reads the YAML that descriptions are mostly written in, many times faster than `yaml` does: block maps and
 * lists, scalars of every style, simple flow collections, comments. Gives what `yaml` would give, or
 * undefined wherever there could be a doubt: anchors, tags, tabs, directives, duplicate keys, odd numbers, and
 * every fault. `yaml` then decides.
 */
export function readPlainYaml(text: string): JsonValue | undefined {
  return readWith(text, undefined)?.value;
}

/** The places of the values of a text that `readPlainYaml` could read. */
export function outlinePlainYaml(text: string): OutlineNode {
  const places = new Map<Container, Places>();
  const read = readWith(text, places);
  return read === undefined
    ? { start: 0 }
    : outlineOf(read.value, read.start, places);
}

function readWith(
  text: string,
  places: Map<Container, Places> | undefined,
): { value: JsonValue; start: number } | undefined {
  if (/[\t\u0085\u2028\u2029\ufeff]/.test(text)) return undefined;
  try {
    return new BlockReader(new Reader(text, places)).document();
  } catch (error) {
    if (error === uncertain) return undefined;
    throw error;
  }
}

function outlineOf(
  value: JsonValue,
  start: number,
  places: ReadonlyMap<Container, Places>,
): OutlineNode {
  if (typeof value !== "object" || value === null) return { start };
  const own = places.get(value as Container);
  if (own === undefined) return { start };
  const children = new Map<string, OutlineChild>();
  for (const [key, place] of own.members) {
    const member = (value as { readonly [key: string]: JsonValue })[key];
    const node = outlineOf(member ?? null, place.start, places);
    children.set(key, { keyStart: place.keyStart, node });
  }
  return { start, children };
}
