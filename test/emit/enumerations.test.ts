import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { beforeAll, describe, expect, test } from "vitest";
import { parse as parseYaml } from "yaml";
import { checkConfig } from "../../generator/config/check-config.js";
import type { OutputSettings } from "../../generator/config/config.js";
import { DiagnosticCollector } from "../../generator/diagnostics/collector.js";
import { checkOpenSettings } from "../../generator/model/check-open-settings.js";
import {
  enumerationOf,
  type Enumeration,
} from "../../generator/model/enumeration.js";
import { noMappings } from "../../generator/mapping/mappings.js";
import { findViews } from "../../generator/model/find-views.js";
import { chooseNames } from "../../generator/names/choose-names.js";
import { memberKeys } from "../../generator/names/name-enumeration.js";
import { buildValue, withSchemas } from "../model/build.js";
import { makeTypes, withUse } from "../types/type-files.js";
import { compileOutput, type CompiledOutput } from "../wire/compile-output.js";

const description = parseYaml(
  readFileSync(
    fileURLToPath(new URL("../cases/enums/openapi.yaml", import.meta.url)),
    "utf8",
  ),
) as object;

function found(
  schema: unknown,
  others: Readonly<Record<string, unknown>> = {},
): Enumeration | undefined {
  const { api } = buildValue(withSchemas({ X: schema, ...others }));
  const definition = api?.definitions["#/components/schemas/X"];
  return definition && api && enumerationOf(definition.schema, api);
}

function values(...args: Parameters<typeof found>): unknown {
  return found(...args)?.members.map(({ value }) => value);
}

const ref = { $ref: "#/components/schemas/Y" };
const letters = { type: "string", enum: ["a", "b", "c"] };

describe("the values that a schema lists", () => {
  test.each<[string, unknown, unknown, Readonly<Record<string, unknown>>?]>([
    ["an enum", letters, ["a", "b", "c"]],
    [
      "an enum beside branches of which one is no constant",
      {
        ...letters,
        anyOf: [{ const: "a" }, { const: "b" }, { type: "number" }],
      },
      ["a", "b"],
    ],
    [
      "an enum beside an anyOf with a branch that takes any of its values",
      { ...letters, anyOf: [{ const: "a" }, { maxLength: 5 }] },
      ["a", "b", "c"],
    ],
    [
      "an enum beside a oneOf with a named branch",
      { ...letters, oneOf: [{ const: "c" }, ref] },
      ["a", "c"],
      { Y: { type: ["string", "object"], pattern: "^a$" } },
    ],
    [
      "an enum of all types",
      { enum: [1, "a", null, true] },
      [1, "a", null, true],
    ],
    [
      "an enum cut by its type",
      { type: "string", enum: ["a", 1, null] },
      ["a"],
    ],
    ["an enum of objects", { enum: [{ a: 1 }] }, undefined],
    ["a reference", ref, ["a", "b", "c"], { Y: letters }],
    [
      "a part of allOf",
      { allOf: [ref], description: "X" },
      ["a", "b", "c"],
      { Y: letters },
    ],
    [
      "what both parts list",
      { allOf: [ref, { enum: ["c", "d"] }] },
      ["c"],
      { Y: letters },
    ],
    [
      "a reference or null",
      { oneOf: [ref, { type: "null" }] },
      ["a", "b", "c", null],
      { Y: letters },
    ],
    [
      "constants",
      { oneOf: [{ const: 1 }, { type: "integer", const: 2 }] },
      [1, 2],
    ],
    [
      "enums of one value",
      { anyOf: [{ enum: ["a"] }, { enum: ["b"] }] },
      ["a", "b"],
    ],
    [
      "what one branch of oneOf lists",
      { oneOf: [{ enum: ["a", "b"] }, { enum: ["b", "c"] }] },
      ["a", "c"],
    ],
    [
      "what any branch of anyOf lists",
      { anyOf: [{ enum: ["a", "b"] }, { enum: ["b", "c"] }] },
      ["a", "b", "c"],
    ],
    [
      "an enum or any string",
      { anyOf: [{ type: "string" }, letters] },
      ["a", "b", "c"],
    ],
    [
      "an enum or any number",
      { anyOf: [{ type: "number" }, letters] },
      undefined,
    ],
    ["a type", { type: "string" }, undefined],
    ["a list of an enum", { type: "array", items: letters }, undefined],
    [
      "a reference to itself",
      { anyOf: [{ $ref: "#/components/schemas/X" }, letters] },
      undefined,
    ],
  ])("%s", (_, schema, expected, others = {}) => {
    expect(values(schema, others)).toEqual(expected);
  });

  test("an enum or any string is never closed by another part that lists more", () => {
    const open = { anyOf: [{ type: "string" }, letters] };
    expect(found(open)?.isExtended).toBe(true);
    const both = found({ allOf: [ref, { enum: ["c", "z"] }] }, { Y: open });
    expect(both?.members.map(({ value }) => value)).toEqual(["c", "z"]);
    expect(both?.isExtended).toBe(false);
  });
});

describe("the names of values", () => {
  const keys = (schema: unknown) => memberKeys(found(schema)?.members ?? []);

  test.each<[string, object, readonly string[]]>([
    [
      "a list",
      { "x-enum-varnames": ["One", "two", "THREE"] },
      ["One", "two", "THREE"],
    ],
    [
      "NSwag's list",
      { "x-enumNames": ["One", "Two", "Three"] },
      ["One", "Two", "Three"],
    ],
    [
      "a map",
      { "x-enum-varnames": { c: "Last", a: "First" } },
      ["First", "B", "Last"],
    ],
    [
      "words",
      { "x-enumNames": ["number one", "2nd", "a-b.c"] },
      ["NumberOne", "_2nd", "ABC"],
    ],
    [
      "names that make trouble",
      { "x-enumNames": ["__proto__", "", "§"] },
      ["Proto", "B", "_18ymqfa"],
    ],
    ["too few", { "x-enumNames": ["One"] }, ["A", "B", "C"]],
  ])("%s", (_, extensions, expected) => {
    expect(keys({ ...letters, ...extensions })).toEqual(expected);
  });

  test("names that are the same are told apart", () => {
    const made = keys({ ...letters, "x-enumNames": ["A", "A", "A"] });
    expect(made[0]).toBe("A");
    expect(new Set(made).size).toBe(3);
  });

  test.each([
    [
      "extensions",
      { ...letters, "x-enumNames": ["Same", "Other", "Same"] },
      '/components/schemas/X/x-enumNames: The values "a" and "c" of the enum both have the name "Same"',
    ],
    [
      "texts that become the same identifier",
      { enum: ["a-b", "a_b"], "x-enum-descriptions": ["One", "Two"] },
      '/components/schemas/X: The values "a-b" and "a_b" of the enum both have the name "AB"',
    ],
    [
      "titles",
      {
        oneOf: [
          { const: 1, title: "One" },
          { const: 2, title: "One" },
        ],
      },
      '/components/schemas/X: The values 1 and 2 of the enum both have the name "One"',
    ],
  ])("%s that name two values alike are a warning", (_, schema, expected) => {
    const { api } = buildValue(withSchemas({ X: schema }));
    if (api === undefined) throw new Error("not built");
    const collector = new DiagnosticCollector();
    const names = chooseNames(api, findViews(api), noMappings, collector);
    const [only, ...others] = collector.all;
    expect(others).toEqual([]);
    expect(only?.code).toBe("enum-name-twice");
    expect(`${only?.pointer}: ${only?.message}`).toContain(expected);
    expect(names.schemas.size).toBe(1);
  });

  test("values that have no constant object need no names of their own", () => {
    const { api } = buildValue(withSchemas({ X: { enum: ["a-b", "a_b"] } }));
    if (api === undefined) throw new Error("not built");
    const collector = new DiagnosticCollector();
    chooseNames(api, findViews(api), noMappings, collector);
    expect(collector.all).toEqual([]);
  });

  test("null may be left out of the names", () => {
    const schema = { enum: ["a", null, "b"], "x-enumNames": ["One", "Two"] };
    expect(found(schema)?.members).toEqual([
      { value: "a", name: "One" },
      { value: null },
      { value: "b", name: "Two" },
    ]);
  });

  test("a list that does not fit is a warning", () => {
    const schema = { ...letters, "x-enum-descriptions": ["One"] };
    const { diagnostics } = buildValue(withSchemas({ X: schema }));
    expect(diagnostics.map(({ code }) => code)).toEqual([
      "enum-names-mismatch",
    ]);
  });
});

describe("the names of lists", () => {
  test.each([
    ["OrderStatus", "orderStatuses"],
    ["Category", "categories"],
    ["Day", "days"],
    ["Colors", "colors"],
    ["Branch", "branches"],
    ["Analysis", "analyses"],
    ["Box", "boxes"],
    ["Http2", "http2Values"],
    ["Value", "valueValues"],
  ])("%s: %s", (key, list) => {
    const { names } = makeTypes(withUse({ [key]: letters }, {}));
    const [schema] = names.schemas.values();
    expect(schema?.enumeration?.values.name).toBe(list);
  });

  test("they give way to what the description names", () => {
    const schemas = { Color: letters, KnownColor: letters, colors: letters };
    const { names } = makeTypes(withUse(schemas, { received: ["Color"] }));
    const color = names.schemas.get("#/components/schemas/Color");
    expect(color?.enumeration?.known?.name).toBe("ColorKnown");
    expect(color?.enumeration?.isKnown?.name).toBe("isColorKnown");
    expect(color?.enumeration?.values.name).toBe("colors");
  });
});

describe("the setting `enums`", () => {
  const typeOf = async (
    name: string,
    enums: OutputSettings["enums"],
  ): Promise<string | undefined> => {
    const { files } = await compileOutput(description, { enums });
    const text = files.get(`types/${name}.ts`) ?? "";
    return /^export type (?!Known)\w+ =\s*([^;]*);$/m.exec(text)?.[1];
  };
  const open = '"post" | "courier" | (string & {})';

  test("opens and closes all schemas, or single ones", async () => {
    const closed = '"post" | "courier"';
    expect(await typeOf("carrier", "open")).toBe(open);
    expect(await typeOf("carrier", "closed")).toBe(closed);
    expect(await typeOf("carrier", { schemas: { Carrier: "closed" } })).toBe(
      closed,
    );
    expect(await typeOf("carrier", { schemas: { Order: "closed" } })).toBe(
      open,
    );
    expect(
      await typeOf("carrier", {
        default: "closed",
        schemas: { Carrier: "open" },
      }),
    ).toBe(open);
  });

  test("speaks of the enums that stand in a schema", async () => {
    const member = async (enums: OutputSettings["enums"]) => {
      const { files } = await compileOutput(description, { enums });
      return /channel\?: (.*);/.exec(files.get("types/order.ts") ?? "")?.[1];
    };
    expect(await member({ schemas: { Order: "closed" } })).toBe(
      '"web" | "shop" | undefined',
    );
    expect(await member({ schemas: { Carrier: "closed" } })).toBe(
      '"web" | "shop" | (string & {}) | undefined',
    );
  });

  test.each([
    "open",
    "closed",
    {},
    { default: "closed" },
    { schemas: { A: "open" } },
  ])("may be %j", (enums) => {
    expect(checkConfig({ enums }, "config")).toEqual({ enums });
  });

  test.each([
    true,
    "shut",
    { default: "shut" },
    { schemas: { A: 1 } },
    { all: "open" },
  ])("must not be %j", (enums) => {
    expect(() => checkConfig({ enums }, "config")).toThrow('"enums" must be');
  });

  test("a schema that is not there is reported", () => {
    const collector = new DiagnosticCollector();
    const { api } = buildValue(withSchemas({ Carrier: letters }));
    if (api === undefined) throw new Error("not built");
    checkOpenSettings(
      api,
      {
        enums: { schemas: { Carier: "closed" } },
        unions: { schemas: { Carrie: "open" } },
      },
      collector,
    );
    expect(collector.all).toMatchObject([
      { code: "enum-setting-unused", fix: 'Did you mean "Carrier"?' },
      { code: "union-setting-unused", fix: 'Did you mean "Carrier"?' },
    ]);
  });
});

describe("the output", () => {
  let output: CompiledOutput;
  beforeAll(async () => {
    output = await compileOutput(description);
  });
  const load = async (path: string): Promise<Record<string, unknown>> =>
    (await import(pathToFileURL(join(output.folder, path)).href)) as Record<
      string,
      unknown
    >;

  test("has frozen lists, and guards that know the values in them", async () => {
    const { orderStatuses, isKnownOrderStatus } = (await load(
      "schemas/order-status.js",
    )) as {
      orderStatuses: readonly string[];
      isKnownOrderStatus: (value: unknown) => boolean;
    };
    expect(orderStatuses).toEqual(["placed", "in_transit", "delivered"]);
    expect(Object.isFrozen(orderStatuses)).toBe(true);
    expect(orderStatuses.every(isKnownOrderStatus)).toBe(true);
    expect(isKnownOrderStatus("lost")).toBe(false);
  });

  test("tells the listed strings of a schema that allows all", async () => {
    const model = (await load("schemas/packing-model.js")) as Record<
      "isPackingModel" | "isKnownPackingModel",
      (value: unknown) => boolean
    >;
    expect(model.isPackingModel("packer-9")).toBe(true);
    expect(model.isKnownPackingModel("packer-9")).toBe(false);
    expect(model.isKnownPackingModel("packer-1")).toBe(true);
  });

  test.each(["isOrderStatus", "isCountry", "OrderStatus", "updateOrder"])(
    "lists stay out of a bundle that uses %s alone",
    async (name) => {
      const { outputFiles } = await build({
        stdin: {
          contents: `export { ${name} } from "./index.js";`,
          resolveDir: output.folder,
        },
        bundle: true,
        format: "esm",
        write: false,
      });
      const text = outputFiles[0]?.text ?? "";
      expect(text).toContain(name);
      expect(text).not.toMatch(/Object\.freeze|orderStatuses|countries/);
    },
  );

  test("stands in the manifest", () => {
    const manifest = JSON.parse(output.files.get("manifest.json") ?? "") as {
      schemas: { name: string; exports: Record<string, string> }[];
    };
    const exports = manifest.schemas.find(
      ({ name }) => name === "OrderStatus",
    )?.exports;
    expect(exports).toMatchObject({
      values: "orderStatuses",
      object: "OrderStatus",
      known: "KnownOrderStatus",
      isKnown: "isKnownOrderStatus",
    });
  });
});
