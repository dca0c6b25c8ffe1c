import type { EmitContext } from "./context.js";
import { indexUnit } from "./index/emit-index.js";
import { mappingUnits } from "./mappings/emit-mappings.js";
import { operationUnits } from "./operations/emit-operations.js";
import { packageUnits } from "./package/emit-package.js";
import { runtimeUnit } from "./runtime/emit-runtime.js";
import { schemaUnits } from "./schemas/emit-schemas.js";
import { standardUnits } from "./standard/emit-standard.js";
import { typeUnits } from "./types/emit-types.js";
import type { Unit } from "./unit.js";

/**
 * The units of everything but the files that list others. The order is the same in every run; no path stands
 * twice.
 */
export async function listUnits({
  api,
  settings,
}: EmitContext): Promise<Unit[]> {
  const ids = Object.keys(api.definitions);
  const pointers = [...api.operations, ...api.receivers].map(
    ({ pointer }) => pointer,
  );
  return [
    ...(settings.isPackage ? packageUnits() : []),
    ...typeUnits(ids),
    ...schemaUnits(ids),
    ...standardUnits(ids),
    ...mappingUnits(ids),
    ...operationUnits(pointers),
    ...(settings.docs ? await listDocsUnits(ids, pointers) : []),
  ];
}

/** Loads the emitter of docs, and with it the parser of Markdown and what colours code, where docs are wanted. */
async function listDocsUnits(
  ids: readonly string[],
  pointers: readonly string[],
): Promise<Unit[]> {
  const { docsUnits } = await import("./docs/emit-docs.js");
  return docsUnits(ids, pointers);
}

/** What the files that list others need to know of a finished module. */
export interface ModuleFacts {
  readonly path: string;
  /** The names that it exports. */
  readonly exports: readonly string[];
  /** Modules of the runtime that it imports. */
  readonly runtime: readonly string[];
}

/** The units of `index.ts` and of the runtime, once all modules are known. */
export function listClosingUnits(modules: readonly ModuleFacts[]): Unit[] {
  const exporting = modules.filter(({ exports }) => exports.length > 0);
  return [
    indexUnit(exporting.map(({ path }) => path)),
    runtimeUnit(new Set(modules.flatMap(({ runtime }) => runtime))),
  ];
}
