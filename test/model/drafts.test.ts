import { describe, expect, test } from "vitest";
import type { JsonValue } from "../../generator/model/json.js";
import { buildValue, withSchemas } from "./build.js";
import { isValid } from "./evaluate.js";

const uris = {
  "draft-04": "http://json-schema.org/draft-04/schema#",
  "draft-06": "http://json-schema.org/draft-06/schema#",
  "draft-07": "http://json-schema.org/draft-07/schema#",
  "2019-09": "https://json-schema.org/draft/2019-09/schema",
} as const;

type DraftName = keyof typeof uris;

const file = "https://example.com/schema.json";

/** A description whose schema `S` is a file with this `$schema`. */
function ofFile(draft: DraftName, schema: object, openapi = "3.1.0") {
  const value = { $schema: uris[draft], ...schema };
  return built(
    withSchemas({ S: { $ref: file } }, openapi),
    new Map([[file, value as JsonValue]]),
  );
}

function built(document: unknown, resources?: ReadonlyMap<string, JsonValue>) {
  const { api, diagnostics } = buildValue(document, resources);
  const takes = (value: unknown): boolean => {
    const definition = api?.definitions["#/components/schemas/S"];
    if (api === undefined || definition === undefined) throw new Error("no S");
    return isValid(definition.schema, value as JsonValue, api.definitions);
  };
  const said = diagnostics.map(({ severity, code }) => `${severity} ${code}`);
  return { takes, said, coverage: api?.coverage ?? [] };
}

const early = ["draft-04", "draft-06", "draft-07"] as const;
const all = [...early, "2019-09"] as const;

describe.each(["3.0.3", "3.1.0", "3.2.0"])("in OpenAPI %s", (openapi) => {
  test.each(all)("a list under items, of %s", (draft) => {
    const { takes, said } = ofFile(
      draft,
      {
        items: [{ type: "number" }, { type: "string" }],
        additionalItems: { type: "boolean" },
      },
      openapi,
    );
    expect(said).toEqual([]);
    expect(takes([1, "a", true])).toBe(true);
    expect(takes([1])).toBe(true);
    expect(takes([1, 2])).toBe(false);
    expect(takes([1, "a", "b"])).toBe(false);
  });

  test.each(all)("additionalItems without a list, of %s", (draft) => {
    const { takes, said } = ofFile(
      draft,
      { items: { type: "number" }, additionalItems: false },
      openapi,
    );
    expect(said).toEqual([]);
    expect(takes([1, 2])).toBe(true);
  });

  test.each(all)("dependencies and definitions, of %s", (draft) => {
    const { takes, said } = ofFile(
      draft,
      {
        dependencies: { a: ["b"], c: { $ref: "#/definitions/Full" } },
        definitions: { Full: { required: ["d"] } },
      },
      openapi,
    );
    expect(said).toEqual([]);
    expect(takes({ a: 1 })).toBe(false);
    expect(takes({ a: 1, b: 1 })).toBe(true);
    expect(takes({ c: 1 })).toBe(false);
    expect(takes({ c: 1, d: 1 })).toBe(true);
  });

  test("keywords that OpenAPI 3.0 does not know", () => {
    const { takes, said } = ofFile(
      "draft-07",
      {
        if: { required: ["a"] },
        then: { properties: { a: { const: 1 } } },
        patternProperties: { "^x": { type: ["string", "null"] } },
        examples: [{}],
      },
      openapi,
    );
    expect(said).toEqual([]);
    expect(takes({ a: 1, x: null })).toBe(true);
    expect(takes({ a: 2 })).toBe(false);
    expect(takes({ x: 1 })).toBe(false);
  });

  test("boolean bounds and id of draft-04", () => {
    const { takes, said } = ofFile(
      "draft-04",
      {
        id: "https://example.com/base/",
        properties: {
          n: { minimum: 1, exclusiveMinimum: true },
          s: { $ref: "part.json" },
          a: { $ref: "#anchor" },
          id: { type: "string" },
        },
        definitions: {
          part: { id: "part.json", type: "string" },
          anchored: { id: "#anchor", type: "boolean" },
        },
      },
      openapi,
    );
    expect(said).toEqual([]);
    expect(takes({ n: 2, s: "a", a: true, id: "b" })).toBe(true);
    expect(takes({ n: 1 })).toBe(false);
    expect(takes({ s: 1 })).toBe(false);
    expect(takes({ a: 1 })).toBe(false);
    expect(takes({ id: 1 })).toBe(false);
  });
});

describe("beside $ref", () => {
  const schema = {
    properties: { a: { $ref: "#/definitions/A", minimum: 5 } },
    definitions: { A: { type: "integer" } },
  };

  test.each(early)("everything is ignored in %s, and said", (draft) => {
    const { takes, said, coverage } = ofFile(draft, schema);
    expect(said).toEqual(["warning reference-siblings"]);
    expect(takes({ a: 1 })).toBe(true);
    expect(coverage).toContainEqual({
      keyword: "minimum",
      verdict: "documentation",
      reason: "stands beside $ref, which this draft of JSON Schema ignores",
      count: 1,
    });
  });

  test.each(["3.0.3", "3.1.0"])("all counts in 2019-09, in %s", (openapi) => {
    const { takes, said } = ofFile("2019-09", schema, openapi);
    expect(said).toEqual([]);
    expect(takes({ a: 1 })).toBe(false);
  });

  test("definitions at the root are no fault", () => {
    const { takes, said } = ofFile("draft-07", {
      $ref: "#/definitions/A",
      definitions: { A: { type: "integer" } },
    });
    expect(said).toEqual([]);
    expect(takes("a")).toBe(false);
  });
});

describe("keywords that came later", () => {
  test.each([
    ["draft-04", { const: 1 }],
    ["draft-04", { contains: false }],
    ["draft-04", { propertyNames: false }],
    ["draft-06", { if: {}, then: false }],
    ["draft-07", { dependentRequired: { a: ["b"] } }],
    ["draft-07", { unevaluatedProperties: false }],
    ["2019-09", { prefixItems: [false] }],
  ] as const)("%s ignores %j", (draft, schema) => {
    const { takes, coverage } = ofFile(draft, schema);
    expect(takes({ a: 1 })).toBe(true);
    expect(takes([1])).toBe(true);
    const [keyword = ""] = Object.keys(schema);
    expect(coverage).toContainEqual(
      expect.objectContaining({ keyword, verdict: "documentation" }),
    );
  });
});

describe("$recursiveRef", () => {
  const tree = {
    $id: "https://example.com/tree",
    $recursiveAnchor: true,
    type: "object",
    properties: { children: { items: { $recursiveRef: "#" } } },
  };

  test("leads to the root", () => {
    const { takes, said } = ofFile("2019-09", {
      type: "object",
      properties: { next: { $recursiveRef: "#" } },
    });
    expect(said).toEqual([]);
    expect(takes({ next: { next: {} } })).toBe(true);
    expect(takes({ next: { next: 1 } })).toBe(false);
  });

  test("leads to the outermost root with an anchor", () => {
    const strict = {
      $schema: uris["2019-09"],
      $id: "https://example.com/strict",
      $recursiveAnchor: true,
      $ref: "tree",
      unevaluatedProperties: false,
    };
    const document = withSchemas({
      S: { $ref: "https://example.com/strict" },
      T: { $ref: "https://example.com/tree" },
    });
    const { takes, said } = built(
      document,
      new Map<string, JsonValue>([
        ["https://example.com/strict", strict],
        ["https://example.com/tree", { $schema: uris["2019-09"], ...tree }],
      ]),
    );
    expect(said).toEqual([]);
    expect(takes({ children: [{ children: [] }] })).toBe(true);
    expect(takes({ children: [{ daat: 1 }] })).toBe(false);
  });
});

describe("where the draft is named", () => {
  const list = { items: [{ type: "number" }], additionalItems: false };

  test("by a component without an $id, whose pointers start at itself", () => {
    const { takes, said } = built(
      withSchemas({
        S: {
          $schema: uris["draft-07"],
          properties: { a: { $ref: "#/definitions/A" } },
          definitions: { A: list },
        },
        T: { prefixItems: [{ type: "number" }] },
      }),
    );
    expect(said).toEqual(["warning reference-from-other-root"]);
    expect(takes({ a: [1] })).toBe(true);
    expect(takes({ a: [1, 2] })).toBe(false);
    expect(takes({ a: ["a"] })).toBe(false);
  });

  test("by a resource within a file", () => {
    const { takes, said } = built(
      withSchemas({
        S: {
          properties: { a: { $ref: "https://example.com/old" } },
          $defs: {
            old: {
              $id: "https://example.com/old",
              $schema: uris["draft-06"],
              ...list,
            },
          },
        },
      }),
    );
    expect(said).toEqual([]);
    expect(takes({ a: [1, 2] })).toBe(false);
  });

  test("by jsonSchemaDialect, for the schemas of the document", () => {
    const { takes, said } = built({
      ...(withSchemas({
        S: { ...list, items: [{ $ref: "#/components/schemas/N", minimum: 5 }] },
        N: { type: "number" },
      }) as object),
      jsonSchemaDialect: uris["draft-07"],
    });
    expect(said).toEqual(["warning reference-siblings"]);
    expect(takes([1])).toBe(true);
    expect(takes([1, 2])).toBe(false);
    expect(takes(["a"])).toBe(false);
  });

  test.each(["3.0.3", "3.1.0"])("nowhere, in %s: said, and read", (openapi) => {
    const { takes, said } = built(withSchemas({ S: list }, openapi));
    expect(said).toEqual(["warning keyword-legacy"]);
    expect(takes([1])).toBe(true);
    expect(takes([1, 2])).toBe(false);
    const alone = built(
      withSchemas({ S: { items: {}, additionalItems: false } }, openapi),
    );
    expect(alone.said).toEqual(["warning keyword-alone"]);
    expect(alone.takes([1])).toBe(true);
  });
});
