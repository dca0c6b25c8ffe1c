import type { Choices } from "../../test/validators/choices.js";
import { objectOf, type Texts } from "./hostile-texts.js";

/** The edition of OpenAPI of a description. */
export type Edition = "2.0" | "3.0" | "3.1" | "3.2";

/** What the parts of a random description share. */
export interface Grammar {
  readonly choices: Choices;
  readonly texts: Texts;
  readonly edition: Edition;
  /** The key of a component in a group of them, such as `schemas`. */
  readonly component: (group: string) => string;
}

/** A reference to a component, as a URI has it; now and then one that leads nowhere. */
export function referenceTo(grammar: Grammar, group: string): string {
  const { choices, texts, edition, component } = grammar;
  if (choices.chance(0.02)) return texts.text();
  const key = component(group).replaceAll("~", "~0").replaceAll("/", "~1");
  const fragment = /\p{Surrogate}/u.test(key) ? key : encodeURIComponent(key);
  return edition === "2.0"
    ? `#/definitions/${fragment}`
    : `#/components/${group}/${fragment}`;
}

type Members = Record<string, unknown>;

const types = ["string", "integer", "number", "boolean", "array", "object"];
const formats = [
  ..."date-time date time duration email hostname ipv4 ipv6 uri uri-reference".split(
    " ",
  ),
  ..."uuid regex json-pointer int32 int64 float double byte binary password".split(
    " ",
  ),
  ..."decimal idn-hostname idn-email iri uri-template base64url char".split(
    " ",
  ),
];
const patterns = [
  "^a+$",
  "^[a-z]{2,5}$",
  "(a|b)*c",
  "^(a+)+$",
  "\\d{3}",
  "\\p{L}",
  "^[\\w-]+$",
  "/",
  "[/\\]]",
  "(?i)abc",
  "(?<name>x)",
  "[",
  "\\Z",
  "^\\S+@\\S+$",
  "\u2028",
];
const numbers = [
  0,
  -0,
  1,
  2,
  10,
  -1,
  0.5,
  1e21,
  -1e-7,
  2 ** 53,
  1e308,
  Number.MAX_SAFE_INTEGER,
];

/** A value of JSON over hostile names and texts. */
export function randomJson(grammar: Grammar, depth: number): unknown {
  const { choices, texts } = grammar;
  const kind = choices.below(depth > 0 ? 8 : 5);
  if (kind === 0) return null;
  if (kind === 1) return choices.chance(0.5);
  if (kind === 2) return choices.pick(numbers);
  if (kind < 5) return texts.text();
  if (kind === 5) return listOf(choices, () => randomJson(grammar, depth - 1));
  return membersOf(grammar, () => randomJson(grammar, depth - 1));
}

/** A Schema Object; members that the edition does not have among them. */
export function randomSchema(grammar: Grammar, depth: number): unknown {
  const { choices, edition } = grammar;
  if (choices.chance(depth > 0 ? 0.2 : 0.4))
    return { $ref: referenceTo(grammar, "schemas") };
  if (edition !== "2.0" && edition !== "3.0" && choices.chance(0.03))
    return choices.chance(0.6);
  const schema: Members = {};
  writeType(schema, grammar);
  const count = choices.below(4);
  for (let index = 0; index < count; index++) {
    const isDeep = depth > 0 && choices.chance(0.6);
    choices.pick(isDeep ? applicators : assertions)(schema, grammar, () =>
      randomSchema(grammar, depth - 1),
    );
  }
  if (choices.chance(0.4))
    choices.pick(annotations)(schema, grammar, () => true);
  return schema;
}

function writeType(schema: Members, { choices, edition }: Grammar): void {
  if (choices.chance(0.15)) return;
  const type = choices.pick(types);
  schema["type"] = type;
  if (type === "array" && choices.chance(0.9)) schema["items"] = {};
  if (choices.chance(0.12)) {
    if (edition === "3.0") schema["nullable"] = true;
    else if (edition === "2.0") schema["x-nullable"] = true;
    else schema["type"] = [type, "null"];
  }
}

type Writer = (
  schema: Members,
  grammar: Grammar,
  inner: () => unknown,
) => unknown;

const assertions: readonly Writer[] = [
  (schema, grammar) =>
    (schema["enum"] = listOf(grammar.choices, () => randomJson(grammar, 1))),
  (schema, { choices, texts }) =>
    (schema["enum"] = listOf(choices, () => texts.text())),
  (schema, grammar) => (schema["const"] = randomJson(grammar, 2)),
  (schema, { choices }) => (schema["format"] = choices.pick(formats)),
  (schema, { texts }) => (schema["format"] = texts.name()),
  (schema, { choices, texts }) =>
    (schema["pattern"] = choices.chance(0.7)
      ? choices.pick(patterns)
      : texts.text()),
  (schema, { choices }) => (schema["minimum"] = choices.pick(numbers)),
  (schema, { choices, edition }) =>
    (schema["exclusiveMaximum"] =
      edition === "3.0" || edition === "2.0"
        ? choices.chance(0.5)
        : choices.pick(numbers)),
  (schema, { choices }) => (schema["multipleOf"] = choices.pick([1, 0.01, 3])),
  (schema, { choices }) => (schema["minLength"] = choices.below(4)),
  (schema, { choices }) => (schema["maxLength"] = choices.below(200)),
  (schema, { choices }) => (schema["minItems"] = choices.below(3)),
  (schema, { choices }) => (schema["maxItems"] = choices.below(5)),
  (schema) => (schema["uniqueItems"] = true),
  (schema, { choices }) => (schema["maxProperties"] = choices.below(5)),
  (schema, { choices, texts }) =>
    (schema["required"] = listOf(choices, () => texts.name())),
  (schema, grammar) =>
    (schema["dependentRequired"] = membersOf(grammar, () =>
      listOf(grammar.choices, () => grammar.texts.name()),
    )),
];

const applicators: readonly Writer[] = [
  writeProperties,
  writeProperties,
  writeProperties,
  writeUnion,
  writeUnion,
  (schema, { choices }, inner) =>
    (schema["additionalProperties"] = choices.chance(0.4)
      ? choices.chance(0.5)
      : inner()),
  (schema, grammar, inner) =>
    (schema["patternProperties"] = objectOf(
      listOf(grammar.choices, () => [grammar.choices.pick(patterns), inner()]),
    )),
  (schema, _, inner) => (schema["propertyNames"] = inner()),
  (schema, grammar, inner) =>
    (schema["dependentSchemas"] = membersOf(grammar, inner)),
  (schema, _, inner) => {
    schema["type"] = "array";
    schema["items"] = inner();
  },
  (schema, { choices }, inner) =>
    (schema["prefixItems"] = listOf(choices, inner)),
  (schema, _, inner) => (schema["contains"] = inner()),
  (schema, { choices }, inner) =>
    (schema["unevaluatedProperties"] = choices.chance(0.6) ? false : inner()),
  (schema, _, inner) => (schema["unevaluatedItems"] = inner()),
  (schema, { choices }, inner) => (schema["allOf"] = listOf(choices, inner)),
  (schema, _, inner) => (schema["not"] = inner()),
  (schema, { choices }, inner) => {
    schema["if"] = inner();
    if (choices.chance(0.7)) schema["then"] = inner();
    if (choices.chance(0.5)) schema["else"] = inner();
  },
  (schema, grammar, inner) => {
    schema["$defs"] = membersOf(grammar, inner);
    schema["$ref"] = `#/$defs/${grammar.texts.name()}`;
  },
  (schema, { texts }) => (schema["$id"] = texts.name()),
  (schema, { texts }) => (schema["$anchor"] = texts.name()),
  (schema) => (schema["$dynamicRef"] = "#node"),
  (schema) => (schema["$dynamicAnchor"] = "node"),
  (schema, { texts }, inner) => {
    schema["contentMediaType"] = "application/json";
    schema["contentEncoding"] = texts.name();
    schema["contentSchema"] = inner();
  },
];

const annotations: readonly Writer[] = [
  (schema, { texts }) => (schema["title"] = texts.text()),
  (schema, { texts }) => (schema["description"] = texts.text()),
  (schema, grammar) => (schema["default"] = randomJson(grammar, 1)),
  (schema, grammar) => (schema["example"] = randomJson(grammar, 1)),
  (schema, grammar) => (schema["examples"] = [randomJson(grammar, 2)]),
  (schema) => (schema["deprecated"] = true),
  (schema) => (schema["readOnly"] = true),
  (schema) => (schema["writeOnly"] = true),
  (schema, { texts }) => (schema["$comment"] = texts.text()),
  (schema, { texts }) =>
    (schema["externalDocs"] = { url: texts.text(), description: texts.text() }),
  (schema, { texts }) =>
    (schema["xml"] = { name: texts.name(), prefix: texts.name() }),
  (schema, { texts }) => (schema["x-specwright-name"] = texts.name()),
  (schema, { texts }) => (schema["x-enum-varnames"] = [texts.name()]),
  (schema, grammar) => (schema[`x-${grammar.texts.name()}`] = 1),
  (schema, grammar) =>
    (schema["x-ignored-with"] = membersOf(grammar, () => grammar.texts.text())),
];

function writeProperties(
  schema: Members,
  grammar: Grammar,
  inner: () => unknown,
): void {
  const properties = membersOf(grammar, inner);
  schema["type"] = "object";
  schema["properties"] = properties;
  if (grammar.choices.chance(0.5) && Object.keys(properties).length > 0)
    schema["required"] = grammar.choices.some(Object.keys(properties));
}

function writeUnion(
  schema: Members,
  grammar: Grammar,
  inner: () => unknown,
): void {
  const { choices, texts } = grammar;
  const target = (): string => referenceTo(grammar, "schemas");
  const isTagged = choices.chance(0.4);
  const branches = listOf(choices, () =>
    isTagged ? { $ref: target() } : inner(),
  );
  schema[choices.chance(0.6) ? "oneOf" : "anyOf"] = branches;
  if (!isTagged) return;
  delete schema["type"];
  schema["discriminator"] = {
    propertyName: texts.name(),
    ...(choices.chance(0.5) && {
      mapping: objectOf(listOf(choices, () => [texts.text(), target()])),
    }),
    ...(choices.chance(0.1) && { defaultMapping: target() }),
  };
}

/** One to three of them. */
export function listOf<T>(choices: Choices, make: () => T): T[] {
  return Array.from({ length: 1 + choices.below(3) }, make);
}

/** An object of one to three members. */
export function membersOf<T>(
  { choices, texts }: Grammar,
  make: () => T,
): Record<string, T> {
  return objectOf(listOf(choices, () => [texts.name(), make()]));
}
