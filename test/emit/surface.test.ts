import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { surfaceOf } from "../../generator/code/surface.js";
import { code } from "../../generator/code/code.js";
import { typeSymbol } from "../../generator/code/symbol.js";
import { generate } from "../../generator/generate.js";
import { makeOutput } from "../../generator/make-output.js";
import { temporaryFolder } from "../front/temporary-folder.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

async function surface(spec: string, emit: "ts" | "js" = "ts") {
  const settings = { surface: true, emit };
  const { files = [] } = await makeOutput({ spec, settings });
  return {
    files,
    text: files.find(({ path }) => path === "surface.txt")?.text ?? "",
  };
}

describe("surface.txt", () => {
  test("has a sorted line for each export of every case", async () => {
    const cases = readdirSync(`${root}test/cases`).filter(
      (name) => !name.startsWith("fails-") && name !== "filters",
    );
    for (const name of cases) {
      const spec = `${root}test/cases/${name}/openapi.yaml`;
      const { files, text } = await surface(spec);
      if (files.length === 0) continue;
      const lines = text.split("\n").slice(0, -1);
      expect(lines).toEqual([...lines].sort());
      const named = lines.map((line) => {
        const [path = "", kind = "", rest = ""] = line.split(" ");
        expect(["function", "const", "interface", "type"]).toContain(kind);
        return `${path} ${/^[\w$]+/u.exec(rest)?.[0]}`;
      });
      const modules = /^(?:types|schemas|operations|standard|mappings)\//u;
      const wanted = files
        .filter(({ path }) => modules.test(path))
        .flatMap((file) =>
          [
            ...file.text.matchAll(
              /^export (?:async )?(?:function\*?|const|interface|type) ([\w$]+)/gmu,
            ),
          ].map(([, own]) => `${file.path} ${own}`),
        );
      const found = named.filter((line) => modules.test(line));
      expect([...new Set(found)].sort(), name).toEqual(
        [...new Set(wanted)].sort(),
      );
    }
  }, 60_000);

  test("is the same for JavaScript, and is not there by default", async () => {
    const spec = `${root}examples/orders/openapi.yaml`;
    expect((await surface(spec, "js")).text).toBe((await surface(spec)).text);
    const { files = [] } = await makeOutput({ spec });
    expect(files.map(({ path }) => path)).not.toContain("surface.txt");
  });

  test("is the same after a run that makes few units again", async () => {
    const cwd = temporaryFolder({ "node_modules/x": "" });
    const spec = `${root}examples/orders/openapi.yaml`;
    const run = (packageName: string) =>
      generate({
        spec,
        out: "api",
        cwd,
        settings: { surface: true, packageName },
      });
    await run("a");
    expect((await run("a")).written).toEqual([]);
  });

  test("a signature is one line without comments, and literals stay", () => {
    const members = code`/** A "text". */\nreadonly a:\n  string;\n// none\n`;
    expect(
      surfaceOf({
        kind: "typescript",
        path: "types/a.ts",
        source: "x",
        declarations: [
          { kind: "interface", name: "A", exported: true, members },
          {
            kind: "typeAlias",
            name: "B",
            exported: true,
            type: code`"a  /* b */" |\n  ${typeSymbol("C", "types/c.ts")}`,
          },
          { kind: "typeAlias", name: "D", exported: false, type: code`1` },
          {
            kind: "function",
            name: "e",
            exported: true,
            parameters: [{ name: "f", type: code`A`, optional: true }],
            returnType: code`void`,
            body: code``,
          },
        ],
      }),
    ).toEqual([
      "types/a.ts interface A { readonly a: string; }",
      'types/a.ts type B = "a  /* b */" | C',
      "types/a.ts function e(f?: A): void",
    ]);
  });
});
