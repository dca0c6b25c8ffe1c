import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Keyword } from "../../generator/model/schema.js";
import { buildFile } from "./build.js";

/** The keywords of a schema that is written as YAML in one line. */
function keywordsOf(schema: string, version: string): readonly Keyword[] {
  const folder = mkdtempSync(join(tmpdir(), "specwright-exact-"));
  try {
    const path = join(folder, "openapi.yaml");
    writeFileSync(
      path,
      `openapi: ${version}\ninfo: { title: T, version: "1" }\npaths: {}\ncomponents:\n  schemas:\n    S: ${schema}\n`,
    );
    const { api } = buildFile(path);
    const found = api?.definitions["#/components/schemas/S"]?.schema;
    return found?.kind === "keywords" ? found.keywords : [];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test.each([
  [
    "{ maximum: 9223372036854775807 }",
    "3.1.0",
    { kind: "maximum", value: 2 ** 63, written: "9223372036854775807" },
  ],
  [
    "{ minimum: -9007199254740993 }",
    "3.1.0",
    { kind: "minimum", value: -(2 ** 53), written: "-9007199254740993" },
  ],
  [
    "{ exclusiveMaximum: 18446744073709551615 }",
    "3.1.0",
    {
      kind: "exclusiveMaximum",
      value: 2 ** 64,
      written: "18446744073709551615",
    },
  ],
  [
    "{ maximum: 9223372036854775807, exclusiveMaximum: true }",
    "3.0.3",
    {
      kind: "exclusiveMaximum",
      value: 2 ** 63,
      written: "9223372036854775807",
    },
  ],
  ["{ maximum: 10 }", "3.1.0", { kind: "maximum", value: 10 }],
  ["{ maximum: 1e300 }", "3.1.0", { kind: "maximum", value: 1e300 }],
])("%s of %s", (schema, version, keyword) => {
  expect(keywordsOf(schema, version)).toEqual([keyword]);
});

test("two spellings of one number are told apart by their places", () => {
  expect(
    keywordsOf(
      "{ minimum: 9223372036854775807, maximum: 9223372036854775808 }",
      "3.1.0",
    ),
  ).toEqual([
    { kind: "minimum", value: 2 ** 63, written: "9223372036854775807" },
    { kind: "maximum", value: 2 ** 63, written: "9223372036854775808" },
  ]);
});
