import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, describe, expect, test } from "vitest";
import { compilers, contractFlags, run } from "../downstream/run.js";
import { runHere } from "../front/run-cli.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const packages = `${root}test/documentation/packages`;
const isInstalled =
  existsSync(join(packages, "node_modules/msw")) &&
  existsSync(join(packages, "node_modules/@tanstack/react-query"));
if (!isInstalled)
  console.warn("SKIPPED: npm install --prefix test/documentation/packages");

const config = `import { defineConfig } from "specwright";
import { hono } from "./emitters/hono.js";
import { msw } from "./emitters/msw.js";
import { tanstackQuery } from "./emitters/tanstack-query.js";

export default defineConfig({
  spec: "openapi.yaml",
  out: "api",
  parts: { docs: false },
  emitters: [msw, tanstackQuery, hono],
});
`;

/** The package's own declarations: those that a build made, else the sources, which take long. */
const declarations = existsSync(`${root}dist/index.d.ts`)
  ? `${root}dist/index.d.ts`
  : `${root}generator/index.ts`;

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders)
    rmSync(folder, { recursive: true, force: true });
});

test("each example is shorter than 80 lines", () => {
  for (const name of ["hono", "msw", "tanstack-query"]) {
    const text = readFileSync(`${root}examples/emitters/${name}.ts`, "utf8");
    expect(text.trimEnd().split("\n").length, name).toBeLessThan(80);
  }
});

describe.skipIf(!isInstalled)("the examples of emitters", () => {
  test("make modules that compile and do what they are for", async () => {
    const cache = join(packages, "node_modules/.cache");
    mkdirSync(cache, { recursive: true });
    const folder = mkdtempSync(join(cache, "specwright-emitters-"));
    folders.push(folder);
    cpSync(`${root}examples/emitters`, join(folder, "emitters"), {
      recursive: true,
    });
    cpSync(`${root}examples/orders/openapi.yaml`, join(folder, "openapi.yaml"));
    cpSync(
      fileURLToPath(new URL("use-examples.ts", import.meta.url)),
      join(folder, "use.ts"),
    );
    writeFileSync(join(folder, "specwright.config.ts"), config);
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
    const { exitCode, error } = await runHere(folder, ["generate", "--strict"]);
    expect({ exitCode, error }).toEqual({ exitCode: 0, error: "" });
    writeFileSync(
      join(folder, "tsconfig.json"),
      JSON.stringify({
        compilerOptions: {
          target: "es2023",
          lib: ["es2023", "dom", "dom.iterable"],
          module: "nodenext",
          types: ["node"],
          noEmit: true,
          skipLibCheck: true,
          paths: { specwright: [declarations] },
        },
        files: ["use.ts", "specwright.config.ts"],
      }),
    );
    for (const [, tsc] of compilers)
      run(folder, process.execPath, tsc, "-p", ".", ...contractFlags);
    await build({
      entryPoints: [join(folder, "use.ts")],
      outfile: join(folder, "use.mjs"),
      bundle: true,
      format: "esm",
      platform: "node",
      packages: "external",
    });
    expect(run(folder, process.execPath, "use.mjs").trim()).toBe("done");
    expect((await runHere(folder, ["check"])).exitCode).toBe(0);
  }, 120_000);
});
