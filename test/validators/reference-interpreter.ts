import {
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from "../../generator/model/json.js";

/**
 * JSON Schema 2020-12 read off the page: slow, without any cleverness, with annotations as the specification has
 * them. It decides where emitted validators and ajv do not agree. Numbers are compared as the decimals they are
 * written as by way of exact fractions of two integers.
 */
export function isValidByTheBook(
  schema: JsonValue,
  data: JsonValue,
  components: JsonObject,
): boolean {
  return evaluate(schema, data, components).valid;
}

/** What applying a schema gives: whether it holds, and what it has evaluated (Core §7.7). */
interface Result {
  readonly valid: boolean;
  readonly members: ReadonlySet<string>;
  readonly items: ReadonlySet<number>;
}

function evaluate(
  schema: JsonValue,
  data: JsonValue,
  components: JsonObject,
): Result {
  const members = new Set<string>();
  const items = new Set<number>();
  if (typeof schema === "boolean") return { valid: schema, members, items };
  if (!isJsonObject(schema)) throw new Error("not a schema");
  let valid = true;
  const apply = (inner: JsonValue, value: JsonValue): Result =>
    evaluate(inner, value, components);
  const require = (condition: boolean): void => {
    valid &&= condition;
  };
  /** A schema for the same value: what it evaluates counts where it holds. */
  const inPlace = (inner: JsonValue): boolean => {
    const result = apply(inner, data);
    if (result.valid) {
      for (const name of result.members) members.add(name);
      for (const index of result.items) items.add(index);
    }
    return result.valid;
  };
  const list = (keyword: string): readonly JsonValue[] =>
    (schema[keyword] as readonly JsonValue[] | undefined) ?? [];
  const map = (keyword: string): [string, JsonValue][] =>
    Object.entries((schema[keyword] as JsonObject | undefined) ?? {});
  const has = (keyword: string): boolean => Object.hasOwn(schema, keyword);
  const number = (keyword: string): number => schema[keyword] as number;

  if (has("$ref")) {
    const name = String(schema["$ref"]).split("/").pop() ?? "";
    require(inPlace(components[name] ?? false));
  }
  for (const inner of list("allOf")) require(inPlace(inner));
  if (has("anyOf")) require(list("anyOf").map(inPlace).includes(true));
  if (has("oneOf")) {
    require(list("oneOf").map(inPlace).filter(Boolean).length === 1);
  }
  if (has("not")) require(!apply(schema["not"] ?? false, data).valid);
  if (has("if")) {
    const branch = inPlace(schema["if"] ?? false) ? "then" : "else";
    if (has(branch)) require(inPlace(schema[branch] ?? false));
  }

  if (has("type")) {
    const types = schema["type"];
    const all = Array.isArray(types) ? (types as JsonValue[]) : [types];
    require(all.some((type) => isOfType(data, String(type))));
  }
  if (has("const")) require(isSame(data, schema["const"] ?? null));
  if (has("enum")) require(list("enum").some((each) => isSame(data, each)));

  if (typeof data === "number") {
    if (has("minimum")) require(data >= number("minimum"));
    if (has("maximum")) require(data <= number("maximum"));
    if (has("exclusiveMinimum")) require(data > number("exclusiveMinimum"));
    if (has("exclusiveMaximum")) require(data < number("exclusiveMaximum"));
    if (has("multipleOf")) require(isMultiple(data, number("multipleOf")));
  }
  if (typeof data === "string") {
    const { length } = [...data];
    if (has("minLength")) require(length >= number("minLength"));
    if (has("maxLength")) require(length <= number("maxLength"));
    if (has("pattern")) {
      require(new RegExp(String(schema["pattern"]), "u").test(data));
    }
  }
  if (Array.isArray(data)) {
    const values = data as readonly JsonValue[];
    if (has("minItems")) require(values.length >= number("minItems"));
    if (has("maxItems")) require(values.length <= number("maxItems"));
    if (schema["uniqueItems"] === true) {
      const hasTwin = (value: JsonValue, index: number): boolean =>
        values.slice(0, index).some((other) => isSame(value, other));
      require(!values.some(hasTwin));
    }
    const prefix = list("prefixItems");
    values.forEach((value, index) => {
      const inner = prefix[index];
      if (inner !== undefined) {
        require(apply(inner, value).valid);
        items.add(index);
      } else if (has("items")) {
        require(apply(schema["items"] ?? false, value).valid);
        items.add(index);
      }
    });
    if (has("contains")) {
      const matching = [...values.keys()].filter(
        (index) =>
          apply(schema["contains"] ?? false, values[index] ?? null).valid,
      );
      for (const index of matching) items.add(index);
      const least = has("minContains") ? number("minContains") : 1;
      const most = has("maxContains") ? number("maxContains") : Infinity;
      require(matching.length >= least && matching.length <= most);
    }
    if (has("unevaluatedItems")) {
      values.forEach((value, index) => {
        if (items.has(index)) return;
        require(apply(schema["unevaluatedItems"] ?? false, value).valid);
        items.add(index);
      });
    }
  }
  if (isJsonObject(data)) {
    const names = Object.keys(data);
    const isThere = (name: string): boolean => Object.hasOwn(data, name);
    if (has("minProperties")) require(names.length >= number("minProperties"));
    if (has("maxProperties")) require(names.length <= number("maxProperties"));
    for (const name of list("required")) require(isThere(String(name)));
    for (const [name, others] of map("dependentRequired")) {
      if (!isThere(name)) continue;
      for (const other of others as readonly string[]) require(isThere(other));
    }
    for (const [name, inner] of map("dependentSchemas")) {
      if (isThere(name)) require(inPlace(inner));
    }
    const properties = new Map(map("properties"));
    const patterns = map("patternProperties");
    for (const [name, value] of Object.entries(data)) {
      let isNamed = false;
      const own = properties.get(name);
      if (own !== undefined) {
        isNamed = true;
        require(apply(own, value).valid);
      }
      for (const [pattern, inner] of patterns) {
        if (!new RegExp(pattern, "u").test(name)) continue;
        isNamed = true;
        require(apply(inner, value).valid);
      }
      if (!isNamed && has("additionalProperties")) {
        isNamed = true;
        require(apply(schema["additionalProperties"] ?? false, value).valid);
      }
      if (isNamed) members.add(name);
      if (has("propertyNames")) {
        require(apply(schema["propertyNames"] ?? false, name).valid);
      }
    }
    if (has("unevaluatedProperties")) {
      for (const [name, value] of Object.entries(data)) {
        if (members.has(name)) continue;
        require(apply(schema["unevaluatedProperties"] ?? false, value).valid);
        members.add(name);
      }
    }
  }
  return { valid, members, items };
}

function isOfType(data: JsonValue, type: string): boolean {
  if (type === "null") return data === null;
  if (type === "array") return Array.isArray(data);
  if (type === "object") return isJsonObject(data);
  if (type === "integer") return Number.isInteger(data);
  return typeof data === type;
}

/** Core §4.2.2. */
function isSame(a: JsonValue, b: JsonValue): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    const [left, right] = [
      a as readonly JsonValue[],
      b as readonly JsonValue[],
    ];
    return (
      left.length === right.length &&
      left.every((value, index) => isSame(value, right[index] ?? null))
    );
  }
  if (isJsonObject(a) && isJsonObject(b)) {
    const names = Object.keys(a);
    return (
      names.length === Object.keys(b).length &&
      names.every(
        (name) =>
          Object.hasOwn(b, name) && isSame(a[name] ?? null, b[name] ?? null),
      )
    );
  }
  return a === b;
}

/** Validation §6.2.1, for numbers with at most two decimals. */
function isMultiple(value: number, divisor: number): boolean {
  const hundredths = (number: number): bigint =>
    Number.isInteger(number)
      ? BigInt(number) * 100n
      : BigInt(Math.round(number * 100));
  return hundredths(value) % hundredths(divisor) === 0n;
}
