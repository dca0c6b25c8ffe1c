import type { JsonValue } from "../../../generator/model/json.js";
import { oddNumber, openText } from "./type-values.js";

/** An issue of a value that a guard refuses. */
export interface Refusal {
  readonly pointer: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly schemaPointer: string;
}

/** Keywords below which others apply to some values alone. */
const conditions =
  /\/(not|if|then|else|dependentSchemas|contains|propertyNames|anyOf|oneOf)(?=\/)/g;

/** Keywords that a type can nearly always say, so that their condition matters. */
const sayable = new Set(["type", "required", "enum", "const", "false"]);
/** Keywords that say no more than that no branch takes the value. */
const unions = new Set(["oneOf", "anyOf", "discriminator"]);

/**
 * The kinds of a refusal: the keywords of its issues, with the innermost condition where the type could say the
 * keyword itself. A union reports the branch that it takes for the nearest, which may be another than the value was
 * made for; then what is odd in the value says the kind.
 * @param isReceived whether the guard is of what is received, or of both sides
 */
export function refusalKinds(
  value: JsonValue,
  issues: readonly Refusal[],
  isReceived: boolean,
): ReadonlySet<string> {
  if (issues.length === 0) return new Set(["no issue"]);
  const kinds = issues.map((issue) => kindOf(value, issue, isReceived));
  if (kinds.some(({ isSayable }) => !isSayable)) {
    return new Set(
      kinds.flatMap(({ name, isSayable }) => (isSayable ? [] : [name])),
    );
  }
  const text = JSON.stringify(value);
  if (text.includes(JSON.stringify(openText))) return new Set(["enum: open"]);
  if (text.includes(JSON.stringify(oddNumber))) {
    return new Set(["type: integer"]);
  }
  return new Set(kinds.map(({ name }) => name));
}

interface Kind {
  readonly name: string;
  /** True if the type could say it, and then does not say it here. */
  readonly isSayable: boolean;
}

function kindOf(
  value: JsonValue,
  { pointer, keyword, params, schemaPointer }: Refusal,
  isReceived: boolean,
): Kind {
  const found = valueAt(value, pointer);
  if (keyword === "type" && isWhole(params["types"], found)) {
    return { name: "type: integer", isSayable: false };
  }
  const isIndexed =
    /\/(?:additionalProperties|patternProperties\/[^/]*)\/type$/.test(
      schemaPointer,
    );
  if (keyword === "type" && isIndexed) {
    return { name: "type: index signature", isSayable: false };
  }
  // In responses the texts of an enum are open, and another schema may list those that the type then has.
  if (keyword === "enum" && isReceived && typeof found === "string") {
    return { name: "enum: open", isSayable: false };
  }
  if (!sayable.has(keyword)) {
    return { name: keyword, isSayable: unions.has(keyword) };
  }
  const condition = [...`${schemaPointer}/`.matchAll(conditions)].pop();
  const name =
    condition === undefined ? keyword : `${keyword} in ${condition[1] ?? ""}`;
  return { name, isSayable: true };
}

/** True if a number was found where a whole one is expected. */
function isWhole(types: unknown, found: JsonValue | undefined): boolean {
  return (
    typeof found === "number" &&
    Array.isArray(types) &&
    types.includes("integer")
  );
}

function valueAt(value: JsonValue, pointer: string): JsonValue | undefined {
  let found: unknown = value;
  for (const token of pointer.split("/").slice(1)) {
    const key = token.replaceAll("~1", "/").replaceAll("~0", "~");
    found =
      typeof found === "object" && found !== null
        ? (found as Record<string, unknown>)[key]
        : undefined;
  }
  return found as JsonValue | undefined;
}
