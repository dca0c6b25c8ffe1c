import { expect, test } from "vitest";
import { subjectOf } from "../../generator/diff/subject.js";
import type { Api, Parameter } from "../../generator/model/api.js";

const parameter = {
  name: "limit",
  pointer: "#/paths/~1things/get/parameters/1",
} as Partial<Parameter> as Parameter;
const api = {
  operations: [{ parameters: [parameter] }],
} as unknown as Api;

test.each([
  ["#/components/schemas/Pet", "Pet"],
  ["parts.yaml#/components/schemas/Pet", "Pet"],
  [
    "#/components/schemas/Pet/properties/owner/properties/a~1b",
    "Pet.owner.a/b",
  ],
  [
    "#/components/schemas/Pet/allOf/1/properties/tags/items/maxLength",
    "Pet.tags[]",
  ],
  ["#/components/schemas/Prices/additionalProperties", "Prices.*"],
  ["#/components/schemas/Pet/properties/properties", "Pet.properties"],
  ["#/paths/~1things/get/parameters/1/schema/maximum", "limit"],
  ["#/paths/~1things/get/parameters/10/schema", undefined],
  [
    "#/paths/~1things/post/requestBody/content/a~1b/schema/properties/name",
    "name",
  ],
  ["#/paths/~1things/post/requestBody/content/a~1b/schema", undefined],
  ["#/info/version", undefined],
])("%s", (location, subject) => {
  expect(subjectOf(location, api)).toBe(subject);
});
