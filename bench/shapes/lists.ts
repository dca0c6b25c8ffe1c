import {
  description,
  named,
  ref,
  repeat,
  withOperation,
} from "./description.js";
import type { Shape } from "./shapes.js";

const text = { type: "string" };

/** Descriptions that have many of something. */
export const lists: readonly Shape[] = [
  {
    title: "members of a schema",
    size: 4000,
    make: (size) =>
      description({
        A: {
          type: "object",
          properties: named(size, (index) => [`member${index}`, text]),
        },
      }),
  },
  {
    title: "required members",
    size: 4000,
    make: (size) =>
      description({
        A: { type: "object", required: repeat(size, (i) => `member${i}`) },
      }),
  },
  {
    title: "required names of no member",
    size: 2000,
    make: (size) =>
      description({
        A: {
          type: "object",
          required: repeat(size, (i) => `membre${i}`),
          properties: named(size, (i) => [`member${i}`, text]),
        },
      }),
  },
  {
    title: "named schemas",
    size: 250,
    make: (size) =>
      description(
        named(size, (index) => [
          `Schema${index}`,
          { type: "object", properties: { a: text, b: { type: "integer" } } },
        ]),
      ),
  },
  {
    title: "operations",
    size: 250,
    make: (size) =>
      description(
        {},
        {
          paths: named(size, (index) => [
            `/items${index}/{id}`,
            {
              get: {
                operationId: `getItem${index}`,
                parameters: [
                  { name: "id", in: "path", required: true, schema: text },
                ],
                responses: {
                  "200": {
                    description: "One",
                    content: { "application/json": { schema: text } },
                  },
                },
              },
            },
          ]),
        },
      ),
  },
  {
    title: "parameters of an operation",
    size: 1000,
    make: (size) =>
      withOperation({
        parameters: repeat(size, (index) => ({
          name: `p${index}`,
          in: "query",
          schema: text,
        })),
      }),
  },
  {
    title: "media types of a response",
    size: 1000,
    make: (size) =>
      withOperation({
        responses: {
          "200": {
            description: "Many",
            content: named(size, (index) => [
              `application/vnd.t${index}+json`,
              { schema: text },
            ]),
          },
        },
      }),
  },
  {
    title: "headers of a response",
    size: 4000,
    make: (size) =>
      withOperation({
        responses: {
          "200": {
            description: "Many",
            headers: named(size, (index) => [`X-H${index}`, { schema: text }]),
          },
        },
      }),
  },
  {
    title: "values of an enum",
    size: 10_000,
    make: (size) =>
      description({ A: { enum: repeat(size, (index) => `value ${index}`) } }),
  },
  {
    title: "branches of `oneOf` with a discriminator",
    size: 250,
    make: (size) =>
      description({
        A: {
          oneOf: repeat(size, (index) => ref(`Branch${index}`)),
          discriminator: { propertyName: "kind" },
        },
        ...named(size, (index) => [
          `Branch${index}`,
          {
            type: "object",
            required: ["kind"],
            properties: { kind: { const: `Branch${index}` } },
          },
        ]),
      }),
  },
  {
    title: "branches of `anyOf` without one",
    size: 500,
    make: (size) =>
      description({
        A: {
          anyOf: repeat(size, (index) => ({
            type: "object",
            properties: { [`member${index}`]: text },
            required: [`member${index}`],
          })),
        },
      }),
  },
  {
    title: "branches of `allOf`",
    size: 1000,
    make: (size) =>
      description({
        A: {
          allOf: repeat(size, (index) => ({
            type: "object",
            properties: { [`member${index}`]: text },
          })),
        },
      }),
  },
  {
    title: "keys of `dependentRequired`, of 100 names each",
    size: 100,
    make: (size) =>
      description({
        A: {
          type: "object",
          dependentRequired: named(size, (index) => [
            `key${index}`,
            repeat(100, (name) => `key${index}-${name}`),
          ]),
        },
      }),
  },
  {
    title: "keys of `dependentSchemas`",
    size: 250,
    make: (size) =>
      description({
        A: {
          type: "object",
          dependentSchemas: named(size, (index) => [
            `key${index}`,
            { required: [`other${index}`] },
          ]),
        },
      }),
  },
  {
    title: "`patternProperties`",
    size: 500,
    make: (size) =>
      description({
        A: {
          type: "object",
          properties: named(20, (index) => [`m${index}`, text]),
          patternProperties: named(size, (index) => [`^x${index}-`, text]),
        },
      }),
  },
  {
    title: "items of a tuple",
    size: 1000,
    make: (size) =>
      description({
        A: {
          type: "array",
          prefixItems: repeat(size, (index) => ({ const: index })),
        },
      }),
  },
  {
    title: "broken references",
    size: 2000,
    make: (size) =>
      description(
        named(size, (index) => [`Schema${index}`, ref(`Missing${index}`)]),
      ),
  },
  {
    title: "unknown keywords",
    size: 4000,
    make: (size) =>
      description({ A: named(size, (index) => [`keyword${index}`, index]) }),
  },
  {
    title: "schemas whose names collide",
    size: 250,
    make: (size) =>
      description(
        named(size, (index) => [
          `a${"-".repeat(index % 7)}${".".repeat(Math.floor(index / 7))}b`,
          text,
        ]),
      ),
  },
  {
    title: "operations of the same `operationId`",
    size: 250,
    make: (size) =>
      description(
        {},
        {
          paths: named(size, (index) => [
            `/a${index}`,
            {
              get: {
                operationId: "same",
                responses: { "204": { description: "Done" } },
              },
            },
          ]),
        },
      ),
  },
  {
    title: "schemas that each have a resource of their own",
    size: 250,
    make: (size) =>
      description(
        named(size, (index) => [
          `Schema${index}`,
          {
            $id: `https://example.com/s${index}`,
            $defs: { Inner: { $anchor: "inner", type: "string" } },
            properties: {
              own: { $ref: "#inner" },
              next: { $ref: `https://example.com/s${(index + 1) % size}` },
            },
          },
        ]),
      ),
  },
  {
    title: "members of an example",
    size: 10_000,
    make: (size) =>
      description({
        A: {
          type: "object",
          additionalProperties: text,
          examples: [named(size, (index) => [`member${index}`, "a"])],
        },
      }),
  },
  {
    title: "tags, each of an operation",
    size: 250,
    make: (size) =>
      description(
        {},
        {
          tags: repeat(size, (index) => ({ name: `Tag ${index}` })),
          paths: named(size, (index) => [
            `/a${index}`,
            {
              get: {
                tags: [`Tag ${index}`],
                responses: { "204": { description: "Done" } },
              },
            },
          ]),
        },
      ),
  },
];
