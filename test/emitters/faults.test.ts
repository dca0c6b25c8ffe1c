import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  code,
  defineEmitter,
  valueSymbol,
  type CodeSymbol,
  type Emitter,
} from "../../generator/index.js";
import type { Parts } from "../../generator/config/parts.js";
import { run, shop } from "./shop.js";

describe("an emitter at fault is a diagnostic that names it", () => {
  const text = (path: string) => [{ kind: "text", path, text: "" }] as const;
  const cases: readonly [string, Emitter, object][] = [
    [
      "a unit throws",
      defineEmitter({
        name: "broken",
        units: () => [
          {
            name: "x",
            emit: () => {
              throw new TypeError("it is late");
            },
          },
        ],
      }),
      {
        code: "emitter-failed",
        message:
          'The emitter "broken" failed at its unit "x": TypeError: it is late',
      },
    ],
    [
      "naming throws",
      defineEmitter({
        name: "broken",
        names: ({ reserve }) =>
          reserve("a", { name: "no name", module: "a.ts" }),
        units: () => [],
      }),
      {
        code: "emitter-failed",
        message: expect.stringContaining("failed at naming") as string,
      },
    ],
    [
      "listing units throws",
      defineEmitter({
        name: "broken",
        units: () => Promise.reject(new Error("no")),
      }),
      {
        code: "emitter-failed",
        message: expect.stringContaining(
          "listing its units: Error: no",
        ) as string,
      },
    ],
    [
      "a name was not reserved",
      defineEmitter({
        name: "broken",
        units: () => [
          { name: "x", emit: (_, { symbol }) => [symbol("y")] as never },
        ],
      }),
      {
        code: "emitter-failed",
        message: expect.stringContaining(
          'no name is reserved under "y"',
        ) as string,
      },
    ],
    ...["../x.txt", "/x.txt", "a/../../x", "C:\\x.txt", ""].map(
      (path): [string, Emitter, object] => [
        `a file outside: ${path}`,
        defineEmitter({
          name: "far",
          units: () => [{ name: "x", emit: () => text(path) }],
        }),
        {
          code: "emitter-file",
          message: expect.stringContaining("outside") as string,
        },
      ],
    ),
    ...[
      "types/order.ts",
      "Types/Order.ts",
      "manifest.json",
      "index.ts",
      "package.json",
    ].map((path): [string, Emitter, object] => [
      `a file of ours: ${path}`,
      defineEmitter({
        name: "thief",
        units: () => [{ name: "x", emit: () => text(path) }],
      }),
      {
        code: "emitter-file",
        message: expect.stringContaining('The emitter "thief"') as string,
      },
    ]),
    [
      "a name of ours",
      defineEmitter({
        name: "twin",
        units: () => [
          {
            name: "x",
            emit: () => [
              {
                kind: "typescript",
                path: "twin.ts",
                source: "",
                declarations: [
                  {
                    kind: "typeAlias",
                    name: "Order",
                    exported: true,
                    type: code`1`,
                  },
                ],
              },
            ],
          },
        ],
      }),
      {
        code: "emitter-name",
        message: expect.stringContaining('exports "Order"') as string,
      },
    ],
  ];
  test.each(cases)("%s", async (_, emitter, expected) => {
    const folder = shop();
    const { ok, written, diagnostics } = await run(folder, [emitter]);
    expect({ ok, written }).toEqual({ ok: false, written: [] });
    expect(diagnostics).toMatchObject([{ severity: "error", ...expected }]);
    expect(existsSync(join(folder, "out"))).toBe(false);
  });

  describe("imports of what the output does not have", () => {
    const importing = (symbol: CodeSymbol): Emitter =>
      defineEmitter({
        name: "importer",
        units: () => [
          {
            name: "x",
            emit: () => [
              {
                kind: "typescript",
                path: "mine/uses.ts",
                source: "",
                declarations: [
                  {
                    kind: "typeAlias",
                    name: "Uses",
                    exported: true,
                    type: code`typeof ${symbol}`,
                  },
                ],
              },
            ],
          },
        ],
      });
    const again = (module: string): Emitter =>
      defineEmitter({
        name: "importer",
        units: () => [
          {
            name: "x",
            emit: () => [
              {
                kind: "typescript",
                path: "mine/again.ts",
                source: "",
                isEntry: true,
                declarations: [{ kind: "reexport", module }],
              },
            ],
          },
        ],
      });
    const only = { types: true, validators: false, docs: false } as const;
    const operation = "operations/list-orders.ts";
    test.each<[string, Emitter, Partial<Parts>, string]>([
      [
        "a part that is left out",
        importing(valueSymbol("listOrders", operation)),
        only,
        `there is no module "${operation}"`,
      ],
      [
        "a module that no emitter makes",
        importing(valueSymbol("a", "mine/other.ts")),
        { docs: false },
        'there is no module "mine/other.ts"',
      ],
      [
        "a name that a module does not export",
        importing(valueSymbol("listAll", operation)),
        { docs: false },
        `"${operation}" does not export "listAll"`,
      ],
      [
        "a module that is exported again",
        again("schemas/order.ts"),
        only,
        'there is no module "schemas/order.ts"',
      ],
    ])("%s", async (_, emitter, parts, fault) => {
      const folder = shop();
      const settings = { parts };
      const expected = {
        ok: false,
        diagnostics: [
          {
            code: "emitter-import",
            message: expect.stringContaining(fault) as string,
          },
        ],
      };
      expect(await run(folder, [emitter], { settings })).toMatchObject(
        expected,
      );
    });

    test.each(["ts", "js"] as const)(
      "what is there is no fault, and a cached unit is checked again: %s",
      async (emit) => {
        const folder = shop();
        const emitterFiles = [join(folder, "openapi.json")];
        const emitter = importing(valueSymbol("listOrders", operation));
        const go = (parts: Partial<Parts>) =>
          run(folder, [emitter], {
            settings: { parts, emit },
            emitterFiles,
          });
        expect(await go({ docs: false })).toMatchObject({ ok: true });
        expect(await go(only)).toMatchObject({ ok: false });
        expect(await go({ docs: false })).toMatchObject({ ok: true });
        expect(
          await run(folder, [again("schemas/order.ts")], {
            settings: { parts: { docs: false }, emit },
          }),
        ).toMatchObject({ ok: true });
      },
    );
  });

  test("two of a name are refused", async () => {
    const twin = defineEmitter({ name: "twin", units: () => [] });
    const twice = run(shop(), [twin, twin]);
    await expect(twice).rejects.toThrow('Two emitters are called "twin"');
    const ours = defineEmitter({ name: "types", units: () => [] });
    await expect(run(shop(), [ours])).rejects.toThrow("types");
  });
});
