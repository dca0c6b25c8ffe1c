import type { OpenApiVersion } from "../../resolve/description.js";
import {
  any,
  boolean,
  count,
  either,
  filledList,
  list,
  map,
  number,
  object,
  objectType,
  oneOf,
  text,
  type Field,
  type FieldType,
} from "./field-types.js";

const schema = object("schema");
const typeName = oneOf(
  "null",
  "boolean",
  "integer",
  "number",
  "string",
  "array",
  "object",
);

function newer(type: FieldType, instead?: string): Field {
  return {
    type,
    since: "3.1",
    ...(instead === undefined ? {} : { instead }),
  };
}

function older(type: FieldType, until: OpenApiVersion, instead: string): Field {
  return { type, until, instead };
}

/**
 * The keywords of the Schema Object: JSON Schema 2020-12 with the keywords of OpenAPI, and 3.0's subset of an
 * earlier draft. Where the two differ in the form of a value, the check of the object says more.
 */
export const schemaObject = objectType("Schema Object", {
  title: text,
  description: text,
  default: any,
  example: any,
  examples: newer(list(any), "example"),
  deprecated: boolean,
  readOnly: boolean,
  writeOnly: boolean,
  externalDocs: object("externalDocs"),
  xml: object("xml"),
  discriminator: object("discriminator"),
  nullable: older(boolean, "3.0", 'type: [T, "null"]'),
  $comment: newer(text),
  type: either(typeName, filledList(typeName)),
  enum: list(any),
  const: newer(any, "an enum with one value"),
  multipleOf: { kind: "number", positive: true },
  maximum: number,
  minimum: number,
  exclusiveMaximum: either(number, boolean),
  exclusiveMinimum: either(number, boolean),
  maxLength: count,
  minLength: count,
  pattern: text,
  format: text,
  maxItems: count,
  minItems: count,
  uniqueItems: boolean,
  maxProperties: count,
  minProperties: count,
  required: list(text),
  properties: map("properties", schema),
  additionalProperties: schema,
  // A list before 2020-12, which the check of the object says.
  items: either(list(schema), schema),
  additionalItems: schema,
  allOf: filledList(schema),
  anyOf: filledList(schema),
  oneOf: filledList(schema),
  not: schema,
  patternProperties: newer(map("patterns", schema), "additionalProperties"),
  propertyNames: newer(schema),
  prefixItems: newer(list(schema), "items with anyOf"),
  contains: newer(schema),
  minContains: newer(count),
  maxContains: newer(count),
  if: newer(schema, "oneOf"),
  then: newer(schema, "oneOf"),
  else: newer(schema, "oneOf"),
  dependentRequired: newer(map("properties", list(text)), "anyOf"),
  dependentSchemas: newer(map("properties", schema), "anyOf"),
  dependencies: newer(map("properties", either(list(text), schema)), "anyOf"),
  unevaluatedItems: newer(schema),
  unevaluatedProperties: newer(schema, "additionalProperties"),
  contentEncoding: newer(text, "format: byte"),
  contentMediaType: newer(text),
  contentSchema: newer(schema),
  $ref: text,
  $id: newer(text),
  $schema: newer(text),
  $anchor: newer(text),
  $dynamicRef: newer(text, "$ref"),
  $dynamicAnchor: newer(text),
  $recursiveRef: newer(text, "$ref"),
  $recursiveAnchor: newer(boolean),
  $vocabulary: newer(map("names", boolean)),
  $defs: newer(map("properties", schema), "components/schemas"),
  definitions: newer(map("properties", schema), "components/schemas"),
});
