import type { Cases } from "./cases.js";
import { integer, object, sends, text } from "./documents.js";

const colours = { type: "string", enum: ["red", "green"] };

/** What is sent: bodies and their schemas. */
export const requestCases: Cases = {
  "sent: optional property added": {
    old: sends(object({ name: text })),
    new: sends(object({ name: text, age: integer })),
    changes: ["minor property-added request"],
  },
  "sent: required property added": {
    old: sends(object({ name: text })),
    new: sends(object({ name: text, age: integer }, ["age"])),
    changes: ["major required-property-added request"],
  },
  "sent: required property with a default added": {
    old: sends(object({ name: text })),
    new: sends(
      object({ name: text, age: { ...integer, default: 1 } }, ["age"]),
    ),
    changes: ["major required-property-added request"],
  },
  "sent: property removed": {
    old: sends(object({ name: text, age: integer })),
    new: sends(object({ name: text })),
    changes: ["major property-removed request"],
  },
  "sent: property required": {
    old: sends(object({ name: text })),
    new: sends(object({ name: text }, ["name"])),
    changes: ["major property-required request"],
  },
  "sent: property optional": {
    old: sends(object({ name: text }, ["name"])),
    new: sends(object({ name: text })),
    changes: ["minor property-optional request"],
  },
  "sent: property read-only": {
    old: sends(object({ name: text, id: text })),
    new: sends(object({ name: text, id: { ...text, readOnly: true } })),
    changes: ["major property-access-changed request"],
  },
  "sent: enum value added": {
    old: sends(object({ colour: colours })),
    new: sends(
      object({ colour: { type: "string", enum: ["red", "green", "blue"] } }),
    ),
    changes: ["minor enum-value-added request"],
  },
  "sent: enum value removed": {
    old: sends(
      object({ colour: { type: "string", enum: ["red", "green", "blue"] } }),
    ),
    new: sends(object({ colour: colours })),
    changes: ["major enum-value-removed request"],
  },
  "sent: values listed": {
    old: sends(object({ colour: text })),
    new: sends(object({ colour: colours })),
    changes: ["major enum-added request"],
  },
  "sent: values no longer listed": {
    old: sends(object({ colour: colours })),
    new: sends(object({ colour: text })),
    changes: ["minor enum-removed request"],
  },
  "sent: type widened": {
    old: sends(object({ size: integer })),
    new: sends(object({ size: { type: "number" } })),
    changes: ["minor type-widened request"],
  },
  "sent: type narrowed": {
    old: sends(object({ size: { type: ["string", "integer"] } })),
    new: sends(object({ size: integer })),
    changes: ["major type-narrowed request"],
  },
  "sent: type changed": {
    old: sends(object({ size: integer })),
    new: sends(object({ size: text })),
    changes: ["major type-changed request"],
  },
  "sent: null allowed": {
    old: sends(object({ name: text })),
    new: sends(object({ name: { type: ["string", "null"] } })),
    changes: ["minor null-added request"],
  },
  "sent: null refused": {
    old: sends(object({ name: { type: ["string", "null"] } })),
    new: sends(object({ name: text })),
    changes: ["major null-removed request"],
  },
  "sent: maximum lowered": {
    old: sends(object({ size: { ...integer, maximum: 10 } })),
    new: sends(object({ size: { ...integer, maximum: 5 } })),
    changes: ["major bound-tightened request"],
  },
  "sent: length newly bounded": {
    old: sends(object({ name: text })),
    new: sends(object({ name: { ...text, maxLength: 5 } })),
    changes: ["major bound-tightened request"],
  },
  "sent: minimum lowered": {
    old: sends(object({ size: { ...integer, minimum: 5 } })),
    new: sends(object({ size: { ...integer, minimum: 1 } })),
    changes: ["minor bound-loosened request"],
  },
  "sent: multiple of another number": {
    old: sends(object({ size: { ...integer, multipleOf: 5 } })),
    new: sends(object({ size: { ...integer, multipleOf: 10 } })),
    changes: ["major bound-tightened request"],
  },
  "sent: items have to be unique": {
    old: sends(object({ names: { type: "array", items: text } })),
    new: sends(
      object({ names: { type: "array", items: text, uniqueItems: true } }),
    ),
    changes: ["major bound-tightened request"],
  },
  "sent: pattern added": {
    old: sends(object({ name: text })),
    new: sends(object({ name: { ...text, pattern: "^[a-z]+$" } })),
    changes: ["major pattern-added request"],
  },
  "sent: format added": {
    old: sends(object({ id: text })),
    new: sends(object({ id: { ...text, format: "uuid" } })),
    changes: ["major format-added request"],
  },
  "sent: object closed": {
    old: sends(object({ name: text })),
    new: sends(object({ name: text }, [], { additionalProperties: false })),
    changes: ["major additional-properties-closed request"],
  },
  "sent: object opened": {
    old: sends(object({ name: text }, [], { additionalProperties: false })),
    new: sends(object({ name: text })),
    changes: ["minor additional-properties-opened request"],
  },
  "sent: branch added": {
    old: sends({ oneOf: [text, integer] }),
    new: sends({ oneOf: [text, integer, { type: "boolean" }] }),
    changes: ["minor union-branch-added request"],
  },
  "sent: branch removed": {
    old: sends({ oneOf: [text, integer, { type: "boolean" }] }),
    new: sends({ oneOf: [text, integer] }),
    changes: ["major union-branch-removed request"],
  },
  "sent: one member asks for another": {
    old: sends(object({ card: text, code: text })),
    new: sends(
      object({ card: text, code: text }, [], {
        dependentRequired: { card: ["code"] },
      }),
    ),
    changes: ["major keyword-added request"],
  },
  "sent: const changed": {
    old: sends(object({ kind: { const: "a" } })),
    new: sends(object({ kind: { const: "b" } })),
    changes: [
      "major enum-value-removed request",
      "minor enum-value-added request",
    ],
  },
};
