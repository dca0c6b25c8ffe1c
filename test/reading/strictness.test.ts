import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { isWarning } from "../../generator/diagnostics/catalogue.js";
import type { Strictness } from "../../generator/diagnostics/collector.js";
import { makeOutput } from "../../generator/make-output.js";
import {
  allowedDescriptions,
  readDescriptions,
} from "./broken-descriptions.js";

const folder = mkdtempSync(join(tmpdir(), "specwright-reading-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Whether there is an output, and the severity of each code. */
async function run(document: unknown, strictness: Strictness = {}) {
  const spec = join(folder, "openapi.json");
  writeFileSync(spec, JSON.stringify(document));
  const { files, diagnostics } = await makeOutput({
    spec,
    settings: { parts: { docs: false } },
    ...strictness,
  });
  return {
    isMade: files !== undefined,
    severities: Object.fromEntries(
      diagnostics.map(({ code, severity }) => [code, severity]),
    ),
  };
}

/** What was an error before it had a reading of its own. */
const formerErrors = [
  "body-not-allowed",
  "tag-twice",
  "tag-parent-unknown",
  "tag-parent-cycle",
  "operation-id-twice",
  "path-parameter-missing",
  "path-parameter-unused",
  "parameter-twice",
  "path-twice",
  "field-of-newer-version",
  "field-assumed",
  "quotes-wrong",
  "value-ignored",
  "list-empty",
  "status-malformed",
  "header-name-ignored",
  "media-type-malformed",
  "pattern-invalid",
  "pattern-flavour",
  "security-scheme-unknown",
  "server-variable-undeclared",
  "server-variable-default",
  "form-not-object",
  "discriminator-mapping-broken",
  "example-reference-broken",
  "style-misplaced",
  "serialization-undefined",
  "method-misplaced",
];

test("every code that was an error and is a warning has a description", () => {
  const codes = new Set<string>(readDescriptions.map(([code]) => code));
  for (const code of formerErrors) {
    expect(isWarning(code), code).toBe(true);
    expect(codes, code).toContain(code);
  }
});

describe("what has one reading is generated, and refused by strict", () => {
  test.each(readDescriptions)("%s: %j", async (code, document) => {
    expect(await run(document)).toMatchObject({
      isMade: true,
      severities: { [code]: "warning" },
    });
    for (const strict of [true, [code]]) {
      expect(await run(document, { strict })).toMatchObject({
        isMade: false,
        severities: { [code]: "error" },
      });
    }
    const { severities } = await run(document, { strict: true, allow: [code] });
    expect(severities[code]).toBe("warning");
    expect(
      await run(document, { strict: [code], allow: [code] }),
    ).toMatchObject({ isMade: true });
  });
});

describe("an error with a way on", () => {
  test.each(allowedDescriptions)("%s: %j", async (code, document) => {
    expect(await run(document)).toMatchObject({
      isMade: false,
      severities: { [code]: "error" },
    });
    expect(await run(document, { allow: [code] })).toMatchObject({
      isMade: true,
      severities: { [code]: "warning" },
    });
  });
});
