import { describe, expect, test } from "vitest";
import {
  defaultSettings,
  type AssertSettings,
} from "../../generator/config/config.js";
import { contentEncodings } from "../../generator/emit/validators/content-encodings.js";
import { formats } from "../../generator/emit/validators/formats.js";
import {
  assertingEncodings,
  assertingFormats,
} from "../../generator/model/asserting-names.js";
import type { JsonValue } from "../../generator/model/json.js";
import { buildValue, withSchemas } from "../model/build.js";
import { compileValidators } from "./compile-validators.js";
import { isSuiteThere, readSuite } from "./json-schema-suite.js";

const everywhere: AssertSettings = { assert: "everywhere" };

async function compile(schema: JsonValue, content: AssertSettings) {
  const [compiled] = await compileValidators([
    {
      document: {
        openapi: "3.1.0",
        info: { title: "T", version: "1" },
        paths: {},
        components: { schemas: { Tested: schema } },
      },
      settings: { content },
    },
  ]);
  if (compiled === undefined) throw new Error("not compiled");
  return compiled.validator("Tested");
}

if (!isSuiteThere()) {
  console.warn(
    "SKIPPED: the JSON Schema test suite is not at ../shared/json-schema-test-suite",
  );
}

describe.skipIf(!isSuiteThere())("content.json of the official suite", () => {
  const groups = isSuiteThere()
    ? readSuite("").filter(({ file }) => file === "content")
    : [];

  // The suite speaks of annotations, and says in words which texts are not what the keywords say.
  const isBroken = (description: string): boolean =>
    /^an? (?:validly-encoded )?invalid|^an empty (?:object|array)/.test(
      description,
    );

  test.each([
    ["annotations", { assert: "nowhere" }],
    ["assertions", everywhere],
  ] as const)("as %s", async (_, settings) => {
    let count = 0;
    for (const { schema, tests } of groups) {
      const { is, validate } = await compile(schema, settings);
      for (const { description, data } of tests) {
        count++;
        const expected =
          settings.assert === "nowhere" || !isBroken(description);
        expect(is(data), description).toBe(expected);
        expect(validate(data).ok, description).toBe(expected);
      }
    }
    expect(count).toBe(18);
  });
});

describe("encodings", () => {
  const texts: Readonly<
    Record<string, { good: readonly string[]; bad: readonly string[] }>
  > = {
    base64: { good: ["", "YQ==", "YWI="], bad: ["YQ", "a-_b", "YQ==\n"] },
    base64url: { good: ["", "YQ", "YQ==", "a-_b"], bad: ["Y", "a+/b"] },
    base32: { good: ["", "ME======", "MFRGG==="], bad: ["me======", "ME"] },
    base32hex: { good: ["", "C4======"], bad: ["Z4======", "C4"] },
    base16: { good: ["", "7B7D", "7b7d"], bad: ["7", "7G"] },
    hex: { good: ["7b7D"], bad: ["0x7b"] },
    "quoted-printable": {
      good: ["", "a=3Db=\r\nc", "a b"],
      bad: ["a=b", "é", "a ", "a=3d"],
    },
    "7bit": { good: ["", "ascii\r\n"], bad: ["é", "\0"] },
  };

  test("each that can be broken is asserted", () => {
    expect(Object.keys(texts).sort()).toEqual([...assertingEncodings].sort());
    const tested = [...contentEncodings].filter(([, { test }]) => test);
    expect(tested.map(([name]) => name).sort()).toEqual(
      [...assertingEncodings].sort(),
    );
  });

  test.each(Object.entries(texts))("%s", async (name, { good, bad }) => {
    const { is, validate } = await compile(
      { type: "string", contentEncoding: name.toUpperCase() },
      everywhere,
    );
    for (const text of good) expect(is(text), text).toBe(true);
    for (const text of bad) {
      expect(is(text), text).toBe(false);
      expect(validate(text).issues, text).toMatchObject([
        { keyword: "contentEncoding", pointer: "" },
      ]);
    }
  });

  test.each([
    ["base64", "eyJhIjrDqX0=", false],
    ["base64", "eyJhIjoiw6kifQ==", true],
    ["base64", "eyJhIjoi6SJ9", false],
    ["base64url", "eyJhIjoiw6kifQ", true],
    ["base16", "7b2261223a22c3a9227d", true],
    ["base32", "PMRGCIR2ELB2SIT5", true],
    ["base32hex", "FCH628HQ4B1QI8JT", true],
    ["quoted-printable", "{=22a=22:=22=C3=A9=22=\r\n}", true],
    ["7bit", '{"a":"e"}', true],
    ["8bit", '{"a":"é"}', true],
    ["binary", "{}", false],
  ])("JSON in %s: %s", async (contentEncoding, text, isRight) => {
    const { is } = await compile(
      {
        contentEncoding,
        contentMediaType: "application/vnd.a+json; charset=utf-8",
        contentSchema: { required: ["a"] },
      },
      everywhere,
    );
    expect(is(text)).toBe(isRight);
  });
});

test("issues of the content point at the text and name the place in words", async () => {
  const { validate } = await compile(
    {
      type: "object",
      properties: {
        payload: {
          type: "string",
          contentMediaType: "application/json",
          contentSchema: { $ref: "#/components/schemas/Tested" },
        },
        n: { type: "integer" },
      },
    },
    everywhere,
  );
  expect(validate({ payload: '{"payload":"{\\"n\\":1}"}' }).ok).toBe(true);
  expect(validate({ payload: '{"n":"a"}' }).issues).toMatchObject([
    {
      pointer: "/payload",
      keyword: "type",
      message: 'in the text at /n: expected integer, found "a"',
    },
  ]);
  expect(validate({ payload: "{" }).issues).toMatchObject([
    { pointer: "/payload", keyword: "contentMediaType" },
  ]);
});

test("names are switched off and on one by one", async () => {
  const schema = { contentEncoding: "base64", contentMediaType: "text/json" };
  const off = { assert: "everywhere", except: ["base64"] } as const;
  const on = { assert: "everywhere", only: ["base64"] } as const;
  expect((await compile(schema, off)).is("%")).toBe(false);
  expect((await compile(schema, on)).is("YQ==")).toBe(true);
  expect((await compile(schema, on)).is("%")).toBe(false);
  expect((await compile({ contentEncoding: "base64" }, off)).is("%")).toBe(
    true,
  );
});

test("the model knows the formats that the validators test", () => {
  expect([...formats.keys()].sort()).toEqual([...assertingFormats].sort());
});

test("coverage says what is asserted and what is an annotation", () => {
  const document = withSchemas(
    {
      A: { contentEncoding: "base64", contentMediaType: "application/json" },
      B: { contentEncoding: "gzip", contentMediaType: "image/png" },
      C: { format: "uuid" },
      D: { format: "password" },
      E: { format: "uri" },
    },
    "3.1.0",
  );
  const rows = (settings?: Parameters<typeof buildValue>[3]) =>
    (
      buildValue(document, undefined, undefined, settings).api?.coverage ?? []
    ).map(
      ({ keyword, verdict, reason = "", count }) =>
        `${keyword} ${verdict} ${count}: ${reason}`,
    );
  const annotation =
    "an annotation, as JSON Schema has it; the configuration can make it assert";
  const shown = "says how a value is shown or stored, or is in no registry";
  expect(rows()).toEqual([
    `contentEncoding documentation 2: ${annotation}`,
    `contentMediaType documentation 2: ${annotation}`,
    "format enforced 2: requests are held to it",
    `format documentation 1: ${shown}`,
  ]);
  expect(
    rows({
      ...defaultSettings,
      formats: { assert: "everywhere", except: ["uri"] },
      content: everywhere,
    }),
  ).toEqual([
    "contentEncoding enforced 1: requests and responses are held to it",
    "contentEncoding documentation 1: no encoding that can be checked",
    "contentMediaType enforced 1: requests and responses are held to it",
    "contentMediaType documentation 1: nothing but JSON in a known encoding is looked into",
    "format enforced 1: requests and responses are held to it",
    `format documentation 1: ${shown}`,
    "format documentation 1: switched off by the configuration",
  ]);
});
