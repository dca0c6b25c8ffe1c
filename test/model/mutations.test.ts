import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { DiagnosticCollector } from "../../generator/diagnostics/collector.js";
import {
  catalogue,
  type DiagnosticCode,
} from "../../generator/diagnostics/catalogue.js";
import { buildApi } from "../../generator/model/build-api.js";
import { findViews } from "../../generator/model/find-views.js";
import type { JsonValue } from "../../generator/model/json.js";
import type { SourceDocument } from "../../generator/read/document.js";
import { resolveDescription } from "../../generator/resolve/resolve-description.js";

const cases = fileURLToPath(new URL("../cases", import.meta.url));

/** A reproducible stream of numbers from 0 to below 1 (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Mutable = { [key: string]: unknown };

const junk: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1.5,
  "",
  "x",
  "object",
  "#/components/schemas/X",
  [],
  {},
  [null],
  ["a", "a"],
  { a: 1 },
  { $ref: "#" },
  { $ref: "#/paths" },
  { $ref: 1 },
];

/** Every object and list of a document. */
function containersOf(root: unknown): Mutable[] {
  const found: Mutable[] = [];
  const open: unknown[] = [root];
  for (
    let next = open.pop();
    open.length > 0 || next !== undefined;
    next = open.pop()
  ) {
    if (typeof next !== "object" || next === null) continue;
    found.push(next as Mutable);
    open.push(...Object.values(next));
  }
  return found;
}

/** Replaces, removes, renames or exchanges a value somewhere. */
function mutate(root: unknown, random: () => number): void {
  const pick = <T>(list: readonly T[]): T =>
    list[Math.floor(random() * list.length)] as T;
  const containers = containersOf(root);
  const container = pick(containers);
  const keys = Object.keys(container);
  if (keys.length === 0) return;
  const key = pick(keys);
  const kind = Math.floor(random() * 5);
  if (kind === 0 && !Array.isArray(container)) delete container[key];
  else if (kind === 1) container[key] = structuredClone(pick(junk));
  else if (kind === 2) container[key] = structuredClone(pick(containers));
  else if (kind === 3 && !Array.isArray(container)) {
    container[pick(["$ref", "__proto__x", "schema", "allOf", "x-a", ""])] =
      container[key];
  } else {
    const other = pick(containers);
    const otherKey = pick(Object.keys(other));
    if (otherKey === undefined) return;
    container[key] = structuredClone(other[otherKey]);
  }
}

function documentOf(value: JsonValue): SourceDocument {
  return {
    file: "",
    displayName: "openapi.yaml",
    text: JSON.stringify(value),
    sha256: "",
    value,
    position: () => ({ line: 1, column: 1 }),
    line: () => undefined,
  };
}

const tolerable = (Object.keys(catalogue) as DiagnosticCode[]).filter(
  (code) => "tolerable" in catalogue[code],
);

const names = readdirSync(cases).filter((name) => !name.startsWith("fails-"));

test.each(names)(
  "%s, broken in many ways, gives diagnostics and never an exception",
  { timeout: 120_000 },
  (name) => {
    const text = readFileSync(join(cases, name, "openapi.yaml"), "utf8");
    const random = numbers(name.length * 7919);
    for (let round = 0; round < 50; round += 1) {
      const value = parse(text) as JsonValue;
      for (let times = 0; times <= round % 4; times += 1) mutate(value, random);
      const collector = new DiagnosticCollector({ allow: tolerable });
      const description = resolveDescription(
        documentOf(value),
        join(cases, name, "openapi.yaml"),
        collector,
      );
      if (description === undefined) continue;
      const api = buildApi(description, collector);
      expect(findViews(api).size).toBe(Object.keys(api.definitions).length);
      expect(JSON.stringify(api)).toContain('"operations"');
    }
  },
);
