import { expect, test } from "vitest";
import { buildValue, withSchemas } from "./build.js";

function coverageOf(schema: unknown, openapi: string): string[] {
  const { api } = buildValue(withSchemas({ S: schema }, openapi));
  return (api?.coverage ?? []).map(
    ({ keyword, verdict, count, reason }) =>
      `${keyword} ${verdict} ${count}${reason === undefined ? "" : `: ${reason}`}`,
  );
}

test("what becomes of the keywords of 3.1", () => {
  const schema = {
    type: "object",
    title: "T",
    nullable: true,
    properties: { a: { type: "string", default: "b" } },
    discriminator: { propertyName: "a" },
    $defs: { x: { "x-own": 1, frobnicate: 2 } },
  };
  expect(coverageOf(schema, "3.1.0")).toEqual([
    "$defs enforced 1: names a schema that references lead to",
    "default documentation 1: never filled into, nor checked against, what is sent",
    "discriminator enforced 1: its value selects the branch, and that branch decides",
    "frobnicate documentation 1: not a keyword of JSON Schema 2020-12 or OpenAPI",
    "nullable enforced 1: adds null to what is valid",
    "properties enforced 1",
    "title documentation 1: says something to readers and asserts nothing",
    "type enforced 2",
    "x-own documentation 1: an extension that is kept and not interpreted",
  ]);
});

test("what becomes of the keywords of 3.0", () => {
  const schema = {
    type: "string",
    nullable: true,
    const: "a",
    allOf: [{ $ref: "#/components/schemas/S", minLength: 1 }],
  };
  expect(coverageOf(schema, "3.0.3")).toEqual([
    "$ref enforced 1",
    "allOf enforced 1",
    "const enforced 1",
    "minLength documentation 1: stands beside $ref, which OpenAPI 3.0 ignores",
    "nullable enforced 1: adds null to what is valid",
    "type enforced 1",
  ]);
});
