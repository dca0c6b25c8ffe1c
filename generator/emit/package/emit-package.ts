import type { TextFile } from "../../code/file.js";
import { writtenModule } from "../../code/written-module.js";
import type { OutputSettings } from "../../config/config.js";
import type { Parts } from "../../config/parts.js";
import { isConverting } from "../../config/type-mapping.js";
import type { JsonObject } from "../../model/json.js";
import type { EmitContext } from "../context.js";
import { packageName, packageVersion } from "../package-identity.js";
import type { ModuleFacts, Unit } from "../emitter.js";
import { unitOf } from "../unit.js";

/** Folders of the output that hold modules, and so are entries of the package. */
function moduleFolders({ settings }: EmitContext): readonly string[] {
  const { formats = {}, schemas = {} } = settings.types;
  const isMapped = [formats, schemas].some((types) =>
    Object.values(types).some(isConverting),
  );
  const { operations, validators, types, standard } = settings.parts;
  return [
    ...(operations ? ["operations"] : []),
    ...(validators ? ["schemas"] : []),
    ...(types ? ["types"] : []),
    ...(standard ? ["standard"] : []),
    ...(isMapped && validators ? ["mappings"] : []),
    ...(validators ? ["runtime"] : []),
  ];
}

/**
 * The `package.json` that makes the output an npm package. JavaScript is ready for `npm pack`. TypeScript is for the
 * workspace or the repository around it: Node loads none from `node_modules`, so the package is private.
 */
export function packageUnit(modules: readonly ModuleFacts[]): Unit {
  const others = modules
    .map(({ path }) => path.replace(/\/.*$/, "/*").replace(/\.ts$/, ""))
    .filter((entry) => !ownEntries.has(entry.replace("/*", "")));
  return unitOf("package", [...new Set(others)].sort(), (entries, context) => [
    packageFile(entries, context),
  ]);
}

/** The folders and modules of the root that `moduleEntries` and `moduleFolders` know of. */
const ownEntries: ReadonlySet<string> = new Set([
  ...["index", "client", "api", "operations", "servers"],
  ...["schemas", "types", "standard", "mappings", "runtime"],
]);

/** Prettier lays out a `package.json` as `JSON.stringify` does. */
function packageFile(
  others: readonly string[],
  context: EmitContext,
): TextFile {
  const text = `${JSON.stringify(packageManifest(others, context), null, 2)}\n`;
  return { kind: "text", path: "package.json", text, isFinal: true };
}

function packageManifest(
  others: readonly string[],
  context: EmitContext,
): JsonObject {
  const { api, settings } = context;
  const { emit, parts } = settings;
  const folders = moduleFolders(context);
  const otherFolders = others
    .filter((entry) => entry.endsWith("/*"))
    .map((entry) => entry.slice(0, -2));
  const files = [
    ...["*.js", "*.d.ts", ...folders, ...otherFolders],
    ...(parts.docs ? ["docs"] : []),
  ];
  return {
    name: packageName(api.info, settings),
    version: packageVersion(api.info),
    description: `${api.info.title}: ${contents(parts)}`,
    ...(emit === "ts" ? { private: true } : {}),
    type: "module",
    sideEffects: false,
    exports: {
      ...moduleEntries(folders, others, settings),
      ...dataEntries(parts.docs),
    },
    ...(emit === "js" ? { files: [...files, "manifest.json"] } : {}),
  };
}

/** What the output has, in words. */
function contents({ types, validators, operations, docs }: Parts): string {
  if (operations)
    return "types, request builders, validators and response readers";
  if (validators) return "types and validators";
  if (types) return "types";
  return docs ? "reference pages" : "a description";
}

function moduleEntries(
  folders: readonly string[],
  others: readonly string[],
  { emit, parts }: Pick<OutputSettings, "emit" | "parts">,
): JsonObject {
  const modules = [...folders.map((folder) => `${folder}/*`), ...others];
  const entry = (module: string) => {
    const { code, types } = writtenModule(`./${module}.ts`, emit);
    return emit === "ts" ? code : { types, default: code };
  };
  return {
    ...(parts.types ? { ".": entry("index") } : {}),
    ...(parts.operations
      ? {
          "./client": entry("client"),
          "./api": entry("api"),
          "./operations": entry("operations"),
        }
      : {}),
    ...Object.fromEntries(
      modules.map((module) => [`./${module}`, entry(module)]),
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
