import { isQuick } from "../patterns/quick-match.js";
import type { Api } from "./api.js";
import { speaksOfAll } from "./applicable-keywords.js";
import { isOpenEnum } from "./find-views.js";
import type { JsonType, Keyword, Schema } from "./schema.js";
import { matches } from "./matches.js";
import type { JsonValue } from "./json.js";
import {
  all,
  given,
  implies,
  joined,
  never,
  not,
  simplified,
  type Presence,
  type TestKeyword,
} from "./presence-formula.js";
import { commonTypes, typesOf, type Types } from "./types-of.js";

type Definitions = Pick<Api, "definitions">;

/** Patterns are tried on values that are given; longer ones are rare. */
const longestTested = 1000;

/** What is known of the values of members before a schema is looked at. */
export interface ValueLook {
  /** The types that a member can have; undefined where nothing says so. */
  readonly typesOf: (name: string) => Types;
}

/** Schemas nested deeper are not looked into. */
const deepest = 8;

interface Look {
  readonly name: string;
  readonly api: Definitions;
  /** The types that the value can have; undefined where nothing says so. */
  readonly types: Types;
  readonly depth: number;
}

/** What a schema asks of a member of that name, as far as words can say it: the member is absent, or valid. */
export function memberPresence(
  name: string,
  schema: Schema,
  api: Definitions,
  values: ValueLook,
): Presence | undefined {
  const types = values.typesOf(name);
  const valid = valueIn(schema, { name, api, types, depth: 0 });
  return valid && implies(given(name), valid);
}

/** What a schema says of a member for certain; values that responses may add to are no bounds. */
export function memberFacts(
  name: string,
  schema: Schema,
  api: Definitions,
): readonly Presence[] {
  const target = schema.kind === "ref" ? api.definitions[schema.target] : null;
  const described = target?.schema ?? schema;
  if (described.kind !== "keywords") return [];
  const look: Look = { name, api, types: undefined, depth: deepest - 1 };
  return described.keywords.flatMap((keyword) => {
    const isFact =
      keyword.kind === "type" ||
      keyword.kind === "const" ||
      (keyword.kind === "enum" && !isOpenEnum(keyword));
    const part = isFact ? valueOfKeyword(keyword, look) : undefined;
    return part === undefined ? [] : [implies(given(name), part)];
  });
}

/** The member is given, and valid. */
function valueIn(schema: Schema, outer: Look): Presence | undefined {
  const { name, api, depth } = outer;
  if (schema.kind === "any") return given(name);
  if (schema.kind === "never") return never;
  if (depth > deepest) return undefined;
  const types = commonTypes(outer.types, typesOf(schema, api, new WeakMap()));
  const look = { ...outer, types, depth: depth + 1 };
  if (schema.kind === "ref") {
    const target = api.definitions[schema.target];
    return target && valueIn(target.schema, look);
  }
  const constants = constantsOf(schema.keywords);
  if (constants !== undefined) {
    return valued(
      name,
      constants.filter((value) => matches(schema, value, api)),
    );
  }
  return all(
    (function* () {
      for (const keyword of schema.keywords)
        yield valueOfKeyword(keyword, look);
    })(),
  );
}

function valued(name: string, values: readonly JsonValue[]): Presence {
  return values.length === 0 ? never : { kind: "valued", name, values };
}

const asserting: ReadonlySet<Keyword["kind"]> = new Set([
  "format",
  "content",
  "binary",
]);

/** The values that `const` or `enum` leaves, unless the schema asks for what is not known of values alone. */
function constantsOf(
  rules: readonly Keyword[],
): readonly JsonValue[] | undefined {
  if (rules.some(({ kind }) => asserting.has(kind))) return undefined;
  for (const keyword of rules) {
    const values = valuesOf(keyword);
    if (values !== undefined) return values;
  }
  return undefined;
}

function valuesOf(keyword: Keyword): readonly JsonValue[] | undefined {
  const values =
    keyword.kind === "const"
      ? [keyword.value]
      : keyword.kind === "enum"
        ? keyword.values
        : undefined;
  return values?.every((value) => typeof value !== "object" || value === null)
    ? values
    : undefined;
}

function valueOfKeyword(keyword: Keyword, look: Look): Presence | undefined {
  const { name } = look;
  const within = (schema: Schema): Presence | undefined =>
    valueIn(schema, look);
  const tested = (test: TestKeyword): Presence | undefined => {
    const isPlain =
      look.types !== undefined && speaksOfAll(test.kind, look.types);
    return isPlain ? { kind: "tested", name, keyword: test } : undefined;
  };
  switch (keyword.kind) {
    case "const":
    case "enum": {
      const values = valuesOf(keyword);
      return values && valued(name, values);
    }
    case "type": {
      const values = valuesOfTypes(keyword.types);
      return values === undefined
        ? { kind: "tested", name, keyword }
        : valued(name, values);
    }
    case "minimum":
    case "maximum":
    case "exclusiveMinimum":
    case "exclusiveMaximum":
    case "multipleOf":
    case "minLength":
    case "maxLength":
    case "minItems":
    case "maxItems":
      return tested(keyword);
    case "pattern":
      return isQuick(keyword.pattern, longestTested)
        ? tested(keyword)
        : undefined;
    case "reference": {
      const target = look.api.definitions[keyword.target];
      return target && within(target.schema);
    }
    case "allOf":
      return joined("all", keyword.schemas.map(within));
    case "anyOf":
    case "oneOf":
      return keyword.discriminator === undefined
        ? joined(
            keyword.kind === "anyOf" ? "any" : "one",
            keyword.schemas.map(within),
          )
        : undefined;
    case "not": {
      const part = within(keyword.schema);
      return part && simplified("all", [given(name), not(part)]);
    }
    case "conditional": {
      const anything = given(name);
      const condition = within(keyword.if);
      const then = keyword.then === undefined ? anything : within(keyword.then);
      const otherwise =
        keyword.else === undefined ? anything : within(keyword.else);
      if (!condition || !then || !otherwise) return undefined;
      return simplified("all", [
        anything,
        implies(condition, then),
        implies(not(condition), otherwise),
      ]);
    }
    default:
      return undefined;
  }
}

/** Each value of the types, where those are few. */
function valuesOfTypes(
  types: readonly JsonType[],
): readonly JsonValue[] | undefined {
  const values = types.map((type) =>
    type === "boolean" ? [true, false] : type === "null" ? [null] : undefined,
  );
  return values.every((each) => each !== undefined) ? values.flat() : undefined;
}
