import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { findViews } from "../../generator/model/find-views.js";
import {
  childSchemas,
  referencesOf,
} from "../../generator/model/walk-schema.js";
import { type Api, allOperations } from "../../generator/model/api.js";
import type { Schema } from "../../generator/model/schema.js";
import { buildFile } from "./build.js";

const corpus = fileURLToPath(
  new URL("../../../shared/corpus", import.meta.url),
);
const isThere = existsSync(corpus);

function specs(): string[] {
  const inFolder = (folder: string): string[] =>
    readdirSync(join(corpus, folder))
      .filter((name) => /\.(?:ya?ml|json)$/u.test(name))
      .map((name) => join(folder, name));
  return [
    ...inFolder("."),
    ...inFolder("readme"),
    "lob-multifile/lob-api-public.yml",
  ];
}

/** What is wrong with an IR in itself: a reference that leads nowhere, a place without file and pointer. */
function faultsOf(api: Api): string[] {
  const faults: string[] = [];
  const open: Schema[] = [];
  for (const { schema } of Object.values(api.definitions)) open.push(schema);
  for (const { parameters, body, responses } of allOperations(api)) {
    open.push(...parameters.map(({ schema }) => schema));
    for (const { schema } of [
      ...(body?.contents ?? []),
      ...responses.flatMap(({ contents }) => contents),
    ]) {
      if (schema !== undefined) open.push(schema);
    }
  }
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (!next.pointer.includes("#")) faults.push(`place ${next.pointer}`);
    for (const target of referencesOf(next)) {
      if (api.definitions[target] === undefined) faults.push(target);
    }
    open.push(...childSchemas(next));
  }
  const pointers = allOperations(api).map((o) => o.pointer);
  if (new Set(pointers).size < pointers.length) faults.push("operation twice");
  return faults;
}

describe.skipIf(!isThere)("the corpus of real descriptions", () => {
  const names = isThere ? specs() : [];
  test(`${names.length} descriptions are there`, () => {
    expect(names.length).toBeGreaterThan(60);
  });
  test.each(names)("%s", { timeout: 60_000 }, (name) => {
    const { api, diagnostics } = buildFile(join(corpus, name));
    const errors: Record<string, number> = {};
    for (const { code, severity } of diagnostics) {
      if (severity === "error") errors[code] = (errors[code] ?? 0) + 1;
    }
    expect(errors).toEqual({});
    if (api === undefined) throw new Error("not built");
    expect(faultsOf(api)).toEqual([]);
    expect(findViews(api).size).toBe(Object.keys(api.definitions).length);
    const text = JSON.stringify(api);
    // Comparing takes longer than building: what is true of a small IR is true of a large one.
    if (text.length < 500_000) expect(JSON.parse(text)).toEqual(api);
  });
});

if (!isThere) {
  console.warn(
    "SKIPPED: the corpus of real descriptions is not beside the checkout (../shared/corpus).",
  );
}
