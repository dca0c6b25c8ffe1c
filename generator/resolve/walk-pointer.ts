import { isJsonObject, type JsonValue } from "../model/json.js";
import { pointerKeys, pointerOf } from "../read/json-pointer.js";

/** Where a pointer leads, or how far. */
export type PointerWalk =
  | {
      readonly kind: "found";
      readonly pointer: string;
      readonly value: JsonValue;
    }
  | {
      /** A reference stands on the way: the rest of the keys is to be looked up where it leads. */
      readonly kind: "reference";
      readonly reference: string;
      /** The pointer of the object that holds it. */
      readonly pointer: string;
      /** The pointer of what is left. */
      readonly rest: string;
    }
  | {
      readonly kind: "missing";
      /** The first key that is not there. */
      readonly key: string;
      /** The pointer of the value that should hold it, and that value. */
      readonly pointer: string;
      readonly value: JsonValue;
    };

/** Evaluates a JSON Pointer (RFC 6901) by own keys alone. */
export function walkPointer(root: JsonValue, pointer: string): PointerWalk {
  const keys = pointerKeys(pointer);
  let value = root;
  for (const [index, key] of keys.entries()) {
    const next = ownMember(value, key);
    if (next !== undefined) {
      value = next;
      continue;
    }
    const here = pointerOf(keys.slice(0, index));
    const reference = ownMember(value, "$ref");
    if (isJsonObject(value) && typeof reference === "string") {
      const rest = pointerOf(keys.slice(index));
      return { kind: "reference", reference, pointer: here, rest };
    }
    return { kind: "missing", key, pointer: here, value };
  }
  return { kind: "found", pointer: pointerOf(keys), value };
}

function ownMember(value: JsonValue, key: string): JsonValue | undefined {
  if (Array.isArray(value)) {
    return /^(0|[1-9]\d*)$/.test(key)
      ? (value as readonly JsonValue[])[Number(key)]
      : undefined;
  }
  return isJsonObject(value) && Object.hasOwn(value, key)
    ? value[key]
    : undefined;
}
