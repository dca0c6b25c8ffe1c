import type { JsonValue } from "../../generator/model/json.js";
import type { Choices } from "./choices.js";

const names = ["a", "b", "c", "ab", "x-1", "constructor"] as const;
const strings = ["", "a", "b", "ab", "abc", "aé", "😀", "😀😀", "x-1", "1"];
const numbers = [0, -0, 1, 2, 3, -1, 0.5, 1.5, 2.25, 10, 1e20];
const patterns = ["^a", "b$", "^.{2}$", "[0-9]", "^x-", "^\\p{L}+$"];

/** A value of JSON, nested no deeper than `depth`. */
export function randomValue(choices: Choices, depth: number): JsonValue {
  const kind = choices.below(depth > 0 ? 9 : 5);
  if (kind === 0) return null;
  if (kind === 1) return choices.chance(0.5);
  if (kind === 2) return choices.pick(numbers);
  if (kind < 5) return choices.pick(strings);
  if (kind < 7) {
    return Array.from({ length: choices.below(4) }, () =>
      randomValue(choices, depth - 1),
    );
  }
  const members: { [name: string]: JsonValue } = {};
  for (const name of names) {
    if (choices.chance(0.35)) members[name] = randomValue(choices, depth - 1);
  }
  return members;
}

type Members = { [keyword: string]: JsonValue };

/** Makes a schema that stands within another. */
type Inner = () => JsonValue;

/** Writes some keywords into a schema. */
type Writer = (
  schema: Members,
  choices: Choices,
  inner: Inner,
  references: readonly string[],
) => void;

/** References lead to the components whose keys are given. */
export function randomSchema(
  choices: Choices,
  depth: number,
  references: readonly string[],
): JsonValue {
  const inner: Inner = () => randomSchema(choices, depth - 1, references);
  if (choices.chance(0.06)) return choices.chance(0.6);
  if (references.length > 0 && choices.chance(0.1)) {
    return { $ref: `#/components/schemas/${choices.pick(references)}` };
  }
  const schema: Members = {};
  if (choices.chance(0.35)) writeType(schema, choices);
  const count = 1 + choices.below(depth > 0 ? 3 : 2);
  for (let index = 0; index < count; index++) {
    const writers =
      depth > 0 && choices.chance(0.7) ? applicatorWriters : assertionWriters;
    choices.pick(writers)(schema, choices, inner, references);
  }
  return schema;

  function writeType(into: Members, from: Choices): void {
    const types = [
      "null",
      "boolean",
      "integer",
      "number",
      "string",
      "array",
      "object",
      "object",
      "array",
    ];
    const many = [...new Set(from.some(types))];
    const chosen = from.chance(0.6) ? from.pick(types) : many;
    const isBoth =
      Array.isArray(chosen) &&
      chosen.includes("integer") &&
      chosen.includes("number");
    into["type"] = isBoth ? many.filter((type) => type !== "integer") : chosen;
  }
}

const assertionWriters: readonly Writer[] = [
  (schema, choices) => (schema["const"] = randomValue(choices, 1)),
  (schema, choices) => {
    const values = Array.from({ length: 1 + choices.below(4) }, () =>
      randomValue(choices, 1),
    );
    schema["enum"] = values.filter(
      (value, index) =>
        values.findIndex(
          (other) => JSON.stringify(other) === JSON.stringify(value),
        ) === index,
    );
  },
  (schema, choices) => (schema["minimum"] = choices.pick(numbers)),
  (schema, choices) => (schema["maximum"] = choices.pick(numbers)),
  (schema, choices) => (schema["exclusiveMinimum"] = choices.pick(numbers)),
  (schema, choices) => (schema["exclusiveMaximum"] = choices.pick(numbers)),
  (schema, choices) => (schema["multipleOf"] = choices.pick([1, 2, 0.5, 1.5])),
  (schema, choices) => (schema["minLength"] = choices.below(4)),
  (schema, choices) => (schema["maxLength"] = choices.below(4)),
  (schema, choices) => (schema["pattern"] = choices.pick(patterns)),
  (schema, choices) => (schema["minItems"] = choices.below(3)),
  (schema, choices) => (schema["maxItems"] = choices.below(4)),
  (schema, choices) => (schema["uniqueItems"] = choices.chance(0.8)),
  (schema, choices) => (schema["minProperties"] = choices.below(3)),
  (schema, choices) => (schema["maxProperties"] = choices.below(4)),
  (schema, choices) => (schema["required"] = choices.some(names)),
  (schema, choices) => {
    schema["dependentRequired"] = {
      [choices.pick(names)]: choices.some(names),
      [choices.pick(names)]: choices.some(names),
    };
  },
];

function innerList(choices: Choices, inner: Inner): JsonValue[] {
  return Array.from({ length: 1 + choices.below(3) }, inner);
}

const applicatorWriters: readonly Writer[] = [
  writeProperties,
  writeProperties,
  (schema, choices, inner) => {
    schema["patternProperties"] = {
      [choices.pick(patterns)]: inner(),
      [choices.pick(patterns)]: inner(),
    };
  },
  (schema, _choices, inner) => (schema["additionalProperties"] = inner()),
  (schema, _choices, inner) => (schema["propertyNames"] = inner()),
  (schema, choices, inner) => {
    schema["dependentSchemas"] = {
      [choices.pick(names)]: inner(),
    };
  },
  (schema, choices, inner) =>
    (schema["prefixItems"] = innerList(choices, inner)),
  (schema, _choices, inner) => (schema["items"] = inner()),
  (schema, choices, inner) => {
    schema["contains"] = inner();
    if (choices.chance(0.4)) schema["minContains"] = choices.below(3);
    if (choices.chance(0.4)) schema["maxContains"] = choices.below(3);
  },
  (schema, choices, inner) => (schema["allOf"] = innerList(choices, inner)),
  (schema, choices, inner) => (schema["anyOf"] = innerList(choices, inner)),
  (schema, choices, inner) => (schema["oneOf"] = innerList(choices, inner)),
  (schema, _choices, inner) => (schema["not"] = inner()),
  (schema, choices, inner) => {
    schema["if"] = inner();
    if (choices.chance(0.7)) schema["then"] = inner();
    if (choices.chance(0.7)) schema["else"] = inner();
  },
  (schema, choices, inner) =>
    (schema["unevaluatedProperties"] = choices.chance(0.6) ? false : inner()),
  (schema, choices, inner) =>
    (schema["unevaluatedItems"] = choices.chance(0.6) ? false : inner()),
  (schema, choices, _inner, references) => {
    if (references.length === 0) return;
    schema["$ref"] = `#/components/schemas/${choices.pick(references)}`;
  },
];

function writeProperties(
  schema: Members,
  choices: Choices,
  inner: Inner,
): void {
  const properties: Members = {};
  for (const name of choices.some(names)) {
    properties[name] = inner();
  }
  schema["properties"] = properties;
}
