import { join, posix } from "node:path";
import { describe, expect, test } from "vitest";
import { check } from "../../generator/check.js";
import { checkConfig } from "../../generator/config/check-config.js";
import type { Parts } from "../../generator/config/parts.js";
import { generate } from "../../generator/generate.js";
import { makeOutput } from "../../generator/make-output.js";
import { temporaryFolder } from "../front/temporary-folder.js";
import { compileErrors } from "../types/compile.js";
import { readFolder } from "../types/read-folder.js";

/** By the first part of a path: what a part is made of. */
const partOf: Readonly<Record<string, keyof Parts>> = {
  types: "types",
  schemas: "validators",
  mappings: "validators",
  operations: "operations",
  "operations.ts": "operations",
  "servers.ts": "operations",
  "client.ts": "operations",
  "api.ts": "operations",
  standard: "standard",
  docs: "docs",
  fixtures: "fixtures",
};

const choices: readonly (readonly [
  Partial<Parts>,
  readonly (keyof Parts)[],
])[] = [
  [{}, ["types", "validators", "operations", "standard", "docs"]],
  [{ docs: false }, ["types", "validators", "operations", "standard"]],
  [{ standard: false }, ["types", "validators", "operations", "docs"]],
  [{ operations: false }, ["types", "validators", "standard", "docs"]],
  [{ operations: false, standard: false }, ["types", "validators", "docs"]],
  [{ validators: false }, ["types", "docs"]],
  [{ validators: false, docs: false }, ["types"]],
  [{ types: false }, ["docs"]],
  [{ types: false, docs: false }, []],
  [
    { fixtures: true, docs: false },
    ["types", "validators", "operations", "standard", "fixtures"],
  ],
  [
    { fixtures: true, operations: false, standard: false, docs: false },
    ["types", "validators", "fixtures"],
  ],
];

/** Mapped types, a list of values and references: code and pages have names for all of them. */
const spec = JSON.stringify({
  openapi: "3.1.0",
  info: { title: "Shop", version: "1" },
  paths: {
    "/parcels": {
      post: {
        operationId: "sendParcel",
        requestBody: {
          content: {
            "application/json": {
              schema: { $ref: "#/components/schemas/Parcel" },
            },
          },
        },
        responses: {
          "200": {
            description: "Sent.",
            content: {
              "application/json": {
                schema: { $ref: "#/components/schemas/Parcel" },
              },
            },
          },
        },
      },
    },
  },
  components: {
    schemas: {
      Size: { type: "string", enum: ["small", "large"] },
      Parcel: {
        type: "object",
        required: ["id"],
        properties: {
          id: { type: "integer", format: "int64", readOnly: true },
          size: { $ref: "#/components/schemas/Size" },
          sent: { type: "string", format: "date-time" },
          within: { $ref: "#/components/schemas/Parcel" },
        },
      },
    },
  },
});

const types = { formats: { int64: "bigint", "date-time": "Date" } } as const;

describe("an output with some of its parts", () => {
  test.each(choices)("%j: has %j, and is whole", async (parts, kept) => {
    const cwd = temporaryFolder({ "openapi.json": spec });
    for (const emit of ["ts", "js"] as const) {
      const settings = { parts, types, emit, isPackage: true };
      const options = { spec: "openapi.json", cwd, out: emit, settings };
      expect((await generate(options)).ok).toBe(true);
      expect(await check(options)).toMatchObject({ ok: true, unknown: [] });
      const files = readFolder(join(cwd, emit), /./);
      const found = [...files.keys()].flatMap((path) => {
        const [first = ""] = path.split("/");
        return partOf[first.replace(/\.(?:js|d\.ts)$/, ".ts")] ?? [];
      });
      expect([...new Set(found)].sort()).toEqual([...kept].sort());
      expect(danglingImports(files)).toEqual([]);
      expect(danglingLinks(files)).toEqual([]);
      expect(danglingEntries(files)).toEqual([]);
      if (kept.length === 0)
        expect([...files.keys()].sort()).toEqual([
          "manifest.json",
          "package.json",
        ]);
    }
    const files = readFolder(join(cwd, "ts"), /\.ts$/);
    // Pages change nothing for the compiler.
    if (files.size > 0 && parts.docs !== false)
      expect(compileErrors(`parts-${kept.join("-")}`, files)).toEqual([]);
  });

  test("goes from one choice to another and back", async () => {
    const cwd = temporaryFolder({ "openapi.json": spec });
    const options = { spec: "openapi.json", cwd, out: "out" };
    for (const [parts] of [...choices, ...choices.slice(0, 1)]) {
      const settings = { parts, types, isPackage: true };
      await generate({ ...options, settings });
      const { files = [] } = await makeOutput({ ...options, settings });
      expect(readFolder(join(cwd, "out"), /./)).toEqual(
        new Map(files.map(({ path, text }) => [path, text])),
      );
    }
  });

  test("names nothing in pages that is left out", async () => {
    const cwd = temporaryFolder({ "openapi.json": spec });
    const options = { spec: "openapi.json", cwd };
    const pages = async (parts: Partial<Parts>): Promise<string> => {
      const { files = [] } = await makeOutput({
        ...options,
        settings: { parts },
      });
      return files
        .filter(({ path }) => path.startsWith("docs/"))
        .map(({ text }) => text)
        .join("\n");
    };
    const words = ["```bash", "```ts", "`sizes`", "isKnownSize"];
    const named = async (parts: Partial<Parts>): Promise<string[]> => {
      const text = await pages(parts);
      return words.filter((word) => text.includes(word));
    };
    expect(await named({})).toEqual(words);
    expect(await named({ operations: false })).toEqual(
      words.filter((word) => word !== "```ts"),
    );
    expect(await named({ validators: false })).toEqual(["```bash", "`sizes`"]);
    expect(await named({ types: false })).toEqual(["```bash"]);
  });
});

describe("the option parts", () => {
  test.each([
    [{ standard: false }, undefined],
    [{ standard: "no" }, 'config.ts: "parts".standard must be true or false'],
    [false, 'config.ts: "parts" must be a map from parts to true or false'],
    [
      { validator: false },
      'config.ts: "parts": there is no part "validator". Did you mean "validators"?',
    ],
    [
      { operations: true, types: false },
      'config.ts: "parts".operations needs validators, which is left out',
    ],
  ])("%j", (parts, message) => {
    const checked = () => checkConfig({ parts }, "config.ts");
    if (message === undefined) expect(checked()).toEqual({ parts });
    else expect(checked).toThrow(message);
  });

  test("takes the place of the option docs", () => {
    expect(() => checkConfig({ docs: false }, "config.ts")).toThrow(
      "Write parts: { docs: false } to leave the pages out.",
    );
  });
});

type Files = ReadonlyMap<string, string>;

/** Relative imports that lead to no file. */
function danglingImports(files: Files): string[] {
  return [...files].flatMap(([path, text]) => {
    if (!/\.[jt]s$/.test(path)) return [];
    return [...text.matchAll(/from "(\.[^"]+)"/g)]
      .map(([, specifier = ""]) => posix.join(posix.dirname(path), specifier))
      .filter(
        (target) =>
          !files.has(target) && !files.has(target.replace(/\.js$/, ".ts")),
      )
      .map((target) => `${path}: ${target}`);
  });
}

/** Links of pages that lead to no file. */
function danglingLinks(files: Files): string[] {
  return [...files].flatMap(([path, text]) => {
    if (!path.endsWith(".html")) return [];
    return [...text.matchAll(/(?:href|src)="([^":#?]+)[^"]*"/g)]
      .map(([, link = ""]) => posix.join(posix.dirname(path), link))
      .filter((target) => !files.has(target))
      .map((target) => `${path}: ${target}`);
  });
}

/** Modules that the manifest or the package names, and that are not there. */
function danglingEntries(files: Files): string[] {
  const manifest = JSON.parse(files.get("manifest.json") ?? "") as Record<
    string,
    readonly Record<string, string>[]
  >;
  const named = ["operations", "webhooks", "callbacks", "schemas"].flatMap(
    (list) =>
      (manifest[list] ?? []).flatMap((entry) =>
        Object.entries(entry).flatMap(([key, value]) =>
          /module$/i.test(key) ? [value] : [],
        ),
      ),
  );
  const { exports } = JSON.parse(files.get("package.json") ?? "") as {
    exports: Readonly<
      Record<string, string | Readonly<Record<string, string>>>
    >;
  };
  const targets = Object.values(exports).flatMap((entry) =>
    typeof entry === "string" ? [entry] : Object.values(entry),
  );
  const folders = targets.map((target) => target.replace("./", ""));
  return [...named, ...folders].filter(
    (path) =>
      !files.has(path) &&
      !(
        path.includes("*") &&
        [...files.keys()].some((file) =>
          file.startsWith(path.replace(/\*.*/, "")),
        )
      ),
  );
}
