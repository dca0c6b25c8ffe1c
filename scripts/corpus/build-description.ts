import { DiagnosticCollector } from "../../generator/diagnostics/collector.js";
import type { Api } from "../../generator/model/api.js";
import { buildApi } from "../../generator/model/build-api.js";
import { readSource } from "../../generator/read/read-source.js";
import type { Description } from "../../generator/resolve/description.js";
import { resolveDescription } from "../../generator/resolve/resolve-description.js";
import { convertSwagger } from "../../generator/swagger/convert-swagger.js";

/** A spec, and what the generator makes of it before anything is named. */
export interface BuiltDescription {
  readonly api: Api;
  readonly description: Description;
}

/** A spec as the generator reads it. Throws an `Error` where it cannot. */
export function buildDescription(path: string): BuiltDescription {
  const collector = new DiagnosticCollector();
  const { document } = readSource(
    { path, file: "", displayName: path },
    collector,
  );
  if (document === undefined) throw new Error(`${path} cannot be read`);
  const description = resolveDescription(
    convertSwagger(document, collector),
    path,
    collector,
  );
  if (description === undefined) throw new Error(`${path} is no description`);
  return { api: buildApi(description, collector), description };
}
