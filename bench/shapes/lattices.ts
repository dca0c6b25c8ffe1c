import {
  description,
  named,
  ref,
  repeat,
  type Json,
  type JsonObject,
} from "./description.js";

/** What a schema of one level says of those of the next. */
export type Link = (next: readonly JsonObject[]) => JsonObject;

const text = { type: "string" };
const first = (next: readonly JsonObject[]): Json => next[0] ?? {};
const last = (next: readonly JsonObject[]): Json => next.at(-1) ?? {};

/** Ways in which a schema can refer to several others. */
export const links: Readonly<Record<string, Link>> = {
  allOf: (next) => ({ allOf: next }),
  "allOf beside members": (next) => ({ allOf: next, properties: { a: text } }),
  "allOf of references alone": (next) => ({
    allOf: next.map((one) => ({ allOf: [one] })),
  }),
  anyOf: (next) => ({ anyOf: next }),
  "anyOf with null": (next) => ({ anyOf: [...next, { type: "null" }] }),
  "anyOf of allOf": (next) => ({
    anyOf: next.map((one) => ({ allOf: [one, { properties: { a: text } }] })),
  }),
  oneOf: (next) => ({ oneOf: next }),
  "oneOf beside members": (next) => ({
    type: "object",
    required: ["a"],
    properties: { a: text },
    oneOf: next,
  }),
  "oneOf with a discriminator": (next) => ({
    oneOf: next,
    discriminator: { propertyName: "kind" },
  }),
  not: (next) => ({ allOf: next.map((one) => ({ not: one })) }),
  if: (next) => ({
    if: first(next),
    then: next[1] ?? {},
    else: last(next),
  }),
  dependentSchemas: (next) => ({
    dependentSchemas: Object.fromEntries(
      next.map((one, index) => [`m${index}`, one]),
    ),
  }),
  "dependentSchemas of required members": (next) => ({
    required: ["m0"],
    dependentSchemas: Object.fromEntries(
      next.map((one, index) => [
        `m${index}`,
        { allOf: [one], required: ["b"] },
      ]),
    ),
  }),
  "reference with siblings": (next) => ({
    ...(next[0] ?? {}),
    minProperties: 1,
    allOf: next.slice(1),
  }),
  "unevaluatedProperties beside allOf": (next) => ({
    allOf: next,
    properties: { a: text },
    unevaluatedProperties: false,
  }),
  "unevaluatedProperties beside anyOf": (next) => ({
    anyOf: next,
    properties: { a: text },
    unevaluatedProperties: false,
  }),
  "unevaluatedItems beside anyOf": (next) => ({
    anyOf: next,
    prefixItems: [text],
    unevaluatedItems: false,
  }),
  "members that take over others": (next) => ({
    required: ["m0"],
    properties: Object.fromEntries(
      next.map((one, index) => [
        `m${index}`,
        { allOf: [one, { properties: { a: text } }] },
      ]),
    ),
  }),
  "required members": (next) => ({
    type: "object",
    required: repeat(next.length, (index) => `m${index}`),
    properties: Object.fromEntries(
      next.map((one, index) => [`m${index}`, one]),
    ),
  }),
  items: (next) => ({ type: "array", minItems: 2, prefixItems: next }),
  contains: (next) => ({
    allOf: next.map((contains) => ({ type: "array", contains })),
  }),
  propertyNames: (next) => ({ propertyNames: { anyOf: next } }),
  patternProperties: (next) => ({
    patternProperties: Object.fromEntries(
      next.map((one, index) => [`^m${index}`, one]),
    ),
  }),
};

/**
 * A description of schemas in levels, each of which refers to every schema of the next level. Ways through it double
 * (or more) at each level; schemas do not.
 * @param last the schemas of the last level
 */
export function lattice(
  levels: number,
  width: number,
  link: Link,
  last: JsonObject = { type: "object", properties: { end: text } },
): JsonObject {
  const next = (level: number): JsonObject[] =>
    repeat(width, (index) => ref(`L${level}N${index}`));
  return description(
    {
      ...named(levels * width, (index) => [
        `L${Math.floor(index / width)}N${index % width}`,
        link(next(Math.floor(index / width) + 1)),
      ]),
      ...named(width, (index) => [`L${levels}N${index}`, last]),
    },
    {
      paths: {
        "/a": {
          post: {
            parameters: [
              { name: "q", in: "query", schema: ref("L0N0") },
              {
                name: "h",
                in: "header",
                schema: ref("L0N0"),
                example: { end: "a" },
              },
            ],
            requestBody: {
              content: {
                "application/json": {
                  schema: ref("L0N0"),
                  example: { a: "a", end: "a", m0: { a: "a" } },
                },
                "multipart/form-data": { schema: ref("L0N0") },
              },
            },
            responses: {
              "200": {
                description: "One",
                content: { "application/json": { schema: ref("L0N0") } },
              },
            },
          },
        },
      },
    },
  );
}
