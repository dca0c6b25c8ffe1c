import type { JsonValue } from "../../generator/model/json.js";
import type {
  JsonType,
  MinimumKeyword,
  Keyword,
} from "../../generator/model/schema.js";
import type { Choices } from "../../test/validators/choices.js";

/** One of the values that `const` and `enum` leave; undefined where they name none, or leave none. */
export function sampleConstant(
  keywords: readonly Keyword[],
  preferred: readonly JsonValue[],
  choices: Choices,
): { value: JsonValue } | undefined {
  const types = declaredTypes(keywords);
  for (const keyword of keywords) {
    if (keyword.kind === "const") return { value: keyword.value };
    if (keyword.kind !== "enum") continue;
    const lists = keywords.filter((each) => each.kind === "enum");
    const values = keyword.values.filter(
      (value) =>
        (types === undefined || types.some((type) => isOf(value, type))) &&
        lists.every(({ values: allowed }) =>
          allowed.some(
            (other) => JSON.stringify(other) === JSON.stringify(value),
          ),
        ),
    );
    const best = values.filter((value) => preferred.includes(value));
    const left = best.length > 0 ? best : values;
    return left.length === 0 ? undefined : { value: choices.pick(left) };
  }
  return undefined;
}

/**
 * A number at or near the bounds of keywords, or a plain one; undefined where none was found. Multiples of decimals are
 * such that a division of doubles leaves no rest either, as other validators judge them.
 */
export function sampleNumber(
  keywords: readonly Keyword[],
  isInteger: boolean,
  choices: Choices,
): number | undefined {
  const steps = keywords.flatMap((keyword) =>
    keyword.kind === "multipleOf" ? [keyword.value] : [],
  );
  const step = Math.max(isInteger ? 1 : 0, ...steps) || 0.5;
  const bases = keywords.flatMap((keyword) =>
    /minimum|maximum/i.test(keyword.kind)
      ? [(keyword as MinimumKeyword).value]
      : [],
  );
  const near = bases.flatMap((base) =>
    [-2, -1, 0, 1, 2].map((shift) => {
      const number = (Math.round(base / step) + shift) * step;
      return Number(number.toPrecision(12));
    }),
  );
  const [low, high] = [Math.min(...bases), Math.max(...bases)];
  const between = isInteger || bases.length < 2 ? [] : [(low + high) / 2];
  const free = [0, 1, -1, 7, 100, 1e9].map((number) => number * step);
  const all = [...bases, ...near, ...between, ...free].filter(
    (number) =>
      isNumberOf(number, keywords, isInteger) &&
      (steps.length === 0 || Number.isInteger(number / step)),
  );
  return all.length === 0 ? undefined : choices.pick(all);
}

const everyType: readonly JsonType[] = ["string", "integer", "boolean", "null"];

/** The types that `type` names; undefined where the keywords have none. */
export function declaredTypes(
  keywords: readonly Keyword[],
): readonly JsonType[] | undefined {
  let types: readonly JsonType[] | undefined;
  for (const keyword of keywords) {
    if (keyword.kind !== "type") continue;
    types = types === undefined ? keyword.types : common(types, keyword.types);
  }
  return types;
}

/** The types that a value may have; empty where the keywords speak against each other. */
export function typesOf(keywords: readonly Keyword[]): readonly JsonType[] {
  const types = declaredTypes(keywords);
  if (types !== undefined) return types;
  for (const { kind } of keywords) {
    if (/propert|required|dependent/i.test(kind)) return ["object"];
    if (/items|contains/i.test(kind)) return ["array"];
    if (/length|pattern|content/i.test(kind)) return ["string"];
    if (/minimum|maximum|multiple/i.test(kind)) return ["number"];
  }
  return everyType;
}

function common(
  some: readonly JsonType[],
  others: readonly JsonType[],
): JsonType[] {
  return some.flatMap((type): JsonType[] => {
    if (others.includes(type)) return [type];
    if (type === "number" && others.includes("integer")) return ["integer"];
    if (type === "integer" && others.includes("number")) return ["integer"];
    return [];
  });
}

/** Whether a value has a type (JSON Schema Validation §6.1.1). */
export function isOf(value: JsonValue, type: JsonType): boolean {
  if (value === null) return type === "null";
  if (Array.isArray(value)) return type === "array";
  if (typeof value === "number") {
    return type === "number" || (type === "integer" && Number.isInteger(value));
  }
  return typeof value === type;
}

function isNumberOf(
  number: number,
  keywords: readonly Keyword[],
  isInteger: boolean,
): boolean {
  if (isInteger && !Number.isInteger(number)) return false;
  return keywords.every((keyword) => {
    if (keyword.kind === "minimum") return number >= keyword.value;
    if (keyword.kind === "maximum") return number <= keyword.value;
    if (keyword.kind === "exclusiveMinimum") return number > keyword.value;
    if (keyword.kind === "exclusiveMaximum") return number < keyword.value;
    return true;
  });
}
