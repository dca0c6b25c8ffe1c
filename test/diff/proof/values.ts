import type { Direction } from "../../../generator/diff/verdict.js";
import {
  partsOf,
  type Conjunct,
} from "../../../generator/diff/schemas/conjunct.js";
import { isLeftOut, type Side } from "../../../generator/diff/side.js";
import type { JsonValue } from "../../../generator/model/json.js";
import type { Schema } from "../../../generator/model/schema.js";
import { matches } from "../../../generator/model/matches.js";
import { textMatching } from "../../../generator/patterns/text-matching.js";

const mostValues = 24;
const deepest = 4;

/** Valid values of a schema that differ in what they use: every property and none, each listed value, each bound. */
export function valuesOf(
  schema: Schema,
  direction: Direction,
  side: Side,
): readonly JsonValue[] {
  return candidates(schema, direction, side, 0).filter((value) =>
    matches(schema, value, side.api),
  );
}

function candidates(
  schema: Schema,
  direction: Direction,
  side: Side,
  depth: number,
): readonly JsonValue[] {
  const one = side.conjuncts.of(schema);
  if (one.isNever || depth > deepest) return [];
  if (one.isAny) return ["anything", 1, { a: true }];
  const found = [
    ...(one.values ?? []),
    ...(one.isExtendedList ? ["another"] : []),
    ...one.unions.flatMap(({ branches }) =>
      branches.flatMap((branch) =>
        candidates(branch.schema, direction, side, depth),
      ),
    ),
    ...(one.values === undefined && one.unions.length === 0
      ? ofTypes(one, direction, side, depth)
      : []),
    ...(one.takesNull ? [null] : []),
  ];
  return [
    ...new Map(found.map((value) => [JSON.stringify(value), value])).values(),
  ].slice(0, mostValues);
}

function ofTypes(
  one: Conjunct,
  direction: Direction,
  side: Side,
  depth: number,
): readonly JsonValue[] {
  const types = one.types ?? new Set(["object"]);
  return [...types].flatMap((type) => {
    if (type === "boolean") return [true, false];
    if (type === "integer") return numbersOf(one, 1);
    if (type === "number") return numbersOf(one, 0.5);
    if (type === "string") return textsOf(one);
    if (type === "array") return arraysOf(one, direction, side, depth);
    return objectsOf(one, direction, side, depth);
  });
}

function numbersOf({ parts }: Conjunct, step: number): readonly number[] {
  const low = partsOf(parts, "minimum")[0]?.keyword.value;
  const high = partsOf(parts, "maximum")[0]?.keyword.value;
  const multiple = partsOf(parts, "multipleOf")[0]?.keyword.value;
  return [
    low,
    high,
    multiple,
    multiple && multiple * 3,
    (low ?? 0) + step,
    7,
    7 + step,
    1000,
  ].filter((value) => value !== undefined);
}

const ofFormat: Readonly<Record<string, string>> = {
  uuid: "123e4567-e89b-12d3-a456-426614174000",
  "date-time": "2026-01-02T03:04:05Z",
  date: "2026-01-02",
  email: "a@b.example",
  uri: "https://a.example/b",
};

function textsOf({ parts }: Conjunct): readonly string[] {
  const format = partsOf(parts, "format")[0]?.keyword.format;
  const known = format === undefined ? undefined : ofFormat[format];
  if (known !== undefined) return [known];
  const least = partsOf(parts, "minLength")[0]?.keyword.value ?? 0;
  const most = partsOf(parts, "maxLength")[0]?.keyword.value ?? 40;
  const pattern = partsOf(parts, "pattern")[0]?.keyword.pattern;
  const lengths = [least, Math.min(least + 1, most), Math.min(8, most), most];
  return lengths.flatMap((length) =>
    pattern === undefined
      ? ["a b&c=é/ü?x".repeat(5).slice(0, length)]
      : (textMatching(pattern, length, most) ?? []),
  );
}

function arraysOf(
  { parts, items }: Conjunct,
  direction: Direction,
  side: Side,
  depth: number,
): readonly JsonValue[] {
  const least = partsOf(parts, "minItems")[0]?.keyword.value ?? 0;
  const leading = items.prefix.map(
    (schema) => candidates(schema, direction, side, depth + 1)[0] ?? null,
  );
  const rest = candidates(items.rest, direction, side, depth + 1);
  const filled = (count: number): JsonValue[] => [
    ...leading,
    ...Array.from(
      { length: Math.max(0, count - leading.length) },
      (_, index) => rest[index % Math.max(rest.length, 1)] ?? null,
    ),
  ];
  return [
    filled(least),
    filled(least + 1),
    filled(least + 2),
    [...leading, ...rest.slice(0, 1), ...rest.slice(0, 1)],
  ];
}

function objectsOf(
  one: Conjunct,
  direction: Direction,
  side: Side,
  depth: number,
): readonly JsonValue[] {
  const members = [...one.properties].filter(
    ([, { schema }]) => !isLeftOut(schema, direction, side),
  );
  const variants = members.map(
    ([name, { schema }]) =>
      [name, candidates(schema, direction, side, depth + 1)] as const,
  );
  const filled = variants.filter(([, values]) => values.length > 0);
  const full = Object.fromEntries(
    filled.map(([name, values]) => [name, values[0] as JsonValue]),
  );
  const required = Object.fromEntries(
    Object.entries(full).filter(([name]) => one.required.has(name)),
  );
  const alone = Object.entries(full).map(([name, value]) => ({
    ...required,
    [name]: value,
  }));
  const others = filled.flatMap(([name, values]) =>
    values.slice(1).map((value) => ({ ...full, [name]: value })),
  );
  const isOpen = !one.objects.some(
    ({ keyword }) => keyword.additional?.kind === "never",
  );
  return [
    full,
    required,
    ...others,
    ...alone,
    ...(isOpen ? [{ ...full, "x-more": true }] : []),
  ];
}
