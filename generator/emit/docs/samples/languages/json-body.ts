import type { JsonValue } from "../../../../model/json.js";
import { jsonCode } from "../layout-value.js";

/** The value of a JSON text, wrapped; undefined if parsing loses something: digits of a number, repeated keys. */
export function losslessValue(
  text: string,
): { readonly value: JsonValue } | undefined {
  try {
    const value = JSON.parse(text) as JsonValue;
    return JSON.stringify(value) === text ? { value } : undefined;
  } catch {
    return undefined;
  }
}

/** A JSON text spread over lines; unchanged if that loses something. */
export function spreadJson(text: string): string {
  const parsed = losslessValue(text);
  return parsed === undefined ? text : jsonCode(parsed.value);
}
