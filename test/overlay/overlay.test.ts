import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { generate } from "../../generator/generate.js";
import { DiagnosticCollector } from "../../generator/diagnostics/collector.js";
import { locateDiagnostics } from "../../generator/diagnostics/locate.js";
import { makeOutput } from "../../generator/make-output.js";
import type { JsonValue } from "../../generator/model/json.js";
import { applyOverlays } from "../../generator/overlay/apply-overlays.js";
import { pointerOf } from "../../generator/read/json-pointer.js";
import { readSource } from "../../generator/read/read-source.js";
import { runHere } from "../front/run-cli.js";
import { temporaryFolder } from "../front/temporary-folder.js";

interface Applied {
  readonly value: JsonValue | undefined;
  /** `code file:line` */
  readonly found: readonly string[];
  /** The place of a JSON Pointer into the result: `file:line`. */
  readonly lineOf: (pointer: string) => string;
}

/** Applies overlays to a description, all as text. */
function apply(
  description: string,
  overlays: readonly string[],
  allow: "overlay-unmatched"[] = [],
): Applied {
  const names = overlays.map((_, index) => `o${index}.yaml`);
  const cwd = temporaryFolder({
    "a.yaml": description,
    ...Object.fromEntries(
      names.map((name, index) => [name, overlays[index] ?? ""]),
    ),
  });
  const collector = new DiagnosticCollector({ allow });
  const { document: entry } = readSource(
    { path: join(cwd, "a.yaml"), file: "", displayName: "a.yaml" },
    collector,
  );
  if (entry === undefined) throw new Error("no description");
  const { document, sources } = applyOverlays(
    entry,
    names,
    { spec: "a.yaml", cwd },
    collector,
  );
  const all = new Map([["", document ?? entry], ...sources]);
  const located = locateDiagnostics(collector.all, all, "a.yaml");
  return {
    value: document?.value,
    found: located.map(({ code, file, line }) => `${code} ${file}:${line}`),
    lineOf: (pointer) => {
      const place = document?.placeInText?.(pointer);
      if (place === undefined) return "";
      const { line } = place.source.position(place.pointer);
      return `${place.source.displayName}:${line}`;
    },
  };
}

/** An overlay with these lines as its actions. */
function overlay(actions: string, version = "1.1.0"): string {
  return `overlay: ${version}\ninfo: { title: T, version: "1" }\nactions:\n${actions}`;
}

describe("actions", () => {
  test("`update` merges objects, adds to lists, and replaces the rest", () => {
    const { value, found } = apply(
      "a: { b: 1, c: [1], d: { e: x } }\nf: [1, 2]\ng: text\n",
      [
        overlay(`  - target: $.a
    update: { b: 2, c: [2, 3], d: { n: null }, __proto__: { x: 1 } }
  - target: $.f
    update: { k: 1 }
  - target: $.f
    update: [[3], 4]
  - target: $.g
    update: other
`),
      ],
    );
    expect(found).toEqual([]);
    expect(JSON.stringify(value)).toBe(
      '{"a":{"b":2,"c":[1,2,3],"d":{"e":"x","n":null},"__proto__":{"x":1}},"f":[1,2,{"k":1},[3],4],"g":"other"}',
    );
  });

  test("`remove` takes members and entries, whatever else is removed with them", () => {
    const { value, found } = apply(
      "a: { b: { c: 1 }, d: 2 }\nl: [1, 2, { x: 1 }, 3, 2]\n",
      [
        overlay(`  - target: $..b
    remove: true
  - target: $.l[?@ == 2 || @.x == 1]
    remove: true
  - target: $.a.d
    remove: true
    update: { ignored: true }
`),
      ],
    );
    expect(found).toEqual([]);
    expect(value).toEqual({ a: {}, l: [1, 3] });
    expect(
      apply("a: { b: { b: 1 } }\n", [
        overlay("  - target: $..b\n    remove: true\n"),
      ]).value,
    ).toEqual({ a: {} });
  });

  test("`remove: false` removes nothing", () => {
    const { value, found } = apply("a: { b: 1 }\n", [
      overlay(
        "  - target: $.a\n    remove: false\n  - target: $.a\n    remove: false\n    update: { b: 2 }\n",
      ),
    ]);
    expect(found).toEqual([]);
    expect(value).toEqual({ a: { b: 2 } });
  });

  test("`copy` merges one value, as it is then, and a move is made of three actions", () => {
    const { value, found } = apply(
      "paths:\n  /items: { get: { tags: [a] } }\n  /some: { delete: {} }\nn: 1\nm: 2\n",
      [
        overlay(`  - target: $.paths
    update: { /new: {} }
  - target: $.paths['/new']
    copy: $.paths['/items']
  - target: $.paths['/items']
    remove: true
  - target: $.paths['/new'].get.tags
    update: b
  - target: $.m
    copy: $.n
  - target: $.paths
    copy: $.paths
`),
      ],
    );
    expect(found).toEqual([]);
    expect(value).toEqual({
      paths: {
        "/some": { delete: {} },
        "/new": { get: { tags: ["a", "b", "a", "b"] } },
      },
      n: 1,
      m: 1,
    });
  });

  test("each is applied to what the one before has left, overlays in their order", () => {
    const { value } = apply("l: []\n", [
      overlay(
        "  - target: $.l\n    update: 1\n  - target: $.l\n    update: 2\n",
      ),
      overlay("  - target: $.l[0]\n    update: 3\n"),
    ]);
    expect(value).toEqual({ l: [3, 2] });
  });

  test("aliases of the description are values of their own", () => {
    const { value } = apply("a: &x { b: 1 }\nc: *x\n", [
      overlay("  - target: $.a\n    update: { b: 2 }\n"),
    ]);
    expect(value).toEqual({ a: { b: 2 }, c: { b: 1 } });
  });
});

describe("faults", () => {
  const a = "a: { b: 1, l: [1], o: {} }\n";
  test.each([
    [
      "an action without a match",
      "  - target: $.a.x\n    update: {}\n",
      "overlay-unmatched o0.yaml:4",
    ],
    [
      "a path that is none",
      "  - target: $.a[\n    update: {}\n",
      "overlay-path o0.yaml:4",
    ],
    [
      "a path before RFC 9535",
      "  - target: $.a./b\n    update: {}\n",
      "overlay-path o0.yaml:4",
    ],
    [
      "an object into a list",
      "  - target: $.a\n    update: { l: {} }\n",
      "overlay-conflict o0.yaml:5",
    ],
    [
      "a text into an object",
      "  - target: $.a\n    update: text\n",
      "overlay-conflict o0.yaml:5",
    ],
    [
      "a list in place of a number",
      "  - target: $.a.b\n    update: []\n",
      "overlay-conflict o0.yaml:5",
    ],
    [
      "targets of two kinds",
      "  - target: $.a.*\n    update: {}\n",
      "overlay-conflict o0.yaml:4",
    ],
    [
      "the root removed",
      "  - target: $\n    remove: true\n",
      "overlay-conflict o0.yaml:4",
    ],
    [
      "two values to copy",
      "  - target: $.a\n    copy: $.a.*\n",
      "overlay-conflict o0.yaml:5",
    ],
    [
      "nothing to copy",
      "  - target: $.a\n    copy: $.x\n",
      "overlay-conflict o0.yaml:5",
    ],
    [
      "`copy` and `update`",
      "  - target: $.a\n    copy: $.a\n    update: {}\n",
      "overlay-invalid o0.yaml:5",
    ],
    [
      "`remove` as text",
      "  - target: $.a\n    remove: yes\n",
      "overlay-invalid o0.yaml:5",
    ],
    ["no target", "  - update: {}\n", "overlay-invalid o0.yaml:4"],
    ["an action that is none", "  - $.a\n", "overlay-invalid o0.yaml:4"],
    [
      "an action without effect",
      "  - target: $.a\n",
      "overlay-field o0.yaml:4",
    ],
    [
      "a misspelt field",
      "  - target: $.a\n    remove: true\n    upd: {}\n",
      "overlay-field o0.yaml:6",
    ],
    ["no actions", "  []\n", "overlay-invalid o0.yaml:4"],
  ])("%s", (_, actions, expected) => {
    expect(apply(a, [overlay(actions)]).found).toContain(expected);
  });

  test("what 1.0 does not know", () => {
    expect(
      apply(a, [
        overlay(
          "  - target: $.a.b\n    update: 2\n  - target: $.a\n    copy: $.a\n",
          "1.0.0",
        ),
      ]).found,
    ).toEqual(["overlay-invalid o0.yaml:7"]);
    expect(
      apply(a, [overlay("  - target: $.a.b\n    update: 2\n", "1.0.0")]).found,
    ).toEqual(["overlay-conflict o0.yaml:4"]);
  });

  test.each([
    ["overlay: 2.0.0\nactions: []\n", "overlay-invalid o0.yaml:1"],
    ["openapi: 3.1.0\n", "overlay-invalid o0.yaml:1"],
    ["- 1\n", "overlay-invalid o0.yaml:1"],
    ["a: [\n", "yaml-syntax o0.yaml:2"],
    ["", "empty-document o0.yaml:1"],
  ])("a file that is no overlay: %j", (text, expected) => {
    const { value, found } = apply(a, [text]);
    expect(value).toBeUndefined();
    expect(found).toContain(expected);
  });

  test("an action without a match has no effect if it is allowed", () => {
    const { value, found } = apply(
      "a: 1\n",
      [overlay("  - target: $.x\n    update: {}\n")],
      ["overlay-unmatched"],
    );
    expect(found).toEqual(["overlay-unmatched o0.yaml:4"]);
    expect(value).toEqual({ a: 1 });
  });

  test("an overlay for another description is a warning", () => {
    const text = (spec: string) =>
      overlay("  - target: $\n    update: {}\n").replace(
        "actions:",
        `extends: ${spec}\nactions:`,
      );
    expect(apply(a, [text("./a.yaml")]).found).toEqual([]);
    expect(apply(a, [text("b.yaml")]).found).toEqual([
      "overlay-extends o0.yaml:3",
    ]);
  });
});

describe("places", () => {
  test("lead to the text that a value was written in", () => {
    const { value, lineOf } = apply(
      "list:\n  - one\n  - two\n  - three\nkept: { a: 1 }\nmoved:\n  deep: x\n",
      [
        overlay(`  - target: $.list[0]
    remove: true
  - target: $.list
    update: four
  - target: $.kept
    update:
      a: 2
      b:
        c: 3
  - target: $
    update: { there: {} }
  - target: $.there
    copy: $.moved
`),
      ],
    );
    expect(value).toMatchObject({ list: ["two", "three", "four"] });
    expect(lineOf("/list/0")).toBe("a.yaml:3");
    expect(lineOf("/list/1")).toBe("a.yaml:4");
    expect(lineOf("/list/2")).toBe("o0.yaml:7");
    expect(lineOf("/kept/a")).toBe("o0.yaml:10");
    expect(lineOf("/kept/b/c")).toBe("o0.yaml:12");
    expect(lineOf("/kept")).toBe("a.yaml:5");
    expect(lineOf("/there/deep")).toBe("a.yaml:7");
  });

  test("random edits: every scalar of the result is where its place says", () => {
    const scalar = fc.integer({ min: 0, max: 1e9 });
    const tree = fc.letrec<{ node: unknown }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 3 },
        scalar,
        fc.array(tie("node"), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom("a", "b", "c/d", "e~"), tie("node"), {
          maxKeys: 3,
        }),
      ),
    })).node;
    const root = fc.dictionary(fc.constantFrom("a", "b"), tree);
    const target = fc.constantFrom("$.a", "$.b", "$..a", "$.*[0]", "$..[1]");
    const action = fc.oneof(
      fc.record({ target, remove: fc.constant(true) }),
      fc.record({ target, update: tree }),
      fc.record({ target, copy: fc.constantFrom("$.a", "$.b", "$.a.b") }),
    );
    fc.assert(
      fc.property(
        root,
        fc.array(action, { minLength: 1, maxLength: 5 }),
        (before, actions) => {
          const file = JSON.stringify({
            overlay: "1.1.0",
            info: { title: "T", version: "1" },
            actions,
          });
          const cwd = temporaryFolder({
            "a.json": JSON.stringify(before),
            "o.json": file,
          });
          const collector = new DiagnosticCollector();
          const { document: entry } = readSource(
            { path: join(cwd, "a.json"), file: "", displayName: "a.json" },
            collector,
          );
          if (entry === undefined) return;
          const { document } = applyOverlays(
            entry,
            ["o.json"],
            { spec: "a.json", cwd },
            collector,
          );
          const visit = (value: unknown, keys: readonly string[]): void => {
            if (typeof value === "object" && value !== null) {
              for (const [key, member] of Object.entries(value))
                visit(member, [...keys, key]);
              return;
            }
            const place = document?.placeInText?.(pointerOf(keys));
            const { line, column } = place?.source.position(place.pointer) ?? {
              line: 1,
              column: 1,
            };
            const text = place?.source.line(line)?.slice(column - 1) ?? "";
            expect(
              text.startsWith(String(value)),
              `${pointerOf(keys)} ${text}`,
            ).toBe(true);
          };
          visit(document?.value, []);
        },
      ),
      { numRuns: 150, seed: 3 },
    );
  });
});

const shop = `openapi: 3.1.0
info: { title: Shop, version: "1" }
paths:
  /orders:
    get:
      operationId: listOrders
      responses:
        "200":
          description: All.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Ordr" }
components:
  schemas:
    Order: { type: object }
`;

const fix = overlay(`  - target: $..schema["$ref"]
    update: "#/components/schemas/Order"
`);

describe("runs", () => {
  test("mend a description that is at fault, on the command line and in the configuration", async () => {
    const cwd = temporaryFolder({ "a.yaml": shop, "fix.yaml": fix });
    const broken = await runHere(cwd, ["a.yaml", "--out", "api"]);
    expect(broken.exitCode).toBe(1);
    const mended = await runHere(cwd, [
      "a.yaml",
      "--out",
      "api",
      "--overlay",
      "fix.yaml",
    ]);
    expect(mended.error).toBe("");
    expect(mended.exitCode).toBe(0);
    writeFileSync(
      join(cwd, "specwright.config.mjs"),
      'export default { spec: "a.yaml", out: "api", overlays: ["fix.yaml"] };',
    );
    expect((await runHere(cwd, ["check"])).exitCode).toBe(0);
    expect(
      (await runHere(cwd, ["check", "--overlay", "none.yaml"])).error,
    ).toContain('"none.yaml" does not exist');
  });

  test("take the description that the first overlay extends", async () => {
    const cwd = temporaryFolder({
      "vendor/a.yaml": shop,
      "fixes/fix.yaml": fix.replace(
        "actions:",
        "extends: ../vendor/a.yaml\nactions:",
      ),
    });
    const run = await runHere(cwd, [
      "--overlay",
      "fixes/fix.yaml",
      "--out",
      "api",
    ]);
    expect(run.error).toBe("");
    expect(run.out).toContain("api: 1 operation, 1 schema");
  });

  test("know an overlay that has changed, and count it among the inputs", async () => {
    const cwd = temporaryFolder({
      "a.yaml": shop,
      "fix.yaml": fix,
      "node_modules/x": "",
    });
    const run = () =>
      generate({ spec: "a.yaml", out: "api", overlays: ["fix.yaml"], cwd });
    const { inputs, ok } = await run();
    expect(ok).toBe(true);
    expect(inputs.map((path) => path.split(/[\\/]/u).at(-1))).toEqual([
      "a.yaml",
      "fix.yaml",
    ]);
    expect((await run()).written).toEqual([]);
    writeFileSync(
      join(cwd, "fix.yaml"),
      `${fix}  - target: $.paths['/orders'].get\n    update: { summary: Lists them. }\n`,
    );
    expect((await run()).written).toContain("operations/list-orders.ts");
    const hashes = JSON.parse(
      readFileSync(join(cwd, "api/manifest.json"), "utf8"),
    ) as object;
    expect(JSON.stringify(hashes)).toContain("sha256");
  });

  test("follow overlays in a watch", async () => {
    const cwd = temporaryFolder({ "a.yaml": shop, "fix.yaml": fix });
    const runs: boolean[] = [];
    const { watch } = await generate({
      ...{ spec: "a.yaml", out: "api", overlays: ["fix.yaml"], cwd },
      watch: { onRun: ({ result }) => runs.push(result?.ok === true) },
    });
    writeFileSync(join(cwd, "fix.yaml"), "overlay: 1.1.0\n");
    await expect.poll(() => runs, { timeout: 10_000 }).toEqual([true, false]);
    writeFileSync(join(cwd, "fix.yaml"), fix);
    await expect
      .poll(() => runs, { timeout: 10_000 })
      .toEqual([true, false, true]);
    await watch?.close();
  });

  test("compare each revision with the overlays that it has", async () => {
    const withId = (type: string) =>
      `${fix}  - target: $.components.schemas.Order\n    update: { properties: { id: { type: ${type} } } }\n`;
    const cwd = temporaryFolder({
      "a.yaml": shop,
      "fix.yaml": withId("string"),
      "specwright.config.mjs":
        'export default { spec: "a.yaml", overlays: ["fix.yaml"] };',
    });
    const git = (...args: string[]) =>
      spawnSync("git", ["-c", "user.name=T", "-c", "user.email=t@t", ...args], {
        cwd,
      });
    git("init", "-q");
    git("add", ".");
    git("commit", "-qm", "First");
    const same = await runHere(cwd, ["diff", "a.yaml", "--json"]);
    expect(same.error).toBe("");
    expect(JSON.parse(same.out)).toMatchObject({ verdict: "none" });
    writeFileSync(join(cwd, "fix.yaml"), withId("integer"));
    const changed = await runHere(cwd, ["diff", "a.yaml", "--json"]);
    const { changes } = JSON.parse(changed.out) as {
      changes: { new: { file: string; line: number } }[];
    };
    expect(changes.length).toBeGreaterThan(0);
    expect(changes.map((change) => change.new.file)).toContain("fix.yaml");
  });

  test("come before the conversion of Swagger 2.0, with places in both", async () => {
    const cwd = temporaryFolder({
      "a.yaml": `swagger: "2.0"\ninfo: { title: Old, version: "1" }\npaths: {}\ndefinitions:\n  A: { type: strng }\n`,
      "fix.yaml": overlay(
        "  - target: $.definitions\n    update:\n      B: { type: nmber }\n",
      ),
    });
    const { diagnostics } = await makeOutput({
      spec: "a.yaml",
      overlays: ["fix.yaml"],
      cwd,
    });
    const places = diagnostics
      .filter(({ severity }) => severity === "error")
      .map(({ file, line, pointer }) => `${file}:${line} ${pointer}`);
    expect(places).toEqual([
      "a.yaml:5 /definitions/A/type",
      "fix.yaml:6 /actions/0/update/B/type",
    ]);
  });
});
