import { description, named, nest, ref, repeat } from "./description.js";
import type { Shape } from "./shapes.js";

const text = { type: "string" };

/** Descriptions with wide schemas that say which values are valid, in many parts. */
export const unions: readonly Shape[] = [
  {
    title: "names in the mapping of a discriminator",
    size: 2000,
    make: (size) =>
      description({
        A: {
          oneOf: [ref("Cat"), ref("Dog")],
          discriminator: {
            propertyName: "kind",
            mapping: named(size, (i) => [
              `kind${i}`,
              `#/components/schemas/${i % 2 === 0 ? "Cat" : "Dog"}`,
            ]),
          },
        },
        Cat: { type: "object", required: ["kind"], properties: { kind: text } },
        Dog: { type: "object", required: ["kind"], properties: { kind: text } },
      }),
  },
  {
    title: "schemas that take over a base with a discriminator",
    size: 100,
    make: (size) =>
      description({
        Base: {
          type: "object",
          required: ["kind"],
          properties: { kind: text },
          discriminator: { propertyName: "kind" },
        },
        ...named(size, (i) => [
          `Sub${i}`,
          { allOf: [ref("Base"), { properties: { [`m${i}`]: text } }] },
        ]),
      }),
  },
  {
    title: "unions of ten unions each",
    size: 25,
    make: (size) =>
      description({
        A: { anyOf: repeat(size, (i) => ref(`Union${i}`)) },
        ...named(size, (i) => [
          `Union${i}`,
          {
            oneOf: repeat(10, (j) => ({
              type: "object",
              required: [`m${i}-${j}`],
              properties: { [`m${i}-${j}`]: text },
            })),
          },
        ]),
      }),
  },
  {
    title: "intersections of unions",
    size: 250,
    make: (size) =>
      description({
        A: {
          allOf: repeat(size, (i) => ({
            anyOf: [
              { required: [`a${i}`], properties: { [`a${i}`]: text } },
              { required: [`b${i}`], properties: { [`b${i}`]: text } },
            ],
          })),
        },
      }),
  },
  {
    title: "intersections of references to unions",
    size: 50,
    make: (size) =>
      description({
        A: { allOf: repeat(size, (i) => ref(`Union${i}`)) },
        ...named(size, (i) => [
          `Union${i}`,
          {
            type: "object",
            oneOf: repeat(4, (j) => ({
              required: [`m${i}`],
              properties: { [`m${i}`]: { const: j } },
            })),
          },
        ]),
      }),
  },
  {
    title: "members of the same name in `allOf`",
    size: 500,
    make: (size) =>
      description({
        A: {
          allOf: repeat(size, (i) => ({
            properties: {
              a: { type: "object", properties: { [`m${i}`]: text } },
            },
          })),
        },
      }),
  },
  {
    title: "branches of `allOf` that are closed",
    size: 250,
    make: (size) =>
      description({
        A: {
          allOf: repeat(size, (i) => ({
            type: "object",
            properties: { [`m${i}`]: text },
            additionalProperties: text,
          })),
        },
      }),
  },
  {
    title: "branches of `oneOf` that require a member each",
    size: 250,
    make: (size) =>
      description({
        A: {
          type: "object",
          properties: named(size, (i) => [`m${i}`, text]),
          oneOf: repeat(size, (i) => ({ required: [`m${i}`] })),
        },
      }),
  },
  {
    title: "pairs of members that exclude each other",
    size: 500,
    make: (size) =>
      description({
        A: {
          type: "object",
          allOf: repeat(size, (i) => ({
            not: { required: [`a${i}`, `b${i}`] },
          })),
        },
      }),
  },
  {
    title: "names that are not required together",
    size: 4000,
    make: (size) =>
      description({
        A: { type: "object", not: { required: repeat(size, (i) => `m${i}`) } },
      }),
  },
  {
    title: "clauses that nothing follows from",
    size: 250,
    make: (size) =>
      description({
        A: {
          type: "object",
          allOf: repeat(size, (i) => ({
            anyOf: repeat(3, (j) => {
              const required = {
                required: [
                  `m${(i * (7 + 11 * j) + 5 * j) % Math.ceil(size / 4)}`,
                ],
              };
              return (i + j) % 2 === 0 ? required : { not: required };
            }),
          })),
        },
      }),
  },
  {
    title: "conditions on the value of a member",
    size: 500,
    make: (size) =>
      description({
        A: {
          type: "object",
          properties: { kind: { enum: repeat(size, (i) => `k${i}`) } },
          allOf: repeat(size, (i) => ({
            if: {
              properties: { kind: { const: `k${i}` } },
              required: ["kind"],
            },
            then: { required: [`m${i}`] },
          })),
        },
      }),
  },
  {
    title: "branches of `anyOf` that are constants",
    size: 8000,
    make: (size) =>
      description({ A: { anyOf: repeat(size, (i) => ({ const: `c${i}` })) } }),
  },
  {
    title: "parts of `allOf` that each require a member",
    size: 4000,
    make: (size) =>
      description({
        A: { allOf: repeat(size, (i) => ({ required: [`m${i}`] })) },
      }),
  },
  {
    title: "objects in an enum",
    size: 2000,
    make: (size) =>
      description({ A: { enum: repeat(size, (i) => ({ a: i, b: [i] })) } }),
  },
  {
    title: "values of an enum that its type refuses",
    size: 4000,
    make: (size) =>
      description({
        A: { type: "integer", enum: repeat(size, (i) => `v${i}`) },
      }),
  },
  {
    title: "values of an enum whose names are equal",
    size: 2000,
    make: (size) =>
      description({
        A: {
          enum: repeat(
            size,
            (i) => "-".repeat(i % 97) + "a" + ".".repeat(Math.floor(i / 97)),
          ),
        },
      }),
  },
  {
    title: "members whose names are equal but for signs",
    size: 2000,
    make: (size) =>
      description({
        A: {
          type: "object",
          properties: named(size, (i) => [
            `a${"-".repeat(1 + (i % 31))}${".".repeat(1 + Math.floor(i / 31))}b`,
            text,
          ]),
        },
      }),
  },
  {
    title: "names that `propertyNames` lists",
    size: 4000,
    make: (size) =>
      description({
        A: {
          type: "object",
          propertyNames: { enum: repeat(size, (i) => `m${i}`) },
          additionalProperties: text,
        },
      }),
  },
  {
    title: "members beside 20 patterns",
    size: 2000,
    make: (size) =>
      description({
        A: {
          type: "object",
          properties: named(size, (i) => [`m${i}`, text]),
          patternProperties: named(20, (i) => [`^x${i}-`, text]),
        },
      }),
  },
  {
    title: "branches of `allOf` beside `unevaluatedProperties`",
    size: 250,
    make: (size) =>
      description({
        A: {
          allOf: repeat(size, (i) => ({ properties: { [`m${i}`]: text } })),
          unevaluatedProperties: false,
        },
      }),
  },
  {
    title: "branches of `anyOf` beside `unevaluatedProperties`",
    size: 100,
    make: (size) =>
      description({
        A: {
          anyOf: repeat(size, (i) => ({
            properties: { [`m${i}`]: text },
            required: [`m${i}`],
          })),
          unevaluatedProperties: false,
        },
      }),
  },
  {
    title: "`anyOf` within `anyOf`",
    size: 20,
    make: (size) =>
      description({
        A: nest(size, text, (inner) => ({
          anyOf: [inner, { type: "object", required: ["a"] }, { type: "null" }],
        })),
      }),
  },
  {
    title: "`contains` of one array",
    size: 500,
    make: (size) =>
      description({
        A: {
          type: "array",
          allOf: repeat(size, (i) => ({ contains: { const: i } })),
        },
      }),
  },
  {
    title: "schemas that all refer to all of twenty",
    size: 100,
    make: (size) =>
      description({
        ...named(20, (i) => [
          `Part${i}`,
          { type: "object", properties: { a: text } },
        ]),
        ...named(size, (i) => [
          `Whole${i}`,
          { allOf: repeat(20, (j) => ref(`Part${j}`)) },
        ]),
      }),
  },
  {
    title: "members of a default",
    size: 4000,
    make: (size) =>
      description({
        A: {
          type: "object",
          additionalProperties: { type: "integer" },
          default: named(size, (i) => [`m${i}`, i]),
        },
      }),
  },
];
