import {
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

/** A named schema as the manifest of an output tells of it. */
export interface OutputSchema {
  readonly name: string;
  readonly pointer: string;
  readonly module: string;
  readonly typeModule: string;
  readonly exports: Readonly<Record<string, string>>;
}

export interface Output {
  /** The folder of the scripts. */
  readonly scripts: string;
  readonly schemas: readonly OutputSchema[];
  /** The exports of a schema's module. */
  load(schema: OutputSchema): Promise<Readonly<Record<string, unknown>>>;
}

const outputs = new Map<string, Promise<Output>>();

/** The validators and operations of an output, as scripts beside it that are made once. */
export function loadOutput(folder: string): Promise<Output> {
  const known = outputs.get(folder);
  if (known !== undefined) return known;
  const output = makeScripts(folder);
  outputs.set(folder, output);
  return output;
}

async function makeScripts(folder: string): Promise<Output> {
  const scripts = `${folder}.js`;
  rmSync(scripts, { recursive: true, force: true });
  mkdirSync(scripts);
  writeFileSync(`${scripts}/package.json`, '{ "type": "module" }');
  await build({
    entryPoints: ["types", "schemas", "operations", "runtime"]
      .filter((name) => existsSync(`${folder}/${name}`))
      .map((name) => `${folder}/${name}/*.ts`),
    outbase: folder,
    outdir: scripts,
    format: "esm",
    logLevel: "error",
  });
  const { schemas } = JSON.parse(
    readFileSync(`${folder}/manifest.json`, "utf8"),
  ) as { schemas: readonly OutputSchema[] };
  return {
    scripts,
    schemas,
    load: ({ module }) => {
      const path = `${scripts}/${module.replace(/\.ts$/, ".js")}`;
      return import(pathToFileURL(path).href) as Promise<
        Record<string, unknown>
      >;
    },
  };
}
