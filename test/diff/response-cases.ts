import type { Cases } from "./cases.js";
import {
  answer,
  description,
  gives,
  integer,
  object,
  operation,
  text,
} from "./documents.js";

const three = { type: "string", enum: ["red", "green", "blue"] };
const two = { type: "string", enum: ["red", "green"] };
const cat = object({ kind: { const: "cat" }, lives: integer }, [
  "kind",
  "lives",
]);
const dog = object({ kind: { const: "dog" }, tricks: integer }, [
  "kind",
  "tricks",
]);
const bird = object({ kind: { const: "bird" }, wings: integer }, [
  "kind",
  "wings",
]);
const header = (name: string, required: boolean) => ({
  [name]: { required, schema: text },
});

/** What is received. */
export const responseCases: Cases = {
  "given: optional property added": {
    old: gives(object({ name: text })),
    new: gives(object({ name: text, age: integer })),
    changes: ["minor property-added response"],
  },
  "given: required property added": {
    old: gives(object({ name: text })),
    new: gives(object({ name: text, age: integer }, ["age"])),
    changes: ["minor required-property-added response"],
  },
  "given: optional property removed": {
    old: gives(object({ name: text, age: integer })),
    new: gives(object({ name: text })),
    changes: ["major property-removed response"],
  },
  "given: property optional": {
    old: gives(object({ name: text }, ["name"])),
    new: gives(object({ name: text })),
    changes: ["major property-optional response"],
  },
  "given: property required": {
    old: gives(object({ name: text })),
    new: gives(object({ name: text }, ["name"])),
    changes: ["minor property-required response"],
  },
  "given: property write-only": {
    old: gives(object({ name: text, key: text })),
    new: gives(object({ name: text, key: { ...text, writeOnly: true } })),
    changes: ["major property-access-changed response"],
  },
  "given: null allowed": {
    old: gives(object({ name: text }, ["name"])),
    new: gives(object({ name: { type: ["string", "null"] } }, ["name"])),
    changes: ["major null-added response"],
  },
  "given: null gone": {
    old: gives(object({ name: { type: ["string", "null"] } }, ["name"])),
    new: gives(object({ name: text }, ["name"])),
    changes: ["minor null-removed response"],
  },
  "given: enum value added": {
    old: gives(object({ colour: two })),
    new: gives(object({ colour: three })),
    changes: ["minor enum-value-added response"],
  },
  "given: enum value removed": {
    old: gives(object({ colour: three })),
    new: gives(object({ colour: two })),
    changes: ["minor enum-value-removed response"],
  },
  "given: values listed": {
    old: gives(object({ colour: text })),
    new: gives(object({ colour: two })),
    changes: ["minor enum-added response"],
  },
  "given: integer becomes number": {
    old: gives(object({ size: integer }, ["size"])),
    new: gives(object({ size: { type: "number" } }, ["size"])),
    changes: ["major type-widened response"],
  },
  "given: number becomes integer": {
    old: gives(object({ size: { type: "number" } }, ["size"])),
    new: gives(object({ size: integer }, ["size"])),
    changes: ["minor type-narrowed response"],
  },
  "given: type widened": {
    old: gives(object({ size: integer }, ["size"])),
    new: gives(object({ size: { type: ["integer", "string"] } }, ["size"])),
    changes: ["major type-widened response"],
  },
  "given: type changed": {
    old: gives(object({ size: integer }, ["size"])),
    new: gives(object({ size: text }, ["size"])),
    changes: ["major type-changed response"],
  },
  "given: bound loosened": {
    old: gives(object({ name: { ...text, maxLength: 5 } })),
    new: gives(object({ name: { ...text, maxLength: 9 } })),
    changes: ["minor bound-loosened response"],
  },
  "given: pattern changed": {
    old: gives(object({ name: { ...text, pattern: "^[a-z]+$" } })),
    new: gives(object({ name: { ...text, pattern: "^[0-9]+$" } })),
    changes: ["minor pattern-changed response"],
  },
  "given: branch added": {
    old: gives({ oneOf: [cat, dog] }),
    new: gives({ oneOf: [cat, dog, bird] }),
    changes: ["major union-branch-added response"],
  },
  "given: branch removed": {
    old: gives({ oneOf: [cat, dog, bird] }),
    new: gives({ oneOf: [cat, dog] }),
    changes: ["major union-branch-removed response"],
  },
  "given: object closed": {
    old: gives(object({ name: text })),
    new: gives(object({ name: text }, [], { additionalProperties: false })),
    changes: ["minor additional-properties-closed response"],
  },
  "given: schema dropped": {
    old: gives(object({ body: text }, ["body"])),
    new: gives(object({ body: {} }, ["body"])),
    changes: ["major schema-unconstrained response"],
  },
  "given: schema found": {
    old: gives(object({ body: {} }, ["body"])),
    new: gives(object({ body: text }, ["body"])),
    changes: ["minor schema-constrained response"],
  },
  "given: error described": {
    old: gives(object({ name: text })),
    new: description({
      paths: {
        "/things": {
          get: {
            operationId: "getThing",
            responses: {
              ...answer(object({ name: text })),
              ...answer(object({ message: text }), "404"),
            },
          },
        },
      },
    }),
    changes: ["minor response-added response"],
  },
  "given: error no longer described": {
    old: operation({
      responses: {
        ...answer(text),
        ...answer(object({ message: text }), "404"),
      },
    }),
    new: operation({ responses: answer(text) }),
    changes: ["major response-removed response"],
  },
  "given: another success": {
    old: operation({ responses: answer(object({ name: text })) }),
    new: operation({
      responses: {
        ...answer(object({ name: text })),
        "204": { description: "None." },
      },
    }),
    changes: ["major response-added response"],
  },
  "given: success replaced": {
    old: operation({ responses: answer(object({ name: text })) }),
    new: operation({ responses: answer(object({ name: text }), "201") }),
    changes: [
      "major response-removed response",
      "minor response-added response",
    ],
  },
  "given: header added": {
    old: operation({ responses: { "204": { description: "Done." } } }),
    new: operation({
      responses: {
        "204": { description: "Done.", headers: header("X-Rate", false) },
      },
    }),
    changes: ["minor header-added response"],
  },
  "given: header removed": {
    old: operation({
      responses: {
        "204": { description: "Done.", headers: header("X-Rate", false) },
      },
    }),
    new: operation({ responses: { "204": { description: "Done." } } }),
    changes: ["major header-removed response"],
  },
  "given: header optional": {
    old: operation({
      responses: {
        "204": { description: "Done.", headers: header("X-Rate", true) },
      },
    }),
    new: operation({
      responses: {
        "204": { description: "Done.", headers: header("X-Rate", false) },
      },
    }),
    changes: ["major header-optional response"],
  },
};
