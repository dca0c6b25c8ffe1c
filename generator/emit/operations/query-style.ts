import { code, type Code } from "../../code/code.js";
import type { CodeSymbol } from "../../code/symbol.js";
import type { Serialization } from "../../model/api.js";
import type { Schema } from "../../model/schema.js";
import { isFlatObject } from "../../model/value-structure.js";
import type { EmitContext } from "../context.js";
import { runtime } from "../runtime-symbols.js";

export type Style = Extract<Serialization, { kind: "style" }>;

/** The function that writes a value in a style of query parameters. */
export function queryWriter(
  serialization: Style,
  schema: Schema | undefined,
  context: EmitContext,
): CodeSymbol {
  const { style, explode } = serialization;
  if (style === "deepObject") {
    return isNested(serialization, schema, context)
      ? runtime.queryNested
      : runtime.queryDeepObject;
  }
  return explode ? runtime.queryForm : runtime.queryList;
}

/** Whether a `deepObject` is written by what also writes lists and objects inside of it. */
export function isNested(
  { nested }: Style,
  schema: Schema | undefined,
  { api }: EmitContext,
): boolean {
  if (nested === "refuse") return false;
  return schema === undefined || !isFlatObject(schema, api);
}

/** What stands for the index of an item of a list; undefined for the index itself. */
export function itemKey({ nested }: Style): string | undefined {
  if (nested === "rack") return "[]";
  return nested === "repeated" ? "" : undefined;
}

/** What the function takes after name and value. */
export function queryArguments(
  serialization: Style,
  schema: Schema | undefined,
  context: EmitContext,
): Code {
  const { style, explode, allowReserved } = serialization;
  const encode = allowReserved ? code`, ${runtime.keepReserved}` : code``;
  if (style === "deepObject") {
    const item = itemKey(serialization);
    if (item === undefined || !isNested(serialization, schema, context)) {
      return encode;
    }
    return allowReserved
      ? code`${encode}, ${item}`
      : code`, ${runtime.percentEncode}, ${item}`;
  }
  if (explode) return encode;
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
