import { readFileSync } from "node:fs";
import { fileHeader } from "../../code/file-header.js";
import type { TextFile } from "../../code/file.js";
import { packageRoot } from "../../code/package-root.js";
import type { JsonObject } from "../../model/json.js";
import { isConverting } from "../../config/type-mapping.js";
import type { EmitContext } from "../context.js";
import { packageName, packageVersion } from "../package-identity.js";
import type { Unit } from "../unit.js";

const templates = new URL("templates/package/", packageRoot);

/** Folders of the output that hold modules, and so are entries of the package. */
function moduleFolders({ settings }: EmitContext): readonly string[] {
  const { formats = {}, schemas = {} } = settings.types;
  const isMapped = [formats, schemas].some((types) =>
    Object.values(types).some(isConverting),
  );
  return [
    "operations",
    "schemas",
    "types",
    "standard",
    ...(isMapped ? ["mappings"] : []),
    "runtime",
  ];
}

/**
 * The files that make the output an npm package: `package.json`, and what `npm pack` needs to build `dist/`.
 * Within a workspace the entries lead to the sources, so that nothing has to be built for users of TypeScript;
 * in the packed package they lead to `dist/`.
 */
export function packageUnits(): Unit[] {
  return [
    {
      name: "package",
      emit: (context) => [
        json("package.json", packageManifest(context)),
        text(
          "publish.mjs",
          `${fileHeader("package")}\n${template("publish.mjs")}`,
        ),
        text("tsconfig.build.json", template("tsconfig.build.json")),
      ],
    },
  ];
}

function packageManifest(context: EmitContext): JsonObject {
  const { api, settings } = context;
  const folders = moduleFolders(context);
  return {
    name: packageName(api.info, settings),
    version: packageVersion(api.info),
    description: `${api.info.title}: types, request builders, validators and response readers`,
    type: "module",
    sideEffects: false,
    exports: {
      ...sourceEntries(folders),
      ...dataEntries(settings.docs),
    },
    files: [
      "dist",
      "*.ts",
      ...folders.map((folder) => `${folder}/**/*.ts`),
      ...(settings.docs ? ["docs"] : []),
      "manifest.json",
    ],
    scripts: {
      build: "tsc -p tsconfig.build.json",
      prepack: "npm run build && node publish.mjs before",
      postpack: "node publish.mjs after",
    },
    devDependencies: { typescript: ">=5.9.0" },
    publishConfig: {
      exports: { ...builtEntries(folders), ...dataEntries(settings.docs) },
    },
  };
}

function sourceEntries(folders: readonly string[]): JsonObject {
  return entries(folders, (module) => `./${module}.ts`);
}

function builtEntries(folders: readonly string[]): JsonObject {
  return entries(folders, (module) => ({
    types: `./dist/${module}.d.ts`,
    default: `./dist/${module}.js`,
  }));
}

function entries(
  folders: readonly string[],
  target: (module: string) => string | JsonObject,
): JsonObject {
  return {
    ".": target("index"),
    "./operations": target("operations"),
    ...Object.fromEntries(
      folders.map((folder) => [`./${folder}/*`, target(`${folder}/*`)]),
    ),
  };
}

function dataEntries(docs: boolean): JsonObject {
  return {
    ...(docs ? { "./docs/*": "./docs/*" } : {}),
    "./manifest.json": "./manifest.json",
    "./package.json": "./package.json",
  };
}

/** Prettier lays out a `package.json` as `JSON.stringify` does. */
function json(path: string, value: JsonObject): TextFile {
  return text(path, `${JSON.stringify(value, null, 2)}\n`);
}

function text(path: string, content: string): TextFile {
  return { kind: "text", path, text: content, isFinal: true };
}

function template(name: string): string {
  return readFileSync(new URL(name, templates), "utf8");
}
