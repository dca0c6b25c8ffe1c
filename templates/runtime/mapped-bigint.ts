import { attempt, type MappingLocation } from "./mapped.js";

/** An integer on the wire as a `bigint`: a number, or a bigint where a number would lose digits. */
export function parseBigint(value: unknown, at?: MappingLocation): unknown {
  if (at?.exact !== undefined) return at.integer ?? value;
  return typeof value === "number" && Number.isInteger(value)
    ? BigInt(value)
    : value;
}

/** A `bigint` as an integer on the wire. */
export function serializeBigint(value: unknown): unknown {
  if (typeof value !== "bigint") return value;
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

/** A text of digits on the wire as a `bigint`. */
export function parseBigintText(value: unknown, at?: MappingLocation): unknown {
  return typeof value === "string" && at?.exact === undefined
    ? attempt(
        value,
        at ?? { pointer: "", depth: 0 },
        "parse",
        bigintOf,
        "is no integer",
      )
    : value;
}

/** A `bigint` as a text of digits on the wire. */
export function serializeBigintText(value: unknown): unknown {
  return typeof value === "bigint" ? String(value) : value;
}

function bigintOf(text: string): bigint {
  if (!/^-?\d+$/.test(text)) throw new SyntaxError("not an integer");
  return BigInt(text);
}
