import type { OutputFile } from "../code/file.js";
import type { EmitContext } from "./context.js";
import { emitDocs } from "./docs/emit-docs.js";
import { emitIndex } from "./index/emit-index.js";
import { emitOperations } from "./operations/emit-operations.js";
import { emitPackage } from "./package/emit-package.js";
import { emitRuntime } from "./runtime/emit-runtime.js";
import { emitSchemas } from "./schemas/emit-schemas.js";
import { emitStandard } from "./standard/emit-standard.js";
import { emitTypes } from "./types/emit-types.js";

/**
 * Every file of the output but the manifest, which holds the hashes of the finished files. The order is the
 * same in every run; no path stands twice.
 */
export function emitAll(context: EmitContext): OutputFile[] {
  const modules = [
    ...emitTypes(context),
    ...emitSchemas(context),
    ...emitStandard(context),
    ...emitOperations(context),
  ];
  return [
    ...emitPackage(context),
    ...emitIndex(modules),
    ...modules,
    ...emitRuntime(context, modules),
    ...(context.settings.docs ? emitDocs(context) : []),
  ];
}
