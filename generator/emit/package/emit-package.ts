import type { TextFile } from "../../code/file.js";
import { writtenModule } from "../../code/written-module.js";
import type { EmitLanguage } from "../../config/config.js";
import { isConverting } from "../../config/type-mapping.js";
import type { JsonObject } from "../../model/json.js";
import type { EmitContext } from "../context.js";
import { packageName, packageVersion } from "../package-identity.js";
import type { Unit } from "../unit.js";

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
 * The `package.json` that makes the output an npm package. JavaScript is ready for `npm pack`. TypeScript is for the
 * workspace or the repository around it: Node loads none from `node_modules`, so the package is private.
 */
export function packageUnits(): Unit[] {
  return [{ name: "package", emit: (context) => [packageFile(context)] }];
}

/** Prettier lays out a `package.json` as `JSON.stringify` does. */
function packageFile(context: EmitContext): TextFile {
  const text = `${JSON.stringify(packageManifest(context), null, 2)}\n`;
  return { kind: "text", path: "package.json", text, isFinal: true };
}

function packageManifest(context: EmitContext): JsonObject {
  const { api, settings } = context;
  const { emit, docs } = settings;
  const folders = moduleFolders(context);
  const files = ["*.js", "*.d.ts", ...folders, ...(docs ? ["docs"] : [])];
  return {
    name: packageName(api.info, settings),
    version: packageVersion(api.info),
    description: `${api.info.title}: types, request builders, validators and response readers`,
    ...(emit === "ts" ? { private: true } : {}),
    type: "module",
    sideEffects: false,
    exports: { ...moduleEntries(folders, emit), ...dataEntries(docs) },
    ...(emit === "js" ? { files: [...files, "manifest.json"] } : {}),
  };
}

function moduleEntries(
  folders: readonly string[],
  emit: EmitLanguage,
): JsonObject {
  const entry = (module: string) => {
    const { code, types } = writtenModule(`./${module}.ts`, emit);
    return emit === "ts" ? code : { types, default: code };
  };
  return {
    ".": entry("index"),
    "./client": entry("client"),
    "./api": entry("api"),
    "./operations": entry("operations"),
    ...Object.fromEntries(
      folders.map((folder) => [`./${folder}/*`, entry(`${folder}/*`)]),
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
