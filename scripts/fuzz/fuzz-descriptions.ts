import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import type { TextFile } from "../../generator/code/file.js";
import { compileFaults } from "../corpus/check-output.js";
import { checkDescription } from "./check-description.js";
import type { Finished, FuzzRun } from "./kinds.js";
import { newFolder } from "./new-folder.js";
import { randomDescription } from "./random-description.js";

/** One output in so many is compiled and loaded. */
const share = 16;

/** Descriptions against the generator; a share of the outputs is compiled by TypeScript 7, and imported. */
export function fuzzDescriptions(folder: string): Promise<FuzzRun> {
  const outputs = newFolder(folder, "outputs");
  const spec = join(folder, "openapi.yaml");
  const kept: number[] = [];
  return Promise.resolve({
    async check(seed) {
      const description = randomDescription(seed);
      const { faults, files } = await checkDescription(description, spec);
      const { emit, importExtension } = description.settings;
      const isCompiled =
        seed % share < 2 && emit !== "js" && importExtension === ".js";
      if (files !== undefined && isCompiled) {
        kept.push(seed);
        writeOutput(join(outputs, String(seed)), files);
        faults.push(...(await loadFaults(join(outputs, String(seed)), files)));
      }
      const generated = files === undefined ? 0 : 1;
      return { faults, counts: { descriptions: 1, generated } };
    },
    finish: () => compileAll(outputs, kept),
  });
}

async function compileAll(
  outputs: string,
  kept: readonly number[],
): Promise<Finished> {
  if (kept.length === 0) return { faults: [], counts: {} };
  const config = `${outputs}.json`;
  const errors = await compileFaults(
    `${outputs}/**/*.ts`,
    config,
    "7",
    "nodenext",
  );
  rmSync(outputs, { recursive: true });
  const faults = errors.map((error) =>
    error.replace(/^.*?outputs\/(\d+)\//, "seed $1: "),
  );
  return { faults, counts: { compiled: kept.length } };
}

function writeOutput(folder: string, files: readonly TextFile[]): void {
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** What goes wrong where every module is imported. */
async function loadFaults(
  folder: string,
  files: readonly TextFile[],
): Promise<readonly string[]> {
  const modules = files
    .filter(({ path }) => path.endsWith(".ts"))
    .map(({ path }, index) => `import * as m${index} from "./${path}";`);
  const used = modules.map((_, index) => `m${index}`).join();
  const outfile = join(folder, "bundle.mjs");
  try {
    await build({
      stdin: {
        contents: `${modules.join("\n")}\nexport const all = [${used}];`,
        resolveDir: folder,
        loader: "ts",
      },
      bundle: true,
      format: "esm",
      outfile,
      logLevel: "silent",
    });
    await import(pathToFileURL(outfile).href);
    return Reflect.has(globalThis, "__pwned") ? ["text was run"] : [];
  } catch (error) {
    return [`the output cannot be imported: ${String(error).slice(0, 500)}`];
  }
}
