import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pack, publintMessages, typeProblems } from "./pack.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
let folder: string;
let tarball: string;
let files: readonly string[];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "specwright-own-"));
  tarball = pack(root, folder);
  spawnSync("tar", ["xzf", tarball, "-C", folder]);
  files = readdirSync(join(folder, "package"), {
    recursive: true,
    withFileTypes: true,
  })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("specwright's own package", () => {
  test("publint has nothing to say", async () => {
    expect(await publintMessages(tarball)).toEqual([]);
  });

  test("the types of the library are right", async () => {
    expect(await typeProblems(tarball, [".", "./plugin"])).toEqual([]);
  }, 60_000);

  test("installing it runs nothing", () => {
    const { scripts } = JSON.parse(
      readFileSync(join(folder, "package/package.json"), "utf8"),
    ) as { readonly scripts: object };
    expect(Object.keys(scripts)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/install$|^prepare$/)]),
    );
  });

  test("it holds what runs, what it copies and what is to be read", () => {
    const paths = files.map((path) => path.slice(folder.length + 9));
    expect(paths).toContain("dist/bin.js");
    expect(paths).toContain("templates/runtime/request.ts");
    const strangers = paths.filter(
      (path) =>
        !/^(?:dist\/.*(?:\.js|\.d\.ts|\.json|LICENSE)|dist\/licenses\/[\w.-]+\.txt|templates\/.*\.(?:ts|js|css|svg)|docs\/.*\.(?:md|svg)|examples\/.*|spec\/.*\.ya?ml|package\.json|README\.md|LICENSE)$/.test(
          path,
        ),
    );
    expect(strangers).toEqual([]);
  });

  test("declarations lead to each other", () => {
    const declarations = files.filter((path) => path.endsWith(".d.ts"));
    expect(declarations.length).toBeGreaterThan(10);
    for (const path of declarations)
      for (const [, specifier = ""] of readFileSync(path, "utf8").matchAll(
        /^(?:import|export|\}) .*from "(\.[^"]+)\.js";$/gm,
      ))
        expect(
          existsSync(join(dirname(path), `${specifier}.d.ts`)),
          `${path}: ${specifier}`,
        ).toBe(true);
  });

  test("links in the README and the docs lead to files that are in it", () => {
    const pages = files.filter((path) => path.endsWith(".md"));
    expect(pages.length).toBeGreaterThan(10);
    const broken = pages.flatMap((page) =>
      linksOf(readFileSync(page, "utf8"))
        .filter((link) => !existsSync(join(dirname(page), link)))
        .map((link) => `${page.slice(folder.length + 9)}: ${link}`),
    );
    expect(broken).toEqual([]);
  });
});

/** The paths that links and images of a page lead to, outside of its code. */
function linksOf(markdown: string): readonly string[] {
  const prose = markdown.replace(/^```[\s\S]*?^```/gm, "");
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = ""]) => target.replace(/#.*$/, ""))
    .filter((target) => target !== "" && !/^[a-z]+:/.test(target));
}
