import { isJsonObject } from "../../model/json.js";
import { findInJson, valueEnd } from "../../read/find-in-json.js";
import { pointerOf } from "../../read/json-pointer.js";

/** What becomes of a `package.json` that gets scripts. */
export interface ScriptsVerdict {
  /** The changed text; absent if there is nothing to add, or the text is not a JSON object. */
  readonly text?: string;
  readonly added: readonly string[];
  /** Scripts of these names that already do something else. */
  readonly taken: readonly string[];
  readonly isBroken: boolean;
}

/** Adds scripts to the text of a `package.json` and leaves every other byte of it alone. */
export function addScripts(
  text: string,
  scripts: Readonly<Record<string, string>>,
): ScriptsVerdict {
  const manifest = parsed(text);
  const old = manifest?.["scripts"] ?? {};
  if (manifest === undefined || !isJsonObject(old))
    return { added: [], taken: [], isBroken: true };
  const names = Object.keys(scripts);
  const missing = names.filter((name) => old[name] === undefined);
  const taken = names.filter(
    (name) => old[name] !== undefined && old[name] !== scripts[name],
  );
  if (missing.length === 0) return { added: [], taken, isBroken: false };
  const [mark = ""] = /^\uFEFF?/.exec(text) ?? [];
  let json = text.slice(mark.length);
  if (manifest["scripts"] === undefined)
    json = addMember(json, [], "scripts", "{}");
  for (const name of missing) {
    json = addMember(json, ["scripts"], name, JSON.stringify(scripts[name]));
  }
  return { text: mark + json, added: missing, taken, isBroken: false };
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Adds a member at the end of an object, laid out as the members before it are. */
function addMember(
  text: string,
  object: readonly string[],
  key: string,
  value: string,
): string {
  const start = findInJson(text, pointerOf(object), "value");
  const end = valueEnd(text, start);
  const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
  const member = `${JSON.stringify(key)}: ${value}`;
  const [head = ""] = /^\{\s*/.exec(text.slice(start, end)) ?? [];
  const last = text.slice(start, end - 1).trimEnd().length + start;
  if (text[start + head.length] === "}") {
    const own = indentAt(text, start);
    const unit = object.length === 0 ? "  " : own || "  ";
    return `${text.slice(0, start)}{${lineEnd}${own}${unit}${member}${lineEnd}${own}}${text.slice(end)}`;
  }
  const gap = /\n/.test(head)
    ? lineEnd + head.slice(head.lastIndexOf("\n") + 1)
    : " ";
  return `${text.slice(0, last)},${gap}${member}${text.slice(last)}`;
}

/** The blanks at the beginning of the line that an offset is on. */
function indentAt(text: string, offset: number): string {
  const line = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
  return /^[ \t]*/.exec(line)?.[0] ?? "";
}
