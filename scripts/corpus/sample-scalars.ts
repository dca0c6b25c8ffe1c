import type { JsonValue } from "../../generator/model/json.js";
import type {
  JsonType,
  MinimumRule,
  Rule,
} from "../../generator/model/schema.js";
import type { Choices } from "../../test/validators/choices.js";

/** One of the values that `const` and `enum` leave; undefined where they name none, or leave none. */
export function sampleConstant(
  rules: readonly Rule[],
  preferred: readonly JsonValue[],
  choices: Choices,
): { value: JsonValue } | undefined {
  const types = declaredTypes(rules);
  for (const rule of rules) {
    if (rule.kind === "const") return { value: rule.value };
    if (rule.kind !== "enum") continue;
    const lists = rules.filter((each) => each.kind === "enum");
    const values = rule.values.filter(
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
 * A number at or near the bounds of rules, or a plain one; undefined where none was found. Multiples of decimals are
 * such that a division of doubles leaves no rest either, as other validators judge them.
 */
export function sampleNumber(
  rules: readonly Rule[],
  isInteger: boolean,
  choices: Choices,
): number | undefined {
  const steps = rules.flatMap((rule) =>
    rule.kind === "multipleOf" ? [rule.value] : [],
  );
  const step = Math.max(isInteger ? 1 : 0, ...steps) || 0.5;
  const bases = rules.flatMap((rule) =>
    /minimum|maximum/i.test(rule.kind) ? [(rule as MinimumRule).value] : [],
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
      isNumberOf(number, rules, isInteger) &&
      (steps.length === 0 || Number.isInteger(number / step)),
  );
  return all.length === 0 ? undefined : choices.pick(all);
}

const everyType: readonly JsonType[] = ["string", "integer", "boolean", "null"];

/** The types that `type` names; undefined where the rules have none. */
export function declaredTypes(
  rules: readonly Rule[],
): readonly JsonType[] | undefined {
  let types: readonly JsonType[] | undefined;
  for (const rule of rules) {
    if (rule.kind !== "type") continue;
    types = types === undefined ? rule.types : common(types, rule.types);
  }
  return types;
}

/** The types that a value may have; empty where the rules speak against each other. */
export function typesOf(rules: readonly Rule[]): readonly JsonType[] {
  const types = declaredTypes(rules);
  if (types !== undefined) return types;
  for (const { kind } of rules) {
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
  rules: readonly Rule[],
  isInteger: boolean,
): boolean {
  if (isInteger && !Number.isInteger(number)) return false;
  return rules.every((rule) => {
    if (rule.kind === "minimum") return number >= rule.value;
    if (rule.kind === "maximum") return number <= rule.value;
    if (rule.kind === "exclusiveMinimum") return number > rule.value;
    if (rule.kind === "exclusiveMaximum") return number < rule.value;
    return true;
  });
}
