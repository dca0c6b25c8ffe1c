import { expect, test } from "vitest";
import type { JsonValue } from "../../generator/model/json.js";
import { ValueSampler } from "../../scripts/corpus/sample-values.js";
import { buildValue, withSchemas } from "../model/build.js";
import { Choices } from "../validators/choices.js";

function samplesOf(
  name: string,
  schemas: { readonly [name: string]: JsonValue },
): (JsonValue | undefined)[] {
  const { api } = buildValue(withSchemas(schemas));
  const sampler = new ValueSampler(
    api?.definitions ?? {},
    new Choices(1),
    () => false,
  );
  return Array.from({ length: 60 }, () =>
    sampler.sample(`#/components/schemas/${name}`, "any"),
  );
}

function tagged(type: JsonValue): JsonValue {
  return { type: "object", properties: { type }, required: [] };
}

const ref = (name: string): JsonValue => ({
  $ref: `#/components/schemas/${name}`,
});

test("the branch of a union has the tag that its mapping gives it", () => {
  const found = samplesOf("Pet", {
    Pet: {
      oneOf: [ref("Cat"), ref("Dog")],
      discriminator: {
        propertyName: "type",
        mapping: { cat: "#/components/schemas/Cat" },
      },
    },
    Cat: tagged({ type: "string" }),
    Dog: tagged({ type: "string" }),
  });
  expect(new Set(found.map((value) => JSON.stringify(value)))).toEqual(
    new Set(['{"type":"cat"}', '{"type":"Dog"}']),
  );
});

test("a tag that the branch itself refuses gives way to the values of the branch", () => {
  const found = samplesOf("Event", {
    Event: {
      oneOf: [ref("Done"), ref("Group")],
      discriminator: { propertyName: "type" },
    },
    Done: tagged({ anyOf: [{ const: "done" }, { type: "null" }] }),
    Group: {
      anyOf: [ref("Begun"), ref("Done")],
      discriminator: { propertyName: "type" },
    },
    Begun: tagged({ enum: ["begun"] }),
  });
  expect(new Set(found.map((value) => JSON.stringify(value)))).toEqual(
    new Set(['{"type":"done"}', '{"type":"begun"}']),
  );
});

test("an instance of a base is one of its extensions, with the tag of that one", () => {
  const schemas = {
    Vehicle: {
      ...{ type: "object", required: ["kind"] },
      properties: { kind: { type: "string" } },
      discriminator: {
        propertyName: "kind",
        mapping: { car: "#/components/schemas/Car" },
      },
    },
    Car: {
      allOf: [
        ref("Vehicle"),
        { required: ["doors"], properties: { doors: { const: 4 } } },
      ],
    },
    Garage: {
      type: "object",
      required: ["parked"],
      properties: { parked: ref("Vehicle") },
    },
  };
  const car = { kind: "car", doors: 4 };
  for (const value of samplesOf("Vehicle", schemas)) expect(value).toEqual(car);
  for (const value of samplesOf("Car", schemas)) expect(value).toEqual(car);
  for (const value of samplesOf("Garage", schemas)) {
    expect(value).toEqual({ parked: car });
  }
});

test("of branches that overlap, some values are valid under one alone", () => {
  const found = samplesOf("End", {
    End: {
      oneOf: [
        { type: "object", properties: { position: { type: "number" } } },
        { type: "object", properties: { magnet: { enum: ["TOP"] } } },
      ],
    },
  });
  const isNumber = (value: JsonValue | undefined): boolean =>
    value === undefined || typeof value === "number";
  const isTop = (value: JsonValue | undefined): boolean =>
    value === undefined || value === "TOP";
  const single = (found as { [name: string]: JsonValue }[]).filter(
    ({ position, magnet }) => isNumber(position) !== isTop(magnet),
  );
  expect(single.length).toBeGreaterThan(3);
});

test("what `not` refuses by name is absent, and what depends on a member comes with it", () => {
  const found = samplesOf("Order", {
    Order: {
      type: "object",
      properties: { id: { const: 1 }, old: { const: 2 }, by: { const: 3 } },
      not: { required: ["old"] },
      dependentSchemas: { by: { required: ["at"] } },
    },
  }) as { [name: string]: JsonValue }[];
  for (const value of found) {
    expect(value).not.toHaveProperty("old");
    if (Object.hasOwn(value, "by")) expect(value).toHaveProperty("at");
  }
});

test("patterns that take more than one reading to satisfy are satisfied", () => {
  const pattern =
    "^https://a\\.test/(x|y)/([a-z]{3}_[a-z0-9]{15,16}|z+)('|_s)(.p|_[a-z]+_[0-9]+)?b";
  for (const value of samplesOf("Link", {
    Link: { type: "string", pattern },
  })) {
    expect(value).toMatch(new RegExp(pattern, "u"));
  }
});

test("deep values end by the members and branches that lead out of a recursion", () => {
  const both = {
    type: "object",
    properties: { left: ref("Query"), right: ref("Query") },
    required: ["left", "right"],
  };
  const found = samplesOf("Query", {
    Query: {
      type: "object",
      properties: { not: ref("Both"), both, value: { type: "string" } },
      additionalProperties: false,
      minProperties: 1,
    },
    Both: { oneOf: [both, { type: "array", items: ref("Query") }] },
  });
  expect(found).not.toContain(undefined);
});
