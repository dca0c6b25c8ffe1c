import { describe, expect, test } from "vitest";
import type { Settings } from "../../generator/config/config.js";
import { placeOutput } from "../../generator/surroundings/place-output.js";
import { temporaryFolder } from "../front/temporary-folder.js";

type Files = Readonly<Record<string, string>>;

const app: Files = { "package.json": '{ "name": "app" }' };

async function place(
  files: Files,
  out = "src/api",
  settings: Settings = {},
): Promise<{
  isPackage?: boolean;
  emit?: string;
  ending?: string;
  reason?: string;
}> {
  const folder = temporaryFolder(files);
  const { settings: placed, reason } = await placeOutput(settings, out, folder);
  return {
    ...(placed.isPackage === undefined ? {} : { isPackage: placed.isPackage }),
    ...(placed.emit === "js" ? { emit: placed.emit } : {}),
    ...(placed.importExtension === undefined
      ? {}
      : { ending: placed.importExtension }),
    ...(reason === undefined ? {} : { reason }),
  };
}

const tsconfig = (compilerOptions: object, more: object = {}): string =>
  `// A comment.\n${JSON.stringify({ compilerOptions, ...more }).replace(/\}$/, ",}")}`;

describe("a folder is a package", () => {
  test("of TypeScript with no package.json above", async () => {
    expect(await place({})).toEqual({ isPackage: true, ending: ".js" });
  });

  test.each<[string, Files, string]>([
    [
      "of npm",
      { "package.json": '{ "workspaces": ["packages/*"] }' },
      "packages/api",
    ],
    [
      "of Yarn",
      { "package.json": '{ "workspaces": { "packages": ["./packages/**"] } }' },
      "packages/sdk/api",
    ],
    [
      "of pnpm",
      {
        "package.json": "{}",
        "pnpm-workspace.yaml":
          "packages:\n  # ours\n  - 'packages/*' # all\n  - apps/web\ncatalog: {}\n",
      },
      "packages/api",
    ],
    [
      "of a package further up",
      {
        "package.json": '{ "workspaces": ["packages/*", "packages/*/gen"] }',
        "packages/app/package.json": "{}",
      },
      "packages/app/gen",
    ],
  ])("of JavaScript as a workspace %s", async (_title, files, out) => {
    expect(await place(files, out)).toEqual({
      isPackage: true,
      emit: "js",
      ending: ".js",
    });
  });

  test("of JavaScript where its name is given", async () => {
    const settings = { packageName: "@acme/api" };
    const expected = { isPackage: true, emit: "js", ending: ".js" };
    expect(await place(app, "src/api", settings)).toEqual(expected);
    expect(await place({}, "api", settings)).toEqual(expected);
  });

  test.each([
    [{ emit: "ts" }, ".js"],
    [{ importExtension: ".ts" }, ".ts"],
    [{ importExtension: "none" }, "none"],
  ] as const)("of TypeScript where settings ask: %j", async (asked, ending) => {
    const settings = { ...asked, packageName: "@acme/api" };
    const placed = await place(app, "src/api", settings);
    expect(placed).toEqual({ isPackage: true, ending });
  });
});

test("JavaScript in the source of an application has no package files", async () => {
  const files = {
    ...app,
    "tsconfig.json": tsconfig({ moduleResolution: "bundler" }),
  };
  expect(await place(files, "src/api", { emit: "js" })).toEqual({
    isPackage: false,
    emit: "js",
    ending: ".js",
  });
});

describe("a folder is a part of a package", () => {
  test.each<[string, Files, string]>([
    ["above it", app, "src/api"],
    [
      "that is not in the list of workspaces",
      { "package.json": '{ "workspaces": ["packages/*"] }' },
      "apps/web/src/api",
    ],
    [
      "whose workspace it only begins like",
      { "package.json": '{ "workspaces": ["packages/api"] }' },
      "packages/api2",
    ],
    ["that cannot be read", { "package.json": "{" }, "api"],
  ])("%s", async (_title, files, out) => {
    expect(await place(files, out)).toMatchObject({ isPackage: false });
  });
});

describe("imports end", () => {
  test.each<[string, Files, string, string]>([
    ["in .js without a tsconfig.json", {}, ".js", "no tsconfig.json above"],
    [
      "in .js under nodenext",
      { "tsconfig.json": tsconfig({ module: "NodeNext" }) },
      ".js",
      "tsconfig.json, moduleResolution: nodenext",
    ],
    [
      "in .js under node16",
      { "tsconfig.json": tsconfig({ moduleResolution: "node16" }) },
      ".js",
      "tsconfig.json, moduleResolution: node16",
    ],
    [
      "in nothing under bundler",
      {
        "tsconfig.json": tsconfig({
          module: "esnext",
          moduleResolution: "Bundler",
        }),
      },
      "none",
      "tsconfig.json, moduleResolution: bundler",
    ],
    [
      "in nothing under CommonJS",
      { "tsconfig.json": tsconfig({ module: "commonjs" }) },
      "none",
      "tsconfig.json, module: commonjs",
    ],
    [
      "in nothing under node10",
      { "tsconfig.json": tsconfig({ moduleResolution: "node" }) },
      "none",
      "tsconfig.json, moduleResolution: node10",
    ],
    [
      "in nothing where nothing is said",
      { "tsconfig.json": tsconfig({ strict: true }) },
      "none",
      "tsconfig.json, module: absent",
    ],
    [
      "as an extended file says",
      {
        "tsconfig.json": '{ "extends": ["./base.json", "@acme/base"] }',
        "base.json": tsconfig({ module: "commonjs" }),
        "node_modules/@acme/base/tsconfig.json": tsconfig({
          module: "nodenext",
        }),
      },
      ".js",
      "tsconfig.json, moduleResolution: nodenext",
    ],
    [
      "as the project says that has the folder",
      {
        "tsconfig.json":
          '{ "files": [], "references": [{ "path": "./tsconfig.node.json" }, { "path": "./tsconfig.app.json" }] }',
        "tsconfig.node.json": tsconfig(
          { module: "nodenext" },
          { include: ["vite.config.ts"] },
        ),
        "tsconfig.app.json": tsconfig(
          { module: "esnext", moduleResolution: "bundler" },
          { include: ["src"] },
        ),
      },
      "none",
      "tsconfig.app.json, moduleResolution: bundler",
    ],
    [
      "in .ts for Deno",
      {
        "deno.jsonc": "{}",
        "tsconfig.json": tsconfig({ moduleResolution: "bundler" }),
      },
      ".ts",
      "deno.jsonc",
    ],
    [
      "as the nearest file says",
      {
        "tsconfig.json": tsconfig({ module: "nodenext" }),
        "src/tsconfig.json": tsconfig({ module: "commonjs" }),
      },
      "none",
      "src/tsconfig.json, module: commonjs",
    ],
  ])("%s", async (_title, files, ending, reason) => {
    const placed = await place({ ...app, ...files });
    expect(placed).toEqual({ isPackage: false, ending, reason });
  });

  test("in .ts in a project of Deno without package.json", async () => {
    const expected = { isPackage: false, ending: ".ts", reason: "deno.json" };
    expect(await place({ "deno.json": "{}" })).toEqual(expected);
  });

  test("as the settings say", async () => {
    const files = { ...app, "deno.json": "{}" };
    const placed = await place(files, "api", { importExtension: ".js" });
    expect(placed).toEqual({ isPackage: false, ending: ".js" });
  });
});
