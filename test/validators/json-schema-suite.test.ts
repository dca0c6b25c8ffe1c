import { describe, expect, test } from "vitest";
import {
  compileSuite,
  isSuiteThere,
  outcomeOf,
  readSuite,
  runAjv,
  suiteParts,
} from "./json-schema-suite.js";

if (!isSuiteThere()) {
  console.warn(
    "SKIPPED: the JSON Schema test suite is not at ../shared/json-schema-test-suite",
  );
}

/** Tests that fail, by part, file and descriptions. The list may only get shorter. */
const knownFailures: Readonly<Record<string, readonly string[]>> = {
  "": [],
  optional: [
    // A remote schema of draft 2019-09: only 2020-12 is spoken.
    "cross-draft | refs to historic drafts are processed as historic drafts | first item not a string is valid",
  ],
  "optional/format": [],
};

describe.skipIf(!isSuiteThere())(
  "JSON Schema test suite, draft 2020-12",
  () => {
    test.each(suiteParts)("tests/%s", async (part) => {
      const groups = readSuite(part);
      const compiled = await compileSuite(part, groups);
      const failures: string[] = [];
      let count = 0;
      groups.forEach(({ file, description, tests }, index) => {
        const result = compiled[index];
        if (result === undefined) throw new Error("not compiled");
        for (const each of tests) {
          count++;
          const name = `${file} | ${description} | ${each.description}`;
          const outcome = outcomeOf(result, each.data);
          if (outcome !== each.valid) failures.push(name);
          if (outcome === undefined) continue;
          // The collecting pass says the same, and says why.
          const found = result.validator("Tested").validate(each.data);
          expect(found.ok, name).toBe(outcome);
          if (!outcome) expect(found.issues?.length, name).toBeGreaterThan(0);
        }
      });
      expect(count).toBeGreaterThan(100);
      expect(failures).toEqual(knownFailures[part]);
    });

    test("optional files and formats: at least as many as ajv with ajv-formats", async () => {
      for (const part of ["optional", "optional/format"] as const) {
        const groups = readSuite(part);
        const theirs = runAjv(part, groups);
        const failed = knownFailures[part] ?? [];
        for (const [file, right] of theirs) {
          const total = groups
            .filter((group) => group.file === file)
            .reduce((sum, { tests }) => sum + tests.length, 0);
          const wrong = failed.filter((name) => name.startsWith(`${file} `));
          expect(total - wrong.length, file).toBeGreaterThanOrEqual(right);
        }
      }
    });
  },
);
