import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeDocs } from "./make-docs.js";

type Pages = ReadonlyMap<string, string>;

/** A description with ten tags, each with a resource that refers to the next one. */
function description(): Description {
  const paths: Description["paths"] = {};
  const schemas: Description["components"]["schemas"] = {};
  for (let index = 0; index < 10; index++) {
    const next = `#/components/schemas/Thing${(index + 1) % 10}`;
    schemas[`Thing${index}`] = {
      type: "object",
      required: ["id"],
      properties: { id: { type: "string" }, next: { $ref: next } },
    };
    paths[`/things${index}/{id}`] = { get: operation(`Thing${index}`) };
  }
  return {
    openapi: "3.1.0",
    info: { title: "Things", version: "1.0.0" },
    paths,
    components: { schemas },
  };
}

interface Description {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, Record<string, object>>;
  components: { schemas: Record<string, ObjectSchema> };
}

interface ObjectSchema {
  type: "object";
  required: string[];
  properties: Record<string, object>;
}

function operation(schema: string): object {
  const body = { schema: { $ref: `#/components/schemas/${schema}` } };
  return {
    operationId: `get${schema}`,
    tags: [schema],
    parameters: [
      { name: "id", in: "path", required: true, schema: { type: "string" } },
    ],
    responses: {
      200: { description: "It.", content: { "application/json": body } },
    },
  };
}

describe("an edit changes few pages", () => {
  const folder = mkdtempSync(join(tmpdir(), "small-diffs-"));
  let before: Pages;

  async function pagesOf(edit: (api: Description) => void): Promise<Pages> {
    const api = description();
    edit(api);
    const path = join(folder, "openapi.json");
    writeFileSync(path, JSON.stringify(api));
    return makeDocs(path);
  }

  beforeAll(async () => {
    before = await pagesOf(() => undefined);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function changed(after: Pages): readonly string[] {
    const paths = new Set([...before.keys(), ...after.keys()]);
    return [...paths]
      .filter((path) => before.get(path) !== after.get(path))
      .sort();
  }

  test("a version: the index and llms.txt", async () => {
    const after = await pagesOf((api) => (api.info.version = "2.0.0"));
    expect(changed(after)).toEqual(["index.html", "llms.txt"]);
  });

  test("an operation with a schema and a version: their pages and the lists", async () => {
    const after = await pagesOf((api) => {
      api.info.version = "2.0.0";
      api.components.schemas["Extra"] = {
        type: "object",
        required: [],
        properties: { id: { type: "string" } },
      };
      api.paths["/extras/{id}"] = { get: operation("Extra") };
    });
    expect(changed(after)).toEqual([
      "assets/lists/operations-extra.js",
      "assets/lists/schemas.js",
      "assets/navigation.js",
      "assets/search/operations-extra.js",
      "assets/search/schemas.js",
      "index.html",
      "index.md",
      "llms.txt",
      "operations/get-extra.html",
      "operations/get-extra.md",
      "schemas/extra.html",
      "schemas/extra.js",
      "schemas/extra.md",
    ]);
  });

  test("a property: the schema's page, and the operation that lists its fields", async () => {
    const after = await pagesOf((api) => {
      const { properties } = api.components.schemas["Thing3"] as ObjectSchema;
      properties["added"] = { type: "integer" };
    });
    const pages = changed(after).filter((path) => !path.endsWith(".js"));
    expect(pages.filter((path) => path.startsWith("operations/"))).toEqual([
      "operations/get-thing3.html",
      "operations/get-thing3.md",
    ]);
    expect(pages).not.toContain("index.html");
  });
});
