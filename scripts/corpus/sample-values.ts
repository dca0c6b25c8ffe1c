import { textMatching } from "../../generator/patterns/text-matching.js";
import type { Api } from "../../generator/model/api.js";
import type { JsonValue } from "../../generator/model/json.js";
import type {
  JsonType,
  MinimumRule,
  Rule,
  RuleByKind,
  Schema,
} from "../../generator/model/schema.js";
import type { Choices } from "../../test/validators/choices.js";

/** Members and items that need not be there are left out below this depth, and in values with more parts. */
const freeDepth = 5;
const freeParts = 80;
const greatestDepth = 30;

type Members = { [name: string]: JsonValue };

/**
 * Makes values that are meant to be valid under schemas, different ones each time: branches of unions, optional
 * members, lengths and numbers are drawn. What no single pass can know (`not`, branches that overlap) is left to
 * chance, so some values are not valid. The same seed gives the same values.
 */
export class ValueSampler {
  readonly #definitions: Api["definitions"];
  readonly #choices: Choices;
  readonly #isLeftOut: (schema: Schema) => boolean;
  #parts = 0;

  /** @param isLeftOut members that a value of this kind does not have */
  constructor(
    definitions: Api["definitions"],
    choices: Choices,
    isLeftOut: (schema: Schema) => boolean = () => false,
  ) {
    this.#definitions = definitions;
    this.#choices = choices;
    this.#isLeftOut = isLeftOut;
  }

  /** A value; undefined where none was found. */
  sample(schema: Schema): JsonValue | undefined {
    this.#parts = 0;
    return this.#make([schema], 0);
  }

  #make(schemas: readonly Schema[], depth: number): JsonValue | undefined {
    this.#parts += 1;
    if (depth > greatestDepth) return undefined;
    const rules: Rule[] = [];
    if (!this.#addRules(schemas, rules, depth, 0)) return undefined;
    const constant = this.#constant(rules);
    if (constant !== undefined) return constant.value;
    const types = typesOf(rules);
    const [type] = types === undefined ? [] : [this.#typeOf(types, depth)];
    return type === undefined ? undefined : this.#valueOf(type, rules, depth);
  }

  /** Adds the rules of schemas that all apply to one value, one branch of each union. False where nothing fits. */
  #addRules(
    schemas: readonly Schema[],
    rules: Rule[],
    depth: number,
    nesting: number,
  ): boolean {
    if (nesting > greatestDepth) return false;
    return schemas.every((schema) => {
      if (schema.kind === "any") return true;
      if (schema.kind === "never") return false;
      if (schema.kind === "ref") {
        return this.#addTarget(schema.target, rules, depth, nesting);
      }
      return schema.rules.every((rule) => {
        rules.push(rule);
        const inner = this.#appliedBy(rule, depth);
        if (rule.kind === "reference") {
          return this.#addTarget(rule.target, rules, depth, nesting);
        }
        return this.#addRules(inner, rules, depth, nesting + 1);
      });
    });
  }

  #addTarget(
    target: string,
    rules: Rule[],
    depth: number,
    nesting: number,
  ): boolean {
    const schema = this.#definitions[target]?.schema;
    return (
      schema !== undefined &&
      this.#addRules([schema], rules, depth, nesting + 1)
    );
  }

  #appliedBy(rule: Rule, depth: number): readonly Schema[] {
    if (rule.kind === "allOf") return rule.schemas;
    if (rule.kind === "anyOf" || rule.kind === "oneOf") {
      const ranked = this.#isFull(depth)
        ? [...rule.schemas].sort((a, b) => weightOf(a) - weightOf(b))
        : [this.#choices.pick(rule.schemas)];
      return ranked.slice(0, 1);
    }
    if (rule.kind === "conditional") {
      return this.#choices.chance(0.5)
        ? [rule.if, ...(rule.then === undefined ? [] : [rule.then])]
        : rule.else === undefined
          ? []
          : [rule.else];
    }
    return [];
  }

  #constant(rules: readonly Rule[]): { value: JsonValue } | undefined {
    const types = typesOf(rules);
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
      return values.length === 0
        ? undefined
        : { value: this.#choices.pick(values) };
    }
    return undefined;
  }

  #typeOf(types: readonly JsonType[], depth: number): JsonType | undefined {
    if (types.length === 0) return undefined;
    const simple = types.filter(
      (type) => type !== "object" && type !== "array",
    );
    return this.#isFull(depth) && simple.length > 0
      ? this.#choices.pick(simple)
      : this.#choices.pick(types);
  }

  #isFull(depth: number): boolean {
    return depth > freeDepth || this.#parts > freeParts;
  }

  #valueOf(
    type: JsonType,
    rules: readonly Rule[],
    depth: number,
  ): JsonValue | undefined {
    if (type === "null") return null;
    if (type === "boolean") return this.#choices.chance(0.5);
    if (type === "integer" || type === "number") {
      return this.#number(rules, type === "integer");
    }
    if (type === "string") return this.#text(rules);
    return type === "array"
      ? this.#list(rules, depth)
      : this.#object(rules, depth);
  }

  #number(rules: readonly Rule[], isInteger: boolean): number | undefined {
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
    const free = [0, 1, -1, 7, 100, 1e9].map((number) => number * step);
    const all = [...bases, ...near, ...free].filter((number) =>
      isNumberOf(number, rules, isInteger),
    );
    return all.length === 0 ? undefined : this.#choices.pick(all);
  }

  #text(rules: readonly Rule[]): string {
    const min = most(rules, "minLength", 0);
    const max = least(rules, "maxLength", Infinity);
    for (const rule of rules) {
      if (rule.kind !== "pattern") continue;
      const text =
        textMatching(rule.pattern, min + this.#choices.below(3), max) ??
        textMatching(rule.pattern, min, max);
      if (text !== undefined) return text;
    }
    const format = rules.find((rule) => rule.kind === "format")?.format;
    const known = format === undefined ? undefined : textsOfFormats[format];
    const text = this.#choices.pick(known ?? texts);
    const long = text.padEnd(min, "x");
    return [...long].slice(0, max).join("");
  }

  #list(rules: readonly Rule[], depth: number): JsonValue[] | undefined {
    const min = most(rules, "minItems", 0);
    const max = least(rules, "maxItems", Infinity);
    const wanted = this.#isFull(depth) ? min : min + this.#choices.below(3);
    const lists = rules.filter((rule) => rule.kind === "items");
    const contained = rules.filter((rule) => rule.kind === "contains");
    const isUnique = rules.some((rule) => rule.kind === "uniqueItems");
    const prefix = Math.max(0, ...lists.map((rule) => rule.prefix.length));
    const length = Math.min(max, Math.max(wanted, min > 0 ? prefix : wanted));
    const items: JsonValue[] = [];
    for (let index = 0; index < length; index++) {
      const schemas = lists.flatMap((rule) =>
        index < rule.prefix.length
          ? [rule.prefix[index] as Schema]
          : rule.rest === undefined
            ? []
            : [rule.rest],
      );
      const wantedHere = contained.flatMap(({ schema, min: least }) =>
        index < least ? [schema] : [],
      );
      let item = this.#make([...schemas, ...wantedHere], depth + 1);
      for (let turn = 0; isUnique && turn < 5; turn++) {
        const text = JSON.stringify(item);
        if (!items.some((other) => JSON.stringify(other) === text)) break;
        item = this.#make(schemas, depth + 1);
      }
      if (item === undefined) return index >= min ? items : undefined;
      items.push(item);
    }
    return items;
  }

  #object(rules: readonly Rule[], depth: number): Members | undefined {
    const required = new Set(
      rules.flatMap((rule) => (rule.kind === "required" ? rule.names : [])),
    );
    const maps = rules.filter((rule) => rule.kind === "properties");
    const names = new Set(
      maps.flatMap(({ named }) => named.map(({ name }) => name)),
    );
    const probability = this.#isFull(depth) ? 0 : this.#choices.fraction();
    const wanted = new Set(
      [...names].filter(
        (name) => required.has(name) || this.#choices.chance(probability),
      ),
    );
    for (const name of required) wanted.add(name);
    const min = most(rules, "minProperties", 0);
    for (const name of names) if (wanted.size < min) wanted.add(name);
    const open = maps.some(
      ({ additional, patterns }) =>
        additional !== undefined || patterns.length > 0,
    );
    if (open && !this.#isFull(depth)) {
      for (const name of this.#extraNames(maps)) wanted.add(name);
    }
    for (let extra = 1; open && wanted.size < min; extra++) {
      wanted.add(`member${extra}`);
    }
    this.#addDependents(rules, wanted);
    const members: Members = {};
    for (const name of wanted) {
      const schemas = schemasOf(name, maps);
      if (schemas.some(this.#isLeftOut)) continue;
      const member = this.#make(schemas, depth + 1);
      if (member !== undefined) set(members, name, member);
      else if (required.has(name)) return undefined;
    }
    return members;
  }

  #extraNames(maps: readonly RuleByKind["properties"][]): string[] {
    const found: string[] = [];
    for (const { patterns, additional } of maps) {
      for (const { pattern } of patterns) {
        const name = textMatching(pattern, 1, 30);
        if (name !== undefined && this.#choices.chance(0.5)) found.push(name);
      }
      if (additional !== undefined && additional.kind !== "never") {
        if (this.#choices.chance(0.6)) found.push("extra");
        if (this.#choices.chance(0.3)) found.push("x-1");
      }
    }
    return found;
  }

  #addDependents(rules: readonly Rule[], wanted: Set<string>): void {
    for (const rule of rules) {
      if (rule.kind !== "dependentRequired") continue;
      for (const { name, required } of rule.entries) {
        if (!wanted.has(name)) continue;
        for (const other of required) wanted.add(other);
      }
    }
  }
}

/** The schemas of one member: its own entries, those of patterns that match, else those of the others. */
function schemasOf(
  name: string,
  maps: readonly RuleByKind["properties"][],
): Schema[] {
  return maps.flatMap(({ named, patterns, additional }) => {
    const own = named
      .filter((entry) => entry.name === name)
      .map(({ schema }) => schema);
    const matching = patterns
      .filter(({ pattern }) => new RegExp(pattern, "u").test(name))
      .map(({ schema }) => schema);
    const all = [...own, ...matching];
    return all.length > 0 || additional === undefined ? all : [additional];
  });
}

/** An own member, whatever its name. */
function set(members: Members, name: string, value: JsonValue): void {
  Object.defineProperty(members, name, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

const everyType: readonly JsonType[] = ["string", "integer", "boolean", "null"];

/** The types that a value may have; empty where the rules speak against each other. */
function typesOf(rules: readonly Rule[]): readonly JsonType[] | undefined {
  let types: readonly JsonType[] | undefined;
  for (const rule of rules) {
    if (rule.kind !== "type") continue;
    types = types === undefined ? rule.types : common(types, rule.types);
  }
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

function isOf(value: JsonValue, type: JsonType): boolean {
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

type Bound =
  "minLength" | "maxLength" | "minItems" | "maxItems" | "minProperties";

function bounds(rules: readonly Rule[], kind: Bound): number[] {
  return rules.flatMap((rule) =>
    rule.kind === kind ? [(rule as RuleByKind[Bound]).value] : [],
  );
}

function most(rules: readonly Rule[], kind: Bound, otherwise: number): number {
  return Math.max(otherwise, ...bounds(rules, kind));
}

function least(rules: readonly Rule[], kind: Bound, otherwise: number): number {
  return Math.min(otherwise, ...bounds(rules, kind));
}

/** How much a branch may ask for: plain values first, so that recursion ends. */
function weightOf(schema: Schema): number {
  if (schema.kind === "never") return 9;
  if (schema.kind === "ref") return 3;
  if (schema.kind === "any") return 0;
  const isDeep = schema.rules.some(({ kind }) =>
    /propert|items|required|Of$|reference/i.test(kind),
  );
  return isDeep ? 2 : 1;
}

const texts = ["", "a", "text", "Straße 😀", "0", "x y/z", "2020-01-01", "A1"];

const textsOfFormats: Readonly<Record<string, readonly string[]>> = {
  "date-time": ["2026-03-03T09:30:00Z", "2024-02-29T23:59:59.123+02:00"],
  date: ["2026-03-03", "2024-02-29"],
  time: ["09:30:00Z", "23:59:59+01:00"],
  uuid: ["0b2bd3f0-5f3c-4ad4-8fd0-000000000010"],
  uri: ["https://example.com/a?b=c#d", "urn:example:a"],
  "uri-reference": ["../a", "https://example.com/"],
  url: ["https://example.com/"],
  email: ["user@example.com"],
  hostname: ["example.com"],
  ipv4: ["192.0.2.1"],
  ipv6: ["2001:db8::1"],
  byte: ["", "aGVsbG8="],
};
