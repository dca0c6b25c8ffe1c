import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build as esbuild } from "esbuild";
import { describe, expect, test } from "vitest";
import { specwright } from "../../generator/plugin/plugin.js";
import { run } from "../downstream/run.js";
import { makeProject } from "./project.js";

const packages = fileURLToPath(new URL("packages/", import.meta.url));
export const isInstalled = existsSync(`${packages}node_modules/webpack`);
if (!isInstalled)
  console.warn(
    "SKIPPED: npm install --prefix test/plugin/packages --ignore-scripts",
  );

/** Imports a bundler of test/plugin/packages, whose types the project does not have. */
async function load(name: string): Promise<Record<string, CallableFunction>> {
  const path = createRequire(`${packages}package.json`).resolve(name);
  const module = (await import(pathToFileURL(path).href)) as {
    default?: object;
  };
  return { ...module.default, ...module } as Record<string, CallableFunction>;
}

/** Builds `src/main.ts` of a folder into `out.mjs`, and rejects if the build fails. */
type Build = (folder: string) => Promise<void>;

const rolls =
  (name: "rollup" | "rolldown"): Build =>
  async (folder) => {
    const { [name]: bundler } = await load(name);
    const types = (await import("oxc-transform")).transformSync;
    const stripped = {
      name: "types",
      transform: (text: string, id: string) =>
        id.endsWith(".ts") ? types(id, text).code : null,
    };
    const bundle = await bundler?.({
      input: join(folder, "src/main.ts"),
      plugins: [specwright[name]({ folder }), stripped],
    });
    await bundle.write({ file: join(folder, "out.mjs"), format: "es" });
    await bundle.close();
  };

const packs =
  (name: "webpack" | "rspack", specifier: string): Build =>
  async (folder) => {
    const { [name]: bundler, ...more } = await load(specifier);
    const start = bundler ?? more["default"];
    await new Promise<void>((resolve, reject) => {
      start?.(
        {
          mode: "production",
          target: "node20",
          context: folder,
          entry: "./src/main.ts",
          experiments: { outputModule: true },
          output: { path: folder, filename: "out.mjs", module: true },
          module: { rules: [{ test: /\.ts$/, use: `${packages}strip.mjs` }] },
          plugins: [specwright[name]({ folder })],
        },
        (
          error: unknown,
          stats?: { hasErrors(): boolean; toString(): string },
        ) => {
          if (error !== null && error !== undefined) reject(error as Error);
          else if (stats?.hasErrors()) reject(new Error(stats.toString()));
          else resolve();
        },
      );
    });
  };

const bundlers: Readonly<Record<string, Build>> = {
  esbuild: async (folder) => {
    await esbuild({
      entryPoints: [join(folder, "src/main.ts")],
      outfile: join(folder, "out.mjs"),
      ...{ bundle: true, format: "esm", platform: "node" },
      logLevel: "silent",
      plugins: [specwright.esbuild({ folder })],
    });
  },
  vite: async (folder) => {
    const { build } = await load("vite");
    await build?.({
      ...{ root: folder, configFile: false, logLevel: "silent" },
      build: {
        ...{
          outDir: ".",
          emptyOutDir: false,
          target: "es2022",
          ssr: "src/main.ts",
        },
        rollupOptions: { output: { entryFileNames: "out.mjs" } },
      },
      plugins: [specwright.vite({ folder })],
    });
  },
  rollup: rolls("rollup"),
  rolldown: rolls("rolldown"),
  webpack: packs("webpack", "webpack"),
  rspack: packs("rspack", "@rspack/core"),
};

describe.each(Object.entries(bundlers))("%s", (name, build) => {
  const canRun = isInstalled || name === "esbuild";

  test.skipIf(!canRun)("generates before it builds", async () => {
    const { folder, describe } = await makeProject();
    await build(folder);
    const print = () => run(folder, process.execPath, "out.mjs");
    expect(print()).toBe("https://books.example/books\n");
    describe("", "/shelves");
    await build(folder);
    expect(print()).toBe("https://books.example/shelves\n");
  });

  test.skipIf(!canRun)("fails with a place, and keeps the output", async () => {
    const { folder, describe, read } = await makeProject();
    await build(folder);
    const before = read("src/api/index.ts");
    describe("    Shelf: { type: nothing }\n");
    await expect(build(folder)).rejects.toThrow(/openapi\.yaml:20:\d+: error/);
    expect(read("src/api/index.ts")).toBe(before);
  });
});
