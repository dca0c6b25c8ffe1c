import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { DiagnosticCollector } from "../../generator/diagnostics/collector.js";
import { locateDiagnostics } from "../../generator/diagnostics/locate.js";
import { readSource } from "../../generator/read/read-source.js";
import {
  resolveDescription,
  type Resources,
} from "../../generator/resolve/resolve-description.js";
import { temporaryFolder } from "./temporary-folder.js";

function resolve(
  files: Readonly<Record<string, string>>,
  resources?: Resources,
  prepare?: (folder: string) => void,
) {
  const root = temporaryFolder({ "outside.yaml": "secret: 42\n" });
  const folder = join(root, "api");
  mkdirSync(folder);
  const inside = temporaryFiles(folder, files);
  prepare?.(folder);
  const collector = new DiagnosticCollector();
  const path = join(inside, "spec.yaml");
  const location = { path, file: "", displayName: "spec.yaml" };
  const { document } = readSource(location, collector);
  const description =
    document &&
    resolveDescription(document, path, collector, {
      ...(resources === undefined ? {} : { resources }),
    });
  const follow = (reference: string, file = "") =>
    description?.follow({ file, pointer: "/from" }, reference);
  const said = () =>
    locateDiagnostics(
      collector.all,
      description?.sources ?? new Map(),
      "spec.yaml",
    ).map(({ code, message }) => `${code} ${message}`);
  return { description, follow, said, collector };
}

function temporaryFiles(
  folder: string,
  files: Readonly<Record<string, string>>,
): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const spec = `openapi: 3.1.0
from: {}
components:
  schemas:
    A: {type: string}
    a/b~c: {type: number}
    "%7B": {type: boolean}
    Via: {$ref: "#/components/schemas/Holder"}
    Holder: {properties: {x: {type: integer}}}
    LoopA: {$ref: "#/components/schemas/LoopB"}
    LoopB: {$ref: "#/components/schemas/LoopA"}
list: [zero, one]
`;

describe("following a reference", () => {
  it.each([
    ["#/components/schemas/A", "/components/schemas/A", { type: "string" }],
    [
      "#/components/schemas/a~1b~0c",
      "/components/schemas/a~1b~0c",
      { type: "number" },
    ],
    [
      "#/components/schemas/a%7e1b~0c",
      "/components/schemas/a~1b~0c",
      { type: "number" },
    ],
    [
      "#/components/schemas/%257B",
      "/components/schemas/%7B",
      { type: "boolean" },
    ],
    [
      "spec.yaml#/components/schemas/A",
      "/components/schemas/A",
      { type: "string" },
    ],
    ["./other/../spec.yaml#/list/1", "/list/1", "one"],
    [
      "#/components/schemas/Via/properties/x",
      "/components/schemas/Holder/properties/x",
      { type: "integer" },
    ],
  ])("%s", (reference, pointer, value) => {
    const { follow, said } = resolve({ "spec.yaml": spec });
    expect(follow(reference)).toEqual({ file: "", pointer, value });
    expect(said()).toEqual([]);
  });

  it("goes through files and back, each file under one name", () => {
    const { follow, said, description } = resolve({
      "spec.yaml": `${spec}x: {$ref: "parts/one.yaml#/One"}\n`,
      "parts/one.yaml": "One: {$ref: 'two.json#/Two'}\n",
      "parts/two.json":
        '{"Two": {"$ref": "../spec.yaml#/components/schemas/A"}}',
    });
    expect([...(description?.documents.keys() ?? [])]).toEqual([
      "",
      "parts/one.yaml",
      "parts/two.json",
    ]);
    expect(follow("parts/./one.yaml#/One")).toMatchObject({
      file: "parts/one.yaml",
      pointer: "/One",
    });
    expect(follow("two.json#/Two", "parts/one.yaml")).toMatchObject({
      file: "parts/two.json",
    });
    expect(follow("../spec.yaml#/list/0", "parts/two.json")).toEqual({
      file: "",
      pointer: "/list/0",
      value: "zero",
    });
    expect(follow("parts/one.yaml")).toMatchObject({ pointer: "" });
    expect(said()).toEqual([]);
  });

  it("loads on demand what only a chain of data hid", () => {
    const { follow, said } = resolve({
      "spec.yaml": `${spec}example: {$ref: "late.yaml"}\n`,
      "late.yaml": "x: 1\n",
    });
    expect(follow("late.yaml#/x")?.value).toBe(1);
    expect(said()).toEqual([]);
  });

  it("takes documents that were given by URI, and no others", () => {
    const uri = "https://example.com/money.json";
    const { follow, said } = resolve(
      { "spec.yaml": spec },
      new Map([[uri, { Money: { type: "number" } }]]),
    );
    expect(follow(`${uri}#/Money`)).toMatchObject({
      file: uri,
      value: { type: "number" },
    });
    expect(follow("https://example.com/other.json")).toBeUndefined();
    expect(follow("../spec.yaml", uri)).toBeUndefined();
    expect(said()).toEqual([
      'reference-remote The reference "../spec.yaml" cannot be followed: it leads to "https://example.com/spec.yaml", and nothing is fetched.',
      'reference-remote The reference "https://example.com/other.json" cannot be followed: it is a URI, and nothing is fetched.',
    ]);
  });
});

describe("the sandbox", () => {
  it.each([
    ["../outside.yaml", "reference-outside"],
    ["%2e%2e/outside.yaml", "reference-outside"],
    ["..%2foutside.yaml", "reference-outside"],
    ["a/../../outside.yaml", "reference-outside"],
    ["/etc/passwd", "reference-outside"],
    ["%2fetc/passwd", "reference-outside"],
    ["link/outside.yaml", "reference-outside"],
    ["linked.yaml", "reference-outside"],
    ["..\\outside.yaml", "reference-malformed"],
    ["a.yaml?x", "reference-malformed"],
    ["a%00.yaml", "reference-malformed"],
    ["%zz", "reference-malformed"],
    ["#/a~2", "reference-malformed"],
    ["file:///etc/passwd", "reference-remote"],
    ["FILE:/etc/passwd", "reference-remote"],
    ["file%3a///etc/passwd", "reference-remote"],
    ["http://127.0.0.1:9/x", "reference-remote"],
    ["//127.0.0.1/x", "reference-remote"],
    ["c:/x.yaml", "reference-remote"],
    ["urn:x:y", "reference-remote"],
    ["nope.yaml", "reference-not-found"],
    ["folder", "reference-not-found"],
    ["#anchor", "reference-not-found"],
    ["#/components/schemas/__proto__", "reference-not-found"],
    ["#/components/schemas/toString", "reference-not-found"],
    ["#/constructor/prototype", "reference-not-found"],
    ["#/list/length", "reference-not-found"],
    ["#/list/-", "reference-not-found"],
    ["#/list/01", "reference-not-found"],
    ["#/openapi/0", "reference-not-found"],
    ["#/components/schemas/LoopA/x", "reference-cycle"],
  ])("refuses %s", (reference, code) => {
    const { follow, said, description } = resolve(
      { "spec.yaml": spec },
      undefined,
      (folder) => {
        mkdirSync(join(folder, "folder"));
        symlinkSync("..", join(folder, "link"));
        symlinkSync("../outside.yaml", join(folder, "linked.yaml"));
      },
    );
    expect(follow(reference)).toBeUndefined();
    expect(follow(reference)).toBeUndefined();
    expect(said().map((text) => text.split(" ")[0])).toContain(code);
    expect(said().filter((text) => text.startsWith(code))).toHaveLength(1);
    expect(said().join()).not.toMatch(/secret|root:/);
    expect([...(description?.documents.keys() ?? [])]).toEqual([""]);
  });

  it("follows a link that stays inside, to the same document", () => {
    const { follow, said } = resolve(
      { "spec.yaml": spec, "real.yaml": "x: 1\n" },
      undefined,
      (folder) => symlinkSync("real.yaml", join(folder, "alias.yaml")),
    );
    expect(follow("alias.yaml#/x")?.file).toBe("real.yaml");
    expect(said()).toEqual([]);
  });

  it("says nothing of a broken file that only data mentions, and all of one that is used", () => {
    const files = {
      "spec.yaml": `${spec}x: {properties: {$ref: {}, y: {$ref: "bad.yaml"}}}\n`,
      "bad.yaml": "a: 1\na: 2\n",
    };
    const { follow, said } = resolve(files);
    expect(said()).toEqual([]);
    expect(follow("bad.yaml#/a")).toBeUndefined();
    expect(said()).toEqual([
      'duplicate-key The key "a" stands already at line 1, column 1.',
      'reference-not-found The reference "bad.yaml#/a" cannot be followed: the file could not be read.',
    ]);
  });

  it("says what was probably meant", () => {
    const { follow, collector } = resolve({ "spec.yaml": spec });
    follow("#/components/schema/A");
    expect(collector.all[0]?.fix).toBe(
      'Did you mean "schemas"? Pass --allow reference-not-found to go on all the same.',
    );
  });

  it.each([
    ["#/definitions/A", "schemas"],
    ["#/schemas/A", "schemas"],
    ["#/responses/A", "responses"],
  ])("says where OpenAPI 3 has what %s names", (reference, map) => {
    const { follow, collector } = resolve({
      "spec.yaml": `openapi: 3.1.0\ncomponents: {${map}: {A: {}}}\n`,
    });
    follow(reference);
    expect(collector.all[0]?.fix).toContain(
      `Did you mean "#/components/${map}/A"?`,
    );
  });

  it("cuts a reference of a megabyte", () => {
    const { follow, said } = resolve({ "spec.yaml": spec });
    follow(`#${"/a".repeat(500_000)}`);
    expect(said().join().length).toBeLessThan(700);
  });
});

describe("the version", () => {
  it.each([
    ["openapi: 3.0.3", "3.0", []],
    ["openapi: 3.1.2", "3.1", []],
    ["openapi: 3.2.0", "3.2", []],
    [
      "openapi: 3.1",
      undefined,
      ['unsupported-version "openapi" is 3.1, not a string.'],
    ],
    [
      'openapi: "3.1"',
      undefined,
      [
        'unsupported-version OpenAPI "3.1" is not supported; specwright reads 3.0, 3.1 and 3.2.',
      ],
    ],
    [
      "openapi: 4.0.0",
      undefined,
      [
        'unsupported-version OpenAPI "4.0.0" is not supported; specwright reads 3.0, 3.1 and 3.2.',
      ],
    ],
    [
      'swagger: "1.2"',
      undefined,
      [
        'unsupported-version Swagger "1.2" is not supported; specwright reads Swagger 2.0 and OpenAPI 3.0, 3.1 and 3.2.',
      ],
    ],
    [
      "openAPI: 3.1.0",
      undefined,
      [
        'missing-version This is no OpenAPI description: the field "openapi" is missing.',
      ],
    ],
    [
      "[1]",
      undefined,
      ["not-an-object The description is a list; an OpenAPI Object is wanted."],
    ],
    [
      "null",
      undefined,
      ["not-an-object The description is null; an OpenAPI Object is wanted."],
    ],
    [
      "text",
      undefined,
      [
        "not-an-object The description is a string; an OpenAPI Object is wanted.",
      ],
    ],
  ])("%s", (text, version, expected) => {
    const { description, said } = resolve({ "spec.yaml": text });
    expect(description?.version).toBe(version);
    expect(said()).toEqual(expected);
  });
});
