import { expect, test } from "vitest";
import { findContradiction } from "../../scripts/corpus/find-contradiction.js";
import { buildValue, withSchemas } from "../model/build.js";

const closed = {
  ...{ type: "object", additionalProperties: false },
  properties: { id: { type: "string" } },
};

test.each([
  [{ ...closed, required: ["name"] }, "name is required and not allowed"],
  [
    { allOf: [closed, { type: "object", required: ["name"] }] },
    "name is required and not allowed",
  ],
  [
    { allOf: [{ type: "string" }, { type: ["integer", "null"] }] },
    "its types exclude each other",
  ],
  [
    { type: "object", required: ["a"], properties: { a: false } },
    "a is required, and the schema is false",
  ],
  [{ type: "string", enum: [true, false] }, "its values are of other types"],
])("%j takes nothing: %s", (schema, reason) => {
  expect(contradiction(schema)).toBe(reason);
});

test.each([
  closed,
  // Without a type, whatever is no object is valid.
  { type: ["object", "null"], required: ["name"], additionalProperties: false },
  { ...closed, required: ["x-a"], patternProperties: { "^x-": {} } },
  { type: "object", properties: { a: false } },
  { type: ["string", "integer"], enum: [true, 1] },
])("%j takes something", (schema) => {
  expect(contradiction(schema)).toBeUndefined();
});

function contradiction(schema: object): string | undefined {
  const { api } = buildValue(withSchemas({ Thing: schema }));
  return findContradiction(
    "#/components/schemas/Thing",
    api?.definitions ?? {},
  );
}
