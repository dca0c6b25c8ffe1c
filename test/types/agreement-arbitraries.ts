import fc from "fast-check";
import type { JsonValue } from "../../generator/model/json.js";

/** The names of members. */
export const names = ["a", "b", "c"];
const name = fc.constantFrom(...names);
const someNames = fc.uniqueArray(name, { minLength: 1, maxLength: 2 });
const scalar = fc.constantFrom<JsonValue>(
  "x",
  "y",
  "",
  0,
  1,
  true,
  false,
  null,
);

/** Data over the few names and values that the schemas speak of, so that many of them are valid. */
export const { data } = fc.letrec<{ data: JsonValue }>((tie) => ({
  data: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    scalar,
    fc.dictionary(name, tie("data"), { maxKeys: 3, noNullPrototype: true }),
    fc.array(tie("data"), { maxLength: 3 }),
  ),
}));

/** Some of the keywords of a schema: those of one with all of them leave nothing valid. */
function fewOf(keywords: object): fc.Arbitrary<object> {
  return fc
    .subarray(Object.entries(keywords))
    .map((some) => Object.fromEntries(some));
}

/** Schemas that name the type where they speak of members or items, as people write them. */
export const { schema } = fc.letrec<{ schema: unknown }>((tie) => {
  const subschema = tie("schema");
  const members = fc.dictionary(name, subschema, {
    maxKeys: 3,
    noNullPrototype: true,
  });
  const object = fc
    .record(
      {
        properties: members,
        required: someNames,
        additionalProperties: fc.oneof(fc.boolean(), subschema),
        patternProperties: fc.dictionary(
          fc.constantFrom("^a", "[bc]$"),
          subschema,
          { minKeys: 1, maxKeys: 2, noNullPrototype: true },
        ),
        propertyNames: fc.oneof(
          someNames.map((names) => ({ enum: names })),
          name.map((only) => ({ const: only })),
          fc.constant({ minLength: 1 }),
        ),
        unevaluatedProperties: fc.oneof(fc.boolean(), subschema),
        dependentRequired: fc.dictionary(name, someNames, {
          minKeys: 1,
          maxKeys: 1,
          noNullPrototype: true,
        }),
        anyOf: fc.array(fc.record({ required: someNames }), {
          minLength: 2,
          maxLength: 2,
        }),
        oneOf: fc.array(fc.record({ required: someNames }), {
          minLength: 2,
          maxLength: 2,
        }),
        not: fc.record({ required: someNames }),
        if: fc.record({ properties: members }),
        then: fc.record({ required: someNames }),
        else: fc.record({ required: someNames }),
        dependentSchemas: fc.dictionary(
          name,
          members.map((properties) => ({ type: "object", properties })),
          { minKeys: 1, maxKeys: 1, noNullPrototype: true },
        ),
      },
      { requiredKeys: [], noNullPrototype: true },
    )
    .chain(fewOf)
    .map((keywords) => ({ type: "object", ...keywords }));
  const array = fc
    .record(
      {
        items: subschema,
        prefixItems: fc.array(subschema, { minLength: 1, maxLength: 2 }),
        minItems: fc.constantFrom(0, 1, 2),
        maxItems: fc.constantFrom(0, 1, 2, 3),
        contains: subschema,
        unevaluatedItems: fc.oneof(fc.boolean(), subschema),
      },
      { requiredKeys: [], noNullPrototype: true },
    )
    .chain(fewOf)
    .map((keywords) => ({ type: "array", ...keywords }));
  return {
    schema: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom<unknown>(
        {},
        { type: "string" },
        { type: "integer" },
        { type: ["string", "null"] },
        { type: "boolean" },
        { type: "integer", format: "int64", enum: ["x", 1] },
        false,
      ),
      fc
        .uniqueArray(scalar, { minLength: 1, maxLength: 3 })
        .map((values) => ({ enum: values })),
      scalar.map((value) => ({ const: value })),
      object,
      array,
      fc
        .array(subschema, { minLength: 1, maxLength: 3 })
        .map((all) => ({ anyOf: all })),
      fc
        .array(subschema, { minLength: 1, maxLength: 3 })
        .map((all) => ({ oneOf: all })),
      fc
        .array(subschema, { minLength: 1, maxLength: 2 })
        .map((all) => ({ allOf: all })),
    ),
  };
});
