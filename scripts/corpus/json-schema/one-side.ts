import {
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from "../../../generator/model/json.js";
import {
  below,
  fileOf,
  targetOf,
  valueAt,
  type Documents,
  type Location,
} from "./locations.js";

export type Side = "request" | "response";

const deepest = 12;
const dataKeys = new Set(["enum", "const", "default", "example", "examples"]);

/**
 * The documents as one side of the wire sees them, without anything of the generator: `required` does not ask for
 * members that are `writeOnly` in responses or `readOnly` in requests, and requests must not have the latter.
 */
export function seenFrom(side: Side, documents: Documents): Documents {
  const mark = side === "request" ? "readOnly" : "writeOnly";
  return new Map(
    [...documents].map(([file, value]) => [
      file,
      seen(value, `${file}#`, new Set()),
    ]),
  );

  function seen(
    value: JsonValue,
    location: Location,
    around: ReadonlySet<string>,
  ): JsonValue {
    if (Array.isArray(value)) {
      return (value as readonly JsonValue[]).map((each, index) =>
        seen(each, below(location, index), new Set()),
      );
    }
    if (!isJsonObject(value)) return value;
    const hidden = new Set([...around, ...hiddenIn(location, 0)]);
    const members: { [name: string]: JsonValue } = {};
    for (const [key, member] of Object.entries(value)) {
      const at = below(location, key);
      members[key] = dataKeys.has(key)
        ? member
        : key === "required" && Array.isArray(member)
          ? (member as readonly JsonValue[]).filter(
              (name) => typeof name !== "string" || !hidden.has(name),
            )
          : key === "properties" && isJsonObject(member)
            ? propertiesSeen(member, at)
            : key === "allOf" && Array.isArray(member)
              ? (member as readonly JsonValue[]).map((each, index) =>
                  seen(each, below(at, index), hidden),
                )
              : seen(member, at, new Set());
    }
    return members;
  }

  function propertiesSeen(properties: JsonObject, at: Location): JsonObject {
    return Object.fromEntries(
      Object.entries(properties).map(([name, schema]) => [
        name,
        side === "request" && isMarked(below(at, name), 0)
          ? { not: {} }
          : seen(schema, below(at, name), new Set()),
      ]),
    );
  }

  /** The marked members of a schema, of what it refers to and of the parts of its `allOf`. */
  function hiddenIn(location: Location, depth: number): readonly string[] {
    const schema = valueAt(location, documents);
    if (depth > deepest || !isJsonObject(schema)) return [];
    const { properties, allOf, $ref: reference } = schema;
    const own = isJsonObject(properties)
      ? Object.keys(properties).filter((name) =>
          isMarked(below(below(location, "properties"), name), 0),
        )
      : [];
    const parts = Array.isArray(allOf)
      ? allOf.flatMap((_, index) =>
          hiddenIn(below(below(location, "allOf"), index), depth + 1),
        )
      : [];
    const target =
      typeof reference === "string"
        ? hiddenIn(targetOf(reference, fileOf(location)), depth + 1)
        : [];
    return [...own, ...parts, ...target];
  }

  function isMarked(location: Location, depth: number): boolean {
    const schema = valueAt(location, documents);
    if (depth > deepest || !isJsonObject(schema)) return false;
    if (schema[mark] === true) return true;
    const { allOf, $ref: reference } = schema;
    if (typeof reference === "string") {
      return isMarked(targetOf(reference, fileOf(location)), depth + 1);
    }
    return (
      Array.isArray(allOf) &&
      allOf.some((_, index) =>
        isMarked(below(below(location, "allOf"), index), depth + 1),
      )
    );
  }
}
