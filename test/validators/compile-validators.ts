import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import {
  defaultSettings,
  type OutputSettings,
} from "../../generator/config/config.js";
import { DiagnosticCollector } from "../../generator/diagnostics/collector.js";
import type { Diagnostic } from "../../generator/diagnostics/diagnostic.js";
import { schemaUnits } from "../../generator/emit/schemas/emit-schemas.js";
import { standardUnits } from "../../generator/emit/standard/emit-standard.js";
import { typeUnits } from "../../generator/emit/types/emit-types.js";
import { buildApi } from "../../generator/model/build-api.js";
import { noMappings } from "../../generator/mapping/mappings.js";
import { findViews } from "../../generator/model/find-views.js";
import type { JsonValue } from "../../generator/model/json.js";
import { chooseNames } from "../../generator/names/choose-names.js";
import { printFiles } from "../../generator/print/print-files.js";
import { readSource } from "../../generator/read/read-source.js";
import { resolveDescription } from "../../generator/resolve/resolve-description.js";
import type { Issue } from "../../templates/runtime/issues.js";
import { noTools } from "../no-tools.js";

/** A description to compile; every named schema becomes a module. */
export interface DescriptionInput {
  readonly document: JsonValue;
  readonly resources?: ReadonlyMap<string, JsonValue>;
  readonly settings?: Partial<OutputSettings>;
}

export interface Validator {
  is(value: unknown): boolean;
  validate(value: unknown): {
    readonly ok: boolean;
    readonly issues?: readonly Issue[];
  };
}

export interface CompiledDescription {
  readonly diagnostics: readonly Diagnostic[];
  /** The exported functions of all schema modules, by name. */
  readonly exports: Readonly<Record<string, (value: unknown) => unknown>>;
  /** The text of the modules, by path. */
  readonly modules: ReadonlyMap<string, string>;
  /** The exact validators of a component, by its key. */
  validator(name: string): Validator;
}

const runtimeFolder = resolve(import.meta.dirname, "../../templates/runtime");

/** Takes descriptions through the stages up to printed modules, bundles them all at once and loads the bundle. */
export async function compileValidators(
  inputs: readonly DescriptionInput[],
): Promise<CompiledDescription[]> {
  const folder = mkdtempSync(join(tmpdir(), "validators-"));
  try {
    const emitted = inputs.map((input) => emit(input, folder));
    const loaded = await load(
      emitted.map(({ modules }) => modules),
      folder,
    );
    return emitted.map(({ diagnostics, modules, functions }, index) => {
      const exports = loaded[index] ?? {};
      return {
        diagnostics,
        modules,
        exports,
        validator(name) {
          const found = functions.get(name);
          const is = exports[found?.is ?? ""];
          const validate = exports[found?.validate ?? ""];
          if (is === undefined || validate === undefined) {
            throw new Error(
              `no validator of ${name}: ${JSON.stringify(diagnostics)}`,
            );
          }
          return {
            is: is as Validator["is"],
            validate: validate as Validator["validate"],
          };
        },
      };
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** One component schema, as a description of its own. */
export async function compileSchema(
  schema: JsonValue,
  settings: Partial<OutputSettings> = {},
  openapi = "3.1.1",
): Promise<Validator> {
  const [compiled] = await compileValidators([
    { document: descriptionOf({ Tested: schema }, openapi), settings },
  ]);
  if (compiled === undefined) throw new Error("nothing compiled");
  return compiled.validator("Tested");
}

/** A description that holds nothing but named schemas. */
export function descriptionOf(
  schemas: { readonly [name: string]: JsonValue },
  openapi = "3.1.1",
): JsonValue {
  return {
    openapi,
    info: { title: "Test", version: "1" },
    paths: {},
    components: { schemas },
  };
}

interface Emitted {
  readonly diagnostics: readonly Diagnostic[];
  readonly modules: ReadonlyMap<string, string>;
  readonly functions: ReadonlyMap<
    string,
    { readonly is: string; readonly validate: string }
  >;
}

function emit(
  { document, resources, settings }: DescriptionInput,
  folder: string,
): Emitted {
  const spec = join(folder, "openapi.json");
  writeFileSync(spec, JSON.stringify(document));
  const collector = new DiagnosticCollector();
  const nothing = (): Emitted => ({
    diagnostics: collector.all,
    modules: new Map(),
    functions: new Map(),
  });
  const read = readSource(
    { path: spec, file: "", displayName: "openapi.json" },
    collector,
  );
  if (read.document === undefined) return nothing();
  const description = resolveDescription(
    read.document,
    spec,
    collector,
    resources === undefined ? {} : { resources },
  );
  if (description === undefined) return nothing();
  const all = { ...defaultSettings, ...settings };
  const api = buildApi(description, collector, all);
  if (collector.hasErrors) return nothing();
  const views = findViews(api);
  const names = chooseNames(api, views, noMappings, collector);
  const context = {
    api,
    views,
    mappings: noMappings,
    names,
    settings: all,
  };
  const ids = Object.keys(api.definitions);
  const files = printFiles(
    [...typeUnits(ids), ...schemaUnits(ids), ...standardUnits(ids)].flatMap(
      (unit) => unit.emit(context, noTools),
    ),
    all,
  );
  return {
    diagnostics: collector.all,
    modules: new Map(files.map(({ path, text }) => [path, text])),
    functions: new Map(
      [...names.schemas.values()].map(({ name, is, validate }) => [
        name,
        { is: is.name, validate: validate.name },
      ]),
    ),
  };
}

type Loaded = Record<string, (value: unknown) => unknown>;

async function load(
  descriptions: readonly ReadonlyMap<string, string>[],
  folder: string,
): Promise<readonly Loaded[]> {
  const files = new Map<string, string>();
  const lines: string[] = [];
  descriptions.forEach((modules, index) => {
    const names: string[] = [];
    for (const [path, text] of modules) {
      files.set(`/${index}/${path}`, text);
      names.push(`m${index}_${names.length}`);
      lines.push(`import * as ${names.at(-1)} from "/${index}/${path}";`);
    }
    lines.push(
      `export const d${index} = Object.assign({}, ${names.join(", ") || "{}"});`,
    );
  });
  files.set("/entry.ts", lines.join("\n"));
  const outfile = join(folder, "bundle.mjs");
  await build({
    entryPoints: ["/entry.ts"],
    bundle: true,
    format: "esm",
    outfile,
    logLevel: "error",
    plugins: [
      {
        name: "memory",
        setup(bundler) {
          bundler.onResolve({ filter: /.*/ }, ({ path, importer }) => {
            const runtime = /\/runtime\/([\w-]+)\.js$/.exec(path)?.[1];
            if (runtime !== undefined) {
              return { path: join(runtimeFolder, `${runtime}.ts`) };
            }
            if (importer.startsWith(runtimeFolder)) {
              return {
                path: resolve(runtimeFolder, path.replace(/js$/, "ts")),
              };
            }
            return {
              path: resolve(importer, "..", path).replace(/\.js$/, ".ts"),
              namespace: "memory",
            };
          });
          bundler.onLoad({ filter: /.*/, namespace: "memory" }, ({ path }) => ({
            contents: files.get(path) ?? "",
            loader: "ts",
          }));
        },
      },
    ],
  });
  const url = `${pathToFileURL(outfile).href}?${Math.random()}`;
  const bundle = (await import(url)) as Record<string, Loaded>;
  return descriptions.map((_, index) => bundle[`d${index}`] ?? {});
}
