import type { JsonValue } from "../../model/json.js";
import type { OutlineChild, OutlineNode } from "../outline.js";
import { BlockReader } from "./block-reader.js";
import {
  Reader,
  type Container,
  type MemberPlace,
  type Places,
} from "./reader.js";

/**
 * The places of the values of a text that `readPlainYaml` could read. The members of a block are looked for when they
 * are asked for: who wants to know where a few values stand does not wait for the whole text.
 */
export function outlinePlainYaml(text: string): OutlineNode {
  const reader = new BlockReader(new Reader(text, undefined));
  const { start, indent } = reader.documentStart();
  return blockOutline(text, start, indent);
}

function blockOutline(
  text: string,
  start: number,
  indent: number,
): OutlineNode {
  let children: ReadonlyMap<string, OutlineChild> | undefined;
  return {
    start,
    get children() {
      children ??= readMembers(text, start, indent);
      return children;
    },
  };
}

function readMembers(
  text: string,
  start: number,
  indent: number,
): ReadonlyMap<string, OutlineChild> {
  const places = new Map<Container, Places>();
  const reader = new BlockReader(new Reader(text, places));
  const value = reader.blockAt(start, indent);
  return membersOutline(text, value as Container, places);
}

function membersOutline(
  text: string,
  value: Container,
  places: ReadonlyMap<Container, Places>,
): ReadonlyMap<string, OutlineChild> {
  const members = value as { readonly [key: string]: JsonValue };
  const children = new Map<string, OutlineChild>();
  for (const [key, place] of places.get(value)?.members ?? []) {
    const node = memberOutline(text, members[key] ?? null, place, places);
    children.set(key, { keyStart: place.keyStart, node });
  }
  return children;
}

function memberOutline(
  text: string,
  value: JsonValue,
  { start, passed }: MemberPlace,
  places: ReadonlyMap<Container, Places>,
): OutlineNode {
  if (passed !== undefined) return blockOutline(text, start, passed);
  if (typeof value !== "object" || value === null) return { start };
  return {
    start,
    children: membersOutline(text, value as Container, places),
  };
}
