import fc from "fast-check";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { DiagnosticCollector } from "../../generator/diagnostics/collector.js";
import { noMappings } from "../../generator/mapping/mappings.js";
import { findViews } from "../../generator/model/find-views.js";
import {
  chooseNames,
  type ChosenNames,
} from "../../generator/names/choose-names.js";
import {
  printLock,
  type NameLock,
} from "../../generator/names/lock/name-lock.js";
import { readLock } from "../../generator/names/lock/read-lock.js";
import { runHere } from "../front/run-cli.js";
import { temporaryFolder } from "../front/temporary-folder.js";
import { buildValue } from "../model/build.js";
import { description, symbolsOf } from "./named.js";

const empty: NameLock = {
  operations: new Map(),
  schemas: new Map(),
  emitters: new Map(),
};

/** Names of a description under a lock. */
function name(document: unknown, lock: NameLock = empty): ChosenNames {
  const { api } = buildValue(document);
  if (api === undefined) throw new Error("no API");
  const collector = new DiagnosticCollector();
  const names = chooseNames(
    ...([api, findViews(api), noMappings, collector] as const),
    ...(["short", [], lock] as const),
  );
  expect(collector.all.filter(({ severity }) => severity === "error")).toEqual(
    [],
  );
  return names;
}

/** All exported names of each operation and schema, and its method. */
function exportsOf(names: ChosenNames): Map<string, string> {
  const textOf = (value: unknown) =>
    JSON.stringify(value, (key, member: unknown) =>
      key === "tag" ? undefined : member,
    );
  return new Map(
    [...names.schemas, ...names.operations].map(([id, own]) => [
      id,
      textOf(own),
    ]),
  );
}

const word = fc.constantFrom("pet", "Pet", "user", "list", "input", "Input");
const separator = fc.constantFrom("", "-", "_", ".");
const key = fc.tuple(word, separator, word).map((parts) => parts.join(""));
const schema = fc.oneof(
  fc.constant({ type: "string" }),
  fc.constant({ type: "string", enum: ["a", "b"] }),
  fc.constant({
    type: "object",
    properties: { id: { type: "string", readOnly: true } },
  }),
);
const schemas = fc.dictionary(key, schema, { maxKeys: 8 });
const operation = fc.record({
  operationId: key,
  tags: fc.subarray(["pets", "users"], { maxLength: 1 }),
});
const operations = fc
  .uniqueArray(operation, {
    maxLength: 6,
    selector: ({ operationId }) => operationId,
  })
  .map((list) =>
    Object.fromEntries(
      list.map((one) => [`POST /${one.operationId}`, one] as const),
    ),
  );

describe("a lock", () => {
  test("keeps all names, whatever is added or removed beside them", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(schemas, operations), { minLength: 2, maxLength: 5 }),
        (versions) => {
          let lock = empty;
          let before = new Map<string, string>();
          for (const [types, requests] of versions) {
            const names = name(description(types, requests), lock);
            const now = exportsOf(names);
            for (const [id, text] of before) {
              // The same key with another schema can gain and lose variants.
              const own = now.get(id);
              if (own === undefined || id.includes("schemas")) continue;
              expect(own).toBe(text);
            }
            const bases = (all: ChosenNames) =>
              [...all.schemas].map(
                ([id, { type }]) => [id, type.name] as const,
              );
            const known = new Map(
              [...lock.schemas].map(([id, one]) => [id, one.name]),
            );
            for (const [id, base] of bases(names)) {
              const old = known.get(id.split("/").at(-1) ?? "");
              if (old !== undefined) expect(base).toBe(old);
            }
            const all = symbolsOf(names).map((symbol) => symbol.name);
            expect(new Set(all).size).toBe(all.length);
            before = now;
            lock = names.lock ?? empty;
          }
        },
      ),
      { numRuns: 300, seed: 11 },
    );
  });

  test("gives the names that there are without it, if it is new", () => {
    fc.assert(
      fc.property(schemas, operations, (types, requests) => {
        const document = description(types, requests);
        const { lock, ...names } = name(document);
        const again = name(document, lock);
        expect(exportsOf(again)).toEqual(exportsOf(names));
        expect(again.lock && printLock(again.lock)).toBe(
          lock && printLock(lock),
        );
      }),
      { numRuns: 100, seed: 5 },
    );
  });

  test("survives being written and read", () => {
    const { lock = empty } = name(
      description(
        { "a-b": {}, AB: {}, "a.b": {} },
        { "GET /x": { operationId: 'say "hi"' } },
      ),
    );
    const cwd = temporaryFolder({ "names.json": printLock(lock) });
    const read = readLock("names.json", cwd, new DiagnosticCollector());
    expect(read.lock).toEqual(lock);
  });
});

describe("what is renamed", () => {
  test("keeps its old names as aliases until they are dropped", () => {
    const before = name(
      description(
        { Foo: { type: "integer" } },
        { "GET /a": { operationId: "getA" } },
      ),
    );
    const document = description(
      { Bar: { type: "integer" }, Other: { type: "string" } },
      { "GET /a": { operationId: "readA" } },
    );
    const after = name(document, before.lock);
    const old: Record<string, string> = Object.assign(
      {},
      ...after.aliases.map(({ names }) => names),
    ) as Record<string, string>;
    expect(old).toMatchObject({
      ...{ Bar: "Foo", isBar: "isFoo", validateBar: "validateFoo" },
      ...{ readA: "getA", ReadAInput: "GetAInput", readReadA: "readGetA" },
    });
    const later = name(document, after.lock);
    expect(later.aliases).toEqual(after.aliases);
    const dropped: NameLock = {
      ...empty,
      schemas: new Map([["Bar", { name: "Bar" }]]),
    };
    expect(name(document, dropped).aliases).toEqual([]);
  });

  test("twice keeps both", () => {
    const one = (id: string) =>
      description({}, { "GET /a": { operationId: id } });
    const third = name(one("c"), name(one("b"), name(one("a")).lock).lock);
    expect(third.aliases.flatMap(({ names }) => names["c"])).toEqual([
      "a",
      "b",
    ]);
  });

  test("is not what has moved to another path", () => {
    const before = name(
      description(
        {},
        { "GET /a": { operationId: "x" }, "GET /b": { operationId: "y" } },
      ),
    );
    const after = name(
      description(
        {},
        { "GET /b": { operationId: "x" }, "GET /a": { operationId: "z" } },
      ),
      before.lock,
    );
    expect(after.aliases.map(({ names }) => names["z"])).toEqual([]);
  });

  test("is not guessed where two schemas are alike", () => {
    const before = name(
      description({ A: { type: "string" }, B: { type: "string" } }),
    );
    const after = name(description({ C: { type: "string" } }), before.lock);
    expect(after.aliases).toEqual([]);
  });

  test("a schema that takes the old name gives way to the alias", () => {
    const before = name(description({ Foo: { type: "integer" } }));
    const between = name(
      description({ Bar: { type: "integer" } }),
      before.lock,
    );
    const after = name(
      description({ Bar: { type: "integer" }, Foo: { type: "boolean" } }),
      between.lock,
    );
    expect([...after.schemas.values()].map(({ type }) => type.name)).toEqual([
      "Bar",
      "FooModel",
    ]);
    expect(after.aliases).toHaveLength(1);
  });
});

describe("a lock that was edited or merged", () => {
  const entry = '{ "name": "A" }';
  test.each([
    ["{", "json-syntax"],
    ['<<<<<<< HEAD\n{ "version": 1 }\n=======\n{}\n>>>>>>> x\n', "yaml-syntax"],
    ["[]", "name-lock-invalid"],
    ["{}", "name-lock-invalid"],
    ['{ "version": 2 }', "name-lock-invalid"],
    ['{ "version": 1, "schemas": [] }', "name-lock-invalid"],
    ['{ "version": 1, "schemas": { "A": "A" } }', "name-lock-invalid"],
    [
      '{ "version": 1, "schemas": { "A": { "name": "a b" } } }',
      "name-lock-invalid",
    ],
    [
      '{ "version": 1, "schemas": { "A": { "name": "A", "was": 1 } } }',
      "name-lock-invalid",
    ],
    [
      '{ "version": 1, "schemas": { "A": { "name": "A", "others": [1] } } }',
      "name-lock-invalid",
    ],
    [
      '{ "version": 1, "operations": { "GET /": { "name": "A", "method": "a.b.c" } } }',
      "name-lock-invalid",
    ],
    [
      '{ "version": 1, "operations": { "GET /": { "name": "A", "id": 1 } } }',
      "name-lock-invalid",
    ],
    ['{ "version": 1, "emitters": { "a b": 1 } }', "name-lock-invalid"],
    [
      `{ "version": 1, "schemas": { "A": ${entry}, "A": ${entry} } }`,
      "duplicate-key",
    ],
    [
      `{ "version": 1, "schemas": { "A": ${entry}, "B": ${entry} } }`,
      "name-lock-conflict",
    ],
    [
      `{ "version": 1, "schemas": { "A": ${entry}, "B": { "name": "B", "was": [${entry}] } } }`,
      "name-lock-conflict",
    ],
  ])("%s: %s", (text, code) => {
    const cwd = temporaryFolder({ "names.json": text });
    const collector = new DiagnosticCollector();
    expect(readLock("names.json", cwd, collector).lock).toBeUndefined();
    expect(collector.all.map((one) => one.code)).toContain(code);
  });
});

const shop = (id: string, extra = "") =>
  `openapi: 3.1.0\ninfo: { title: Shop, version: "1" }\npaths:\n  /orders:\n    get:\n      operationId: ${id}\n      responses: { "200": { description: All. } }\n${extra}`;

describe("runs", () => {
  test("write the lock, check it, and leave it alone if nothing changes", async () => {
    const cwd = temporaryFolder({
      "a.yaml": shop("listOrders"),
      "node_modules/x": "",
      "specwright.config.mjs":
        'export default { spec: "a.yaml", out: "api", nameLock: "names.json" };',
    });
    const lock = join(cwd, "names.json");
    expect((await runHere(cwd, ["check"])).exitCode).toBe(1);
    expect(existsSync(lock)).toBe(false);
    expect((await runHere(cwd, [])).exitCode).toBe(0);
    expect((await runHere(cwd, ["check"])).exitCode).toBe(0);
    const own = `${JSON.stringify(JSON.parse(readFileSync(lock, "utf8")), null, 4)}\n`;
    writeFileSync(lock, own);
    expect((await runHere(cwd, [])).exitCode).toBe(0);
    expect(readFileSync(lock, "utf8")).toBe(own);
    writeFileSync(lock, '{ "version": 1 }');
    const checked = await runHere(cwd, ["check"]);
    expect(checked.exitCode).toBe(1);
    expect(checked.error).toContain("names.json is not what a.yaml gives");
    expect((await runHere(cwd, [])).exitCode).toBe(0);
    writeFileSync(join(cwd, "a.yaml"), shop("searchOrders"));
    expect((await runHere(cwd, [])).exitCode).toBe(0);
    expect(
      readFileSync(join(cwd, "api/operations/list-orders.ts"), "utf8"),
    ).toContain("export const listOrders: typeof searchOrders = searchOrders;");
    expect(readFileSync(join(cwd, "api/index.ts"), "utf8")).toContain(
      "list-orders",
    );
    expect(readFileSync(join(cwd, "api/api.ts"), "utf8")).toMatch(
      /Is called `searchOrders` now\.[^]*@deprecated[^]*listOrders\(/u,
    );
    writeFileSync(
      lock,
      readFileSync(lock, "utf8").replace(/, "was": \[.*\]/u, ""),
    );
    expect((await runHere(cwd, [])).exitCode).toBe(0);
    expect(existsSync(join(cwd, "api/operations/list-orders.ts"))).toBe(false);
  });

  test("write nothing if the lock is at fault", async () => {
    const cwd = temporaryFolder({
      "a.yaml": shop("listOrders"),
      "names.json": "{\n  x\n}",
      "specwright.config.mjs":
        'export default { spec: "a.yaml", out: "api", nameLock: "names.json" };',
    });
    const { exitCode, error } = await runHere(cwd, []);
    expect(exitCode).toBe(1);
    expect(error).toContain("names.json:2:3: error json-syntax");
    expect(existsSync(join(cwd, "api"))).toBe(false);
    expect(readFileSync(join(cwd, "names.json"), "utf8")).toBe("{\n  x\n}");
  });
});
