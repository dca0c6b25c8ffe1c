import type { Cases } from "./cases.js";
import { gives, integer, object, operation, sends, text } from "./documents.js";

const pet = { $ref: "#/components/schemas/Pet" };

/** Pairs that are written differently and mean the same. */
export const meaningCases: Cases = {
  "trap: a reference inlined": {
    old: gives(object({ owner: pet }), { Pet: object({ name: text }) }),
    new: gives(object({ owner: object({ name: text }) }), {
      Pet: object({ name: text }),
    }),
    changes: [],
  },
  "trap: allOf of one": {
    old: gives(object({ owner: pet }), { Pet: object({ name: text }) }),
    new: gives(object({ owner: { allOf: [pet] } }), {
      Pet: object({ name: text }),
    }),
    changes: [],
  },
  "trap: nullable of 3.0 and of 3.1": {
    old: {
      ...gives(object({ name: { type: "string", nullable: true } })),
      openapi: "3.0.3",
    },
    new: gives(object({ name: { type: ["string", "null"] } })),
    changes: [],
  },
  "trap: null as a branch": {
    old: gives(object({ name: { type: ["string", "null"] } })),
    new: gives(object({ name: { anyOf: [text, { type: "null" }] } })),
    changes: [],
  },
  "trap: keys in another order": {
    old: gives({
      type: "object",
      properties: { a: text, b: integer },
      required: ["a", "b"],
    }),
    new: gives({
      required: ["b", "a"],
      properties: { b: integer, a: text },
      type: "object",
    }),
    changes: [],
  },
  "trap: exclusive bound of integers": {
    old: sends(object({ size: { ...integer, minimum: 1 } })),
    new: sends(object({ size: { ...integer, exclusiveMinimum: 0 } })),
    changes: [],
  },
  "trap: const and an enum of one": {
    old: sends(object({ kind: { type: "string", const: "a" } })),
    new: sends(object({ kind: { type: "string", enum: ["a"] } })),
    changes: [],
  },
  "trap: bound that was none": {
    old: sends(object({ name: text })),
    new: sends(object({ name: { ...text, minLength: 0 } })),
    changes: [],
  },
  "trap: no servers and the root": {
    old: operation({}, { servers: [] }),
    new: operation({}, { servers: [{ url: "/" }] }),
    changes: [],
  },
  "trap: parts of allOf joined": {
    old: gives({ allOf: [object({ a: text }), object({ b: text }, ["b"])] }),
    new: gives(object({ a: text, b: text }, ["b"])),
    changes: [],
  },
  "trap: two schemas change their names": {
    old: gives(
      object({
        a: { $ref: "#/components/schemas/A" },
        b: { $ref: "#/components/schemas/B" },
      }),
      {
        A: object({ x: text }),
        B: object({ x: text }),
      },
    ),
    new: gives(
      object({
        a: { $ref: "#/components/schemas/B" },
        b: { $ref: "#/components/schemas/A" },
      }),
      {
        A: object({ x: text }),
        B: object({ x: text }),
      },
    ),
    changes: [],
  },
};
