import { code, type Code } from "../../code/code.js";
import type { CodeSymbol } from "../../code/symbol.js";
import type { Serialization } from "../../model/api.js";
import type { EmitContext } from "../context.js";
import { runtime } from "./runtime-symbols.js";

export type Style = Extract<Serialization, { kind: "style" }>;

/** The function that writes a value in a style of query parameters. */
export function queryWriter(
  { style, explode }: Style,
  context: EmitContext,
): CodeSymbol {
  if (style === "deepObject") {
    return context.settings.nestedObjects === "brackets"
      ? runtime.queryNested
      : runtime.queryDeepObject;
  }
  return explode ? runtime.queryForm : runtime.queryList;
}

/** What the function takes after name and value. */
export function queryArguments({ style, explode, allowReserved }: Style): Code {
  const encode = allowReserved ? code`, ${runtime.keepReserved}` : code``;
  if (style === "deepObject" || explode) return encode;
  const delimiter = delimiterOf(style);
  return delimiter === "," && !allowReserved
    ? code``
    : code`, ${delimiter}${encode}`;
}

/** What stands between the values of a list: delimiters that a URL cannot hold are percent-encoded (RFC 3986). */
export function delimiterOf(style: Style["style"]): string {
  if (style === "spaceDelimited") return "%20";
  return style === "pipeDelimited" ? "%7C" : ",";
}
