import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { buildFile, type Built } from "./build.js";

/** Builds a description of several files, the first of which is the entry. */
function buildFiles(files: Readonly<Record<string, unknown>>): Built {
  const folder = mkdtempSync(join(tmpdir(), "specwright-files-"));
  try {
    for (const [name, value] of Object.entries(files)) {
      const path = join(folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, JSON.stringify(value));
    }
    const [entry = ""] = Object.keys(files);
    return buildFile(join(folder, entry));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const head = { openapi: "3.1.0", info: { title: "Test", version: "1" } };

test("a component that only refers to another file gives the schema there its name", () => {
  const { api, diagnostics } = buildFiles({
    "api.json": {
      ...head,
      components: {
        schemas: {
          Pet: { $ref: "schemas/pet.json" },
          Animal: { $ref: "schemas/pet.json" },
          Owner: { $ref: "schemas/pet.json#/$defs/owner", description: "own" },
        },
      },
    },
    "schemas/pet.json": {
      type: "object",
      properties: {
        owner: { $ref: "#/$defs/owner" },
        mother: { $ref: "pet.json" },
        tag: { $ref: "./shared/tag.json" },
        entry: { $ref: "../api.json#/components/schemas/Pet" },
      },
      $defs: { owner: { type: "string" } },
    },
    "schemas/shared/tag.json": { type: "string" },
  });
  expect(diagnostics).toEqual([]);
  expect(
    Object.values(api?.definitions ?? {}).map(({ id, name, schema }) => [
      id,
      name,
      schema.kind,
      schema.pointer,
    ]),
  ).toEqual([
    ["#/components/schemas/Pet", "Pet", "keywords", "schemas/pet.json#"],
    [
      "#/components/schemas/Animal",
      "Animal",
      "ref",
      "#/components/schemas/Animal",
    ],
    [
      "#/components/schemas/Owner",
      "Owner",
      "ref",
      "#/components/schemas/Owner",
    ],
    [
      "schemas/pet.json#/$defs/owner",
      undefined,
      "keywords",
      "schemas/pet.json#/$defs/owner",
    ],
    [
      "schemas/shared/tag.json#",
      undefined,
      "keywords",
      "schemas/shared/tag.json#",
    ],
  ]);
  const pet = api?.definitions["#/components/schemas/Pet"]?.schema;
  expect(pet).toMatchObject({
    keywords: [
      { kind: "type" },
      {
        named: [
          { schema: { target: "schemas/pet.json#/$defs/owner" } },
          { schema: { target: "#/components/schemas/Pet" } },
          { schema: { target: "schemas/shared/tag.json#" } },
          { schema: { target: "#/components/schemas/Pet" } },
        ],
      },
    ],
  });
});

test("anchors of the entry document, from itself and from other files", () => {
  const { api, diagnostics } = buildFiles({
    "api @1.json": {
      ...head,
      components: {
        schemas: {
          Pet: {
            properties: {
              tag: { $ref: "#tag" },
              owner: { $ref: "owner.json" },
            },
            $defs: { tag: { $anchor: "tag", type: "string" } },
          },
        },
      },
    },
    "owner.json": {
      properties: {
        tag: { $ref: "api%20@1.json#tag" },
        name: { $ref: "#name" },
      },
      $defs: { name: { $anchor: "name", type: "string" } },
    },
  });
  expect(diagnostics).toEqual([]);
  expect(Object.keys(api?.definitions ?? {})).toEqual([
    "#/components/schemas/Pet",
    "#/components/schemas/Pet/$defs/tag",
    "owner.json#",
    "owner.json#/$defs/name",
  ]);
});

test("path items, operations, maps and lists in files of their own", () => {
  const { api, diagnostics } = buildFiles({
    "api.json": {
      ...head,
      tags: [{ $ref: "tag.json" }],
      paths: { $ref: "paths/index.json" },
    },
    "tag.json": { name: "pets" },
    "paths/index.json": {
      "/pets": { $ref: "pets.json" },
    },
    "paths/pets.json": {
      parameters: [{ $ref: "../parameters.json#/Limit" }],
      get: { $ref: "get.json" },
    },
    "paths/get.json": {
      operationId: "list",
      responses: {
        "200": { description: "ok", content: { $ref: "list.json" } },
      },
    },
    "paths/list.json": { "application/json": { schema: { type: "array" } } },
    "parameters.json": {
      Limit: { name: "limit", in: "query", schema: { type: "integer" } },
    },
  });
  expect(
    diagnostics.map(({ code, file, pointer }) => [code, file, pointer]),
  ).toEqual([
    ["reference-unusual", "", "/tags/0/$ref"],
    ["reference-unusual", "", "/paths/$ref"],
    ["reference-unusual", "paths/pets.json", "/get/$ref"],
    ["reference-unusual", "paths/get.json", "/responses/200/content/$ref"],
  ]);
  expect(api?.tags).toEqual([{ name: "pets" }]);
  expect(api?.operations).toMatchObject([
    {
      id: "list",
      pointer: "paths/index.json#/~1pets/get",
      path: "/pets",
      parameters: [{ name: "limit", pointer: "parameters.json#/Limit" }],
      responses: [{ contents: [{ codec: "json" }] }],
    },
  ]);
});

test("a fault in another file is reported there", () => {
  const { diagnostics } = buildFiles({
    "api.json": {
      ...head,
      components: { schemas: { A: { $ref: "a.json#/A" } } },
    },
    "a.json": { A: { minLength: "1", items: { $ref: "#/B" } } },
  });
  expect(
    diagnostics.map(({ code, file, pointer }) => [code, file, pointer]),
  ).toEqual([
    ["quotes-wrong", "a.json", "/A/minLength"],
    ["reference-not-found", "a.json", "/A/items/$ref"],
  ]);
});
