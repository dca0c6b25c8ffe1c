import type { JsonValue } from "../model/json.js";
import type { OutlineNode } from "./outline.js";

/** What a parser made of a text. */
export interface Parsed {
  readonly value: JsonValue;
  /** The places of the values; worked out when it is asked for. */
  readonly outline: () => OutlineNode;
}

/** Sets an own member, even one called `__proto__`. */
export function setMember(
  object: Record<string, JsonValue>,
  key: string,
  value: JsonValue,
): void {
  if (key === "__proto__") {
    Object.defineProperty(object, key, {
      value,
      writable: true,
      enumerable: true,
      configurable: true,
    });
  } else {
    object[key] = value;
  }
}
