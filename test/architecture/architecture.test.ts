import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { findCycle } from "./find-cycle.js";
import { readFiles, root, type Import } from "./source-files.js";

const files = readFiles("generator");

/** The table that ESLint reads as well. */
const { packages, folders } = JSON.parse(
  readFileSync(`${root}test/architecture/layers.json`, "utf8"),
) as {
  /** The one folder that imports a package; null for one that none may import. */
  readonly packages: Readonly<Record<string, string | null>>;
  /**
   * What a folder may import besides itself: what comes before it, and the vocabulary that all share. The files that
   * stand in `generator/` itself have an empty name.
   */
  readonly folders: Readonly<Record<string, readonly string[]>>;
};

/** Types without a stage of their own: JSON itself, texts of a source, what emitters and commands are given. */
const vocabulary: ReadonlySet<string> = new Set([
  "generator/model/json.ts",
  "generator/read/document.ts",
  "generator/emit/context.ts",
  "generator/emit/emitter.ts",
  "generator/options.ts",
]);

/** The services that several emitters share. */
const sharedByEmitters = [
  "generator/emit/types/",
  "generator/emit/validators/",
  "generator/emit/mappings/",
  "generator/emit/docs/examples/",
  "generator/emit/docs/try-it/scripts.ts",
];

test("the generator has files", () => {
  expect(files.length).toBeGreaterThan(50);
  expect(files.flatMap((file) => file.imports).length).toBeGreaterThan(100);
});

describe("each third-party package has one importing folder", () => {
  for (const file of files) {
    test(file.path, () => {
      const strangers = file.imports
        .filter((entry) => !entry.isRelative && !isBuiltIn(entry))
        .filter((entry) => {
          const folder = packages[packageOf(entry.target)] ?? undefined;
          return (
            folder === undefined ||
            !file.path.startsWith(`generator/${folder}/`)
          );
        });
      expect(strangers.map((entry) => entry.target)).toEqual([]);
    });
  }
});

test("every package of package.json that ships has an importer", () => {
  const { dependencies } = JSON.parse(
    readFileSync(`${root}package.json`, "utf8"),
  ) as { dependencies: Record<string, string> };
  expect(Object.keys(packages).sort()).toEqual(
    expect.arrayContaining(Object.keys(dependencies)),
  );
  const imported = new Set(
    files.flatMap((file) =>
      file.imports.map((entry) => packageOf(entry.target)),
    ),
  );
  const unused = Object.keys(dependencies).filter(
    (name) => !imported.has(name),
  );
  expect(unused).toEqual([]);
});

test("imports make no cycle", () => {
  const graph = new Map(
    [...files, ...readFiles("templates/runtime")].map((file) => [
      file.path,
      file.imports
        .filter((entry) => entry.isRelative)
        .map((entry) => entry.target),
    ]),
  );
  expect(graph.has("templates/runtime/request.ts")).toBe(true);
  expect(findCycle(graph)).toEqual([]);
});

test("the table of layers has every folder, and no cycle", () => {
  const found = new Set(files.map((file) => layerOf(file.path)));
  expect(Object.keys(folders).sort()).toEqual([...found].sort());
  expect(findCycle(new Map(Object.entries(folders)))).toEqual([]);
});

test("a layer imports only what comes before it", () => {
  const wrong = files.flatMap((file) => {
    const layer = layerOf(file.path);
    return file.imports
      .filter((entry) => entry.isRelative && !vocabulary.has(entry.target))
      .filter((entry) => {
        const other = layerOf(entry.target);
        return other !== layer && folders[layer]?.includes(other) !== true;
      })
      .map((entry) => `${file.path} → ${entry.target}`);
  });
  expect(wrong).toEqual([]);
});

test("emitters do not import each other, but for the services they share", () => {
  const wrong = files
    .filter((file) => emitterOf(file.path) !== undefined)
    .flatMap((file) =>
      file.imports
        .filter((entry) => {
          const other = emitterOf(entry.target);
          return other !== undefined && other !== emitterOf(file.path);
        })
        .filter(
          (entry) =>
            !sharedByEmitters.some((place) => entry.target.startsWith(place)),
        )
        .map((entry) => `${file.path} → ${entry.target}`),
    );
  expect(wrong).toEqual([]);
});

test("only the reading, writing and copying stages touch the disk", () => {
  const places =
    /^generator\/(?:read|resolve|config|surroundings|cache|watch|output|format|cli|emit\/runtime|emit\/package|emit\/docs)\/|^generator\/[\w-]+\.ts$/;
  const wrong = files
    .filter((file) => !places.test(file.path))
    .filter((file) =>
      file.imports.some((entry) => /^node:fs(?:\/|$)/.test(entry.target)),
    );
  expect(wrong.map((file) => file.path)).toEqual([]);
});

test("no file has more than 400 lines, and their mean is small", () => {
  const long = files.filter((file) => file.lineCount > 400);
  expect(long.map((file) => `${file.path}: ${file.lineCount}`)).toEqual([]);
  const total = files.reduce((sum, file) => sum + file.lineCount, 0);
  expect(total / files.length).toBeLessThan(200);
});

test("docs/architecture.md names every folder of the generator, and no file or folder that is not there", () => {
  const page = readFileSync(`${root}docs/architecture.md`, "utf8");
  const named = [...page.matchAll(/`(generator\/[\w./-]*)`/g)].map(
    (match) => match[1] as string,
  );
  const paths = files.map((file) => file.path);
  const found = new Set(paths.map((path) => path.replace(/[^/]*$/, "")));
  expect([...found].filter((path) => !named.includes(path))).toEqual([]);
  expect(
    named.filter((path) => !found.has(path) && !paths.includes(path)),
  ).toEqual([]);
});

function packageOf(specifier: string): string {
  const segments = specifier.split("/");
  return segments.slice(0, specifier.startsWith("@") ? 2 : 1).join("/");
}

function isBuiltIn(entry: Import): boolean {
  return entry.target.startsWith("node:");
}

/** The folder below `generator/`; empty for the files that stand there themselves. The executable is the command line. */
function layerOf(path: string): string {
  if (path === "generator/bin.ts") return "cli";
  return /^generator\/([\w-]+)\//.exec(path)?.[1] ?? "";
}

function emitterOf(path: string): string | undefined {
  return /^generator\/emit\/([\w-]+)\//.exec(path)?.[1];
}
