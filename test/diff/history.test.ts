import { existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";
import {
  isTolerable,
  tolerableCodes,
} from "../../generator/diagnostics/catalogue.js";
import { diff } from "../../generator/diff.js";
import { behave } from "./proof/behaviour.js";
import { compile } from "./proof/compiled.js";
import { consumerOf } from "./proof/consumer.js";
import { makeProduct } from "./proof/products.js";

const folder = fileURLToPath(
  new URL("../../../shared/history/", import.meta.url),
);

const cache = fileURLToPath(
  new URL(
    "../../node_modules/.cache/specwright-diff-history/",
    import.meta.url,
  ),
);

/** What the successive versions of real descriptions did to consumers. */
const known: Readonly<Record<string, string>> = {
  "discord-2026-01-26--2026-03-20": "major",
  "discord-2026-03-20--2026-04-22": "major",
  "discord-2026-04-22--2026-06-26": "major",
  "discord-2026-06-26--2026-07-18": "major",
  "figma-2025-04-24--2025-05-28": "major",
  "figma-2025-05-28--2025-07-02": "minor",
  "figma-2025-07-02--2025-12-17": "minor",
  "figma-2025-12-17--2026-03-30": "minor",
  "twilio-api-2025-04-07--2025-07-24": "major",
  "twilio-api-2025-07-24--2025-10-14": "major",
  "twilio-api-2025-10-14--2026-01-07": "minor",
  "twilio-api-2026-01-07--2026-04-14": "minor",
  "twilio-verify-2025-08-18--2025-09-18": "minor",
  "twilio-verify-2025-09-18--2025-09-30": "minor",
  "twilio-verify-2025-09-30--2026-02-05": "patch",
  "twilio-verify-2026-02-05--2026-04-14": "patch",
  "xero-accounting-2026-04-22--2026-04-29": "major",
  "xero-accounting-2026-04-29--2026-05-17": "minor",
  "xero-accounting-2026-05-17--2026-06-03": "minor",
  "xero-accounting-2026-06-03--2026-07-13": "minor",
};

const isThere = existsSync(folder);
if (!isThere) console.warn(`SKIPPED: ${folder} is missing`);

describe.runIf(isThere)("versions of real descriptions", () => {
  test.each(Object.entries(known))("%s: %s", async (name, verdict) => {
    const [ending = ""] = readdirSync(`${folder}${name}`).map((file) =>
      file.slice(3),
    );
    const allow = tolerableCodes.filter(isTolerable);
    const { result } = await diff(
      { spec: `${folder}${name}/old${ending}`, allow },
      { spec: `${folder}${name}/new${ending}`, allow },
    );
    expect(result?.verdict).toBe(verdict);
    // What nobody could explain would be no help.
    expect(
      result?.changes.filter(({ kind }) => kind === "types-changed"),
    ).toEqual([]);
    const places = result?.changes.map((change) =>
      JSON.stringify([change.kind, change.old, change.new, change.pointer]),
    );
    expect(new Set(places).size).toBe(places?.length);
  });
});

/** A share of them that is small enough to be compiled. */
const proven = Object.entries(known).filter(([name]) =>
  /^(?:figma|twilio-verify)/u.test(name),
);

describe.runIf(isThere)(
  "a consumer of the old version compiles with the new one unless it is major",
  () => {
    test.each(proven)("%s: %s", async (name, verdict) => {
      const target = join(cache, name);
      const [ending = ""] = readdirSync(`${folder}${name}`).map((file) =>
        file.slice(3),
      );
      onTestFinished(() => rmSync(target, { recursive: true, force: true }));
      const [old, fresh] = [
        await makeProduct(`${folder}${name}/old${ending}`, join(target, "old")),
        await makeProduct(`${folder}${name}/new${ending}`, join(target, "new")),
      ];
      const paths = ["old", "new"].map((version) =>
        join(target, `${version}.ts`),
      );
      paths.forEach((path, index) =>
        writeFileSync(
          path,
          consumerOf(old.side, old.files, index === 0 ? "./old" : "./new"),
        ),
      );
      const [before, after] = [...compile(paths).values()];
      const { refused, differing } = await behave(old, fresh);
      expect(before).toEqual([]);
      const breaks = [...(after ?? []), ...refused, ...differing];
      expect(breaks.length > 0).toBe(verdict === "major");
    });
  },
);
