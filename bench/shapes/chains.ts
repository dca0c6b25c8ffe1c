import {
  description,
  named,
  nest,
  ref,
  type Json,
  type JsonObject,
} from "./description.js";
import type { Shape } from "./shapes.js";

/** Schemas of which each one refers to the next; the last one is text. */
function chain(
  size: number,
  link: (next: JsonObject, index: number) => Json,
): JsonObject {
  return description({
    ...named(size, (index) => [
      `Link${index}`,
      link(ref(`Link${index + 1}`), index),
    ]),
    [`Link${size}`]: {
      type: "object",
      properties: { end: { type: "string" } },
    },
  });
}

/** Schemas of which each one refers to two others, which both refer to the next. */
function diamond(
  size: number,
  split: (left: JsonObject, right: JsonObject) => Json,
  join: (next: JsonObject) => Json,
): JsonObject {
  return description({
    ...named(size, (index) => [
      `Level${index}`,
      split(ref(`Left${index}`), ref(`Right${index}`)),
    ]),
    ...named(size, (index) => [`Left${index}`, join(ref(`Level${index + 1}`))]),
    ...named(size, (index) => [
      `Right${index}`,
      join(ref(`Level${index + 1}`)),
    ]),
    [`Level${size}`]: {
      type: "object",
      properties: { end: { type: "string" } },
    },
  });
}

/** Descriptions whose schemas refer to each other, or lie within each other. */
export const chains: readonly Shape[] = [
  {
    title: "a chain of references",
    size: 500,
    make: (size) => chain(size, (next) => next),
  },
  {
    title: "a chain of members",
    size: 200,
    make: (size) => chain(size, (next) => ({ properties: { next } })),
  },
  {
    title: "a chain of `allOf`",
    size: 60,
    make: (size) => chain(size, (next) => ({ allOf: [next] })),
  },
  {
    title: "a chain of `allOf`, each with a member",
    size: 60,
    make: (size) =>
      chain(size, (next, index) => ({
        allOf: [next, { properties: { [`m${index}`]: { type: "string" } } }],
      })),
  },
  {
    title: "a chain of `anyOf`",
    size: 60,
    make: (size) =>
      chain(size, (next) => ({ anyOf: [next, { type: "null" }] })),
  },
  {
    title: "a chain of `not`",
    size: 60,
    make: (size) => chain(size, (next) => ({ not: next })),
  },
  {
    title: "a ring of members",
    size: 200,
    make: (size) =>
      description(
        named(size, (index) => [
          `Link${index}`,
          { properties: { next: ref(`Link${(index + 1) % size}`) } },
        ]),
      ),
  },
  {
    title: "diamonds of `allOf`",
    size: 30,
    make: (size) =>
      diamond(
        size,
        (left, right) => ({ allOf: [left, right] }),
        (next) => ({ allOf: [next] }),
      ),
  },
  {
    title: "diamonds of `anyOf`",
    size: 30,
    make: (size) =>
      diamond(
        size,
        (left, right) => ({ anyOf: [left, right] }),
        (next) => ({ anyOf: [next, { type: "null" }] }),
      ),
  },
  {
    title: "diamonds of members",
    size: 50,
    make: (size) =>
      diamond(
        size,
        (left, right) => ({ required: ["left"], properties: { left, right } }),
        (next) => ({ required: ["next"], properties: { next } }),
      ),
  },
  {
    title: "diamonds of `allOf` with `unevaluatedProperties`",
    size: 30,
    make: (size) =>
      diamond(
        size,
        (left, right) => ({
          allOf: [left, right],
          unevaluatedProperties: false,
        }),
        (next) => ({ allOf: [next], properties: { a: { type: "string" } } }),
      ),
  },
  {
    title: "members within members",
    size: 45,
    make: (size) =>
      description({
        A: nest(size, { type: "string" }, (inner) => ({
          type: "object",
          properties: { inner },
        })),
      }),
  },
  {
    title: "arrays within arrays",
    size: 45,
    make: (size) =>
      description({
        A: nest(size, { type: "string" }, (items) => ({
          type: "array",
          items,
        })),
      }),
  },
  {
    title: "`allOf` within `allOf`",
    size: 45,
    make: (size) =>
      description({
        A: nest(size, { type: "string" }, (inner) => ({
          allOf: [inner, { minLength: 1 }],
        })),
      }),
  },
  {
    title: "`if` within `else`",
    size: 45,
    make: (size) =>
      description({
        A: nest(size, { required: ["end"] }, (inner) => ({
          if: { properties: { a: { const: 1 } }, required: ["a"] },
          then: { required: ["b"] },
          else: inner,
        })),
      }),
  },
];
