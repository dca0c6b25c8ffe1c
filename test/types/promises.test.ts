import {
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { defaultSettings } from "../../generator/config/config.js";
import { makeOutput } from "../../generator/make-output.js";
import { buildDescription } from "../../scripts/corpus/build-description.js";
import { compileFaults } from "../../scripts/corpus/check-output.js";
import {
  checkSamples,
  type SampleReport,
} from "../../scripts/corpus/check-samples.js";
import {
  checkTypeValues,
  type TypeValueReport,
} from "../../scripts/corpus/types/check-type-values.js";
import { explainedRefusals } from "../../scripts/corpus/types/explained-refusals.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const cases = `${root}test/cases/`;
const work = `${root}node_modules/.cache/specwright-test/promises/`;

/**
 * Schemas of earlier drafts, of which the words for ajv know nothing; bytes, which are no JSON; and a member with the
 * name `constructor`, which TypeScript finds in every object.
 */
const others = new Set(["earlier-drafts", "multipart", "odd-names"]);

/** The cases that generate without settings, which may give schemas another reading or types of their own. */
const names = readdirSync(cases).filter(
  (name) =>
    !name.startsWith("fails-") &&
    !others.has(name) &&
    !existsSync(`${cases}${name}/specwright.config.ts`),
);

const samples = new Map<string, SampleReport>();
const values = new Map<string, TypeValueReport>();

beforeAll(async () => {
  rmSync(work, { recursive: true, force: true });
  for (const name of names) {
    await writeOutput(name);
    const built = buildDescription(`${cases}${name}/openapi.yaml`);
    samples.set(name, await checkSamples(built, work + name, 60));
    values.set(name, await checkTypeValues(built.api, work + name, 40));
  }
}, 300_000);

afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

test("whatever a guard accepts is assignable to the type that it promises", async () => {
  const typed = [...samples.values()].reduce(
    (sum, each) => sum + each.typed,
    0,
  );
  expect(typed).toBeGreaterThan(1500);
  expect(
    await compileFaults(
      `${work}*.samples/*.ts`,
      `${work}samples.json`,
      "7",
      "nodenext",
    ),
  ).toEqual([]);
});

describe.each(names)("%s", (name) => {
  test("has samples for every guard, on which ajv agrees", () => {
    expect(samples.get(name)?.faults).toEqual([]);
  });

  test("refuses values of its types only for reasons that the docs explain", () => {
    const explained = explainedRefusals(`${root}docs/json-schema.md`);
    const kinds = [...(values.get(name)?.kinds ?? [])];
    expect(kinds.filter(([kind]) => !explained.has(kind))).toEqual([]);
  });
});

async function writeOutput(name: string): Promise<void> {
  const { files } = await makeOutput({
    spec: `${cases}${name}/openapi.yaml`,
    settings: { ...defaultSettings, parts: { docs: false } },
    allow: [],
    strict: false,
  });
  for (const { path, text } of files ?? []) {
    const target = `${work}${name}/${path}`;
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}
