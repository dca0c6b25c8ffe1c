import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundleSize } from "../../bench/size/bundle-size.js";
import { generateInto, ourBundles } from "../../bench/size/our-bundles.js";

const generated = fileURLToPath(new URL("../../generated", import.meta.url));
const twilio = fileURLToPath(
  new URL("../../../shared/corpus/twilio-api-v2010.yaml", import.meta.url),
);
const bounded = ourBundles.flatMap(({ title, code, limit }) =>
  limit === undefined ? [] : [{ title, code, limit }],
);

describe("the endpoint of this project", () => {
  test.each(bounded)("$title: at most $limit bytes", ({ code, limit }) =>
    expectSize(code, generated, limit),
  );
});

const isThere = existsSync(twilio);
if (!isThere)
  console.warn("SKIPPED: ../shared/corpus/twilio-api-v2010.yaml is not there");

describe.skipIf(!isThere)("one operation of Twilio's description", () => {
  const folder = mkdtempSync(join(tmpdir(), "specwright-size-"));
  beforeAll(() => generateInto(folder, twilio), 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(bounded)("$title: at most $limit bytes", ({ code, limit }) =>
    expectSize(code, folder, limit),
  );
});

async function expectSize(
  code: string,
  folder: string,
  limit: number,
): Promise<void> {
  const { gzipped } = await bundleSize(code, folder);
  expect(gzipped).toBeGreaterThan(300);
  expect(gzipped).toBeLessThanOrEqual(limit);
}
