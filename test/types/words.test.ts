import { describe, expect, test } from "vitest";
import { defaultSettings } from "../../generator/config/config.js";
import { ownWords } from "../../generator/emit/own-words.js";
import { constraintText } from "../../generator/emit/types/member-docs.js";
import type { Schema } from "../../generator/model/schema.js";
import { apiOf, withSchemas } from "../model/build.js";

describe("a title is said unless it respells its key", () => {
  test.each([
    [{ title: "Item Id" }, "item_id", undefined],
    [{ title: "Item Id" }, "itemId", undefined],
    [{ title: "HTTPValidationError" }, "HTTPValidationError", undefined],
    [{ title: "größe" }, "Größe", undefined],
    [{ title: "Id of the item" }, "item_id", "Id of the item"],
    [{ title: "Item Id" }, undefined, "Item Id"],
    [{ title: "Item Id", description: "item_id" }, "item_id", "item_id"],
    [{}, "item_id", undefined],
  ])("%j of %s", (annotations, key, expected) => {
    expect(ownWords(annotations, key)).toBe(expected);
  });
});

function commentOf(schema: unknown): string {
  const api = apiOf(withSchemas({ S: schema }));
  return constraintText(
    api.definitions["#/components/schemas/S"]?.schema as Schema,
    defaultSettings,
  );
}

const long = `^${"[0-9a-f]".repeat(8)}$`;
const short = "^[0-9a-f]+$";

test.each([
  ["uniqueItems of a string", { type: "string", uniqueItems: true }, ""],
  [
    "uniqueItems of a list",
    { type: "array", uniqueItems: true },
    "No item twice.",
  ],
  ["uniqueItems of any value", { uniqueItems: true }, "No item twice."],
  ["a length of a number", { type: "number", minLength: 1, pattern: "a" }, ""],
  [
    "a length of a string or null",
    { type: ["string", "null"], minLength: 1 },
    "At least 1 character.",
  ],
  ["a bound that excludes nothing", { type: "array", minItems: 0 }, ""],
  [
    "the same beside a bound",
    { type: "string", minLength: 0, maxLength: 3 },
    "At most 3 characters.",
  ],
  [
    "a least number of nothing",
    { type: "integer", minimum: 0 },
    "An integer, at least 0.",
  ],
  [
    "no character",
    { type: "string", minLength: 0, maxLength: 0 },
    "Exactly 0 characters.",
  ],
  [
    "bounds that meet",
    { type: "object", minProperties: 1, maxProperties: 1 },
    "Exactly 1 member.",
  ],
  [
    "a long pattern beside a format",
    { type: "string", format: "uuid", pattern: long },
    "Format `uuid`.",
  ],
  ["a long pattern", { type: "string", pattern: long }, `Matches \`${long}\`.`],
  [
    "a short pattern beside a format",
    { type: "string", format: "uuid", pattern: short },
    `Matches \`${short}\`, format \`uuid\`.`,
  ],
])("%s", (_title, schema, expected) => {
  expect(commentOf(schema)).toBe(expected);
});
