import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import {
  findOperation,
  isReadOnly,
  isWriteOnly,
  makeOutput,
  modelVersion,
  ownKeywords,
  resolvedKeywords,
  visit,
  type Api,
  type Schema,
} from "../../generator/index.js";
import { rootSchemas } from "../../generator/model/root-schemas.js";

const cases = fileURLToPath(new URL("../cases/", import.meta.url));

async function apiOf(name: string): Promise<Api> {
  const spec = join(cases, name, "openapi.yaml");
  const { api } = await makeOutput({ spec });
  if (api === undefined) throw new Error(`${name} has no model`);
  return api;
}

/** All but the description that cannot be read. */
const names = readdirSync(cases).filter((name) => name !== "fails-syntax");

describe("the model", () => {
  test.each(names)("is JSON: %s", async (name) => {
    const api = await apiOf(name);
    // `toStrictEqual` tells undefined members, sparse lists and classes from JSON.
    expect(JSON.parse(JSON.stringify(api))).toStrictEqual(api);
  });

  test.each(names)("says which properties are required: %s", async (name) => {
    const api = await apiOf(name);
    const roots = Object.values(api.definitions).map(({ schema }) => schema);
    for (const root of [...roots, ...rootSchemas(api)]) {
      visit(root, (schema) => {
        const keywords = ownKeywords(schema);
        const listed = keywords.flatMap((keyword) =>
          keyword.kind === "required" ? keyword.names : [],
        );
        for (const keyword of keywords) {
          if (keyword.kind !== "properties") continue;
          for (const { name: property, required } of keyword.named) {
            const place = `${schema.pointer} ${property}`;
            expect(required, place).toBe(listed.includes(property));
          }
        }
      });
    }
  });

  test("has a version", () => {
    expect(modelVersion).toBe(1);
  });
});

describe("what reads the model", () => {
  const base = { pointer: "", annotations: {} };
  const text: Schema = {
    ...base,
    kind: "keywords",
    annotations: { readOnly: true },
    keywords: [{ kind: "type", types: ["string"] }],
  };
  const reference: Schema = { ...base, kind: "ref", target: "#/a" };
  const list: Schema = {
    ...base,
    kind: "keywords",
    keywords: [{ kind: "allOf", schemas: [reference] }],
  };
  const api = {
    definitions: { "#/a": { id: "#/a", schema: text } },
  };

  test("visits a schema and all within it, and follows no reference", () => {
    const seen: Schema[] = [];
    visit(list, (schema) => seen.push(schema));
    expect(seen).toEqual([list, reference]);
  });

  test("gives the keywords of a schema, or those that apply to its value", () => {
    expect(ownKeywords(list)).toMatchObject([{ kind: "allOf" }]);
    expect(ownKeywords(reference)).toMatchObject([{ kind: "reference" }]);
    expect(ownKeywords({ ...base, kind: "any" })).toEqual([]);
    expect(resolvedKeywords(list, api)).toMatchObject([{ kind: "type" }]);
  });

  test("knows what is readOnly and writeOnly through references", () => {
    expect(isReadOnly(list, api)).toBe(true);
    expect(isWriteOnly(list, api)).toBe(false);
  });

  test("finds an operation by its pointer", async () => {
    const basics = await apiOf("basics");
    const [operation] = basics.operations;
    if (operation === undefined) throw new Error("basics has no operation");
    expect(findOperation(basics, operation.pointer)).toBe(operation);
    expect(findOperation(basics, "#/nowhere")).toBeUndefined();
  });
});
