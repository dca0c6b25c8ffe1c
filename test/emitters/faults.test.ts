import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { code, defineEmitter, type Emitter } from "../../generator/index.js";
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

  test("two of a name are refused", async () => {
    const twin = defineEmitter({ name: "twin", units: () => [] });
    const twice = run(shop(), [twin, twin]);
    await expect(twice).rejects.toThrow('Two emitters are called "twin"');
    const ours = defineEmitter({ name: "types", units: () => [] });
    await expect(run(shop(), [ours])).rejects.toThrow("types");
  });
});
