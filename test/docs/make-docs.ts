import { resolve } from "node:path";
import { defaultSettings } from "../../generator/config/config.js";
import { DiagnosticCollector } from "../../generator/diagnostics/collector.js";
import { docsUnits } from "../../generator/emit/docs/emit-docs.js";
import { buildApi } from "../../generator/model/build-api.js";
import { noMappings } from "../../generator/mapping/mappings.js";
import { findViews } from "../../generator/model/find-views.js";
import { chooseNames } from "../../generator/names/choose-names.js";
import { readSource } from "../../generator/read/read-source.js";
import { resolveDescription } from "../../generator/resolve/resolve-description.js";
import { allOperations } from "../../generator/model/api.js";
import { noTools } from "../no-tools.js";

/** The docs of a description by their path below `docs/`. */
export async function makeDocs(
  spec: string,
): Promise<ReadonlyMap<string, string>> {
  const path = resolve(spec);
  const collector = new DiagnosticCollector();
  const location = { path, file: "", displayName: spec };
  const { document } = await readSource(location, collector);
  if (document === undefined) throw new Error(`${spec} cannot be read`);
  const description = await resolveDescription(document, path, collector);
  if (description === undefined) throw new Error(`${spec} is not OpenAPI`);
  const api = buildApi(description, collector);
  const views = findViews(api);
  const names = chooseNames(api, views, noMappings, collector);
  const context = {
    api,
    views,
    mappings: noMappings,
    names,
    settings: defaultSettings,
  };
  const pointers = allOperations(api).map(({ pointer }) => pointer);
  const files = docsUnits(Object.keys(api.definitions), pointers)
    .flatMap((unit) => unit.emit(context, noTools))
    .filter((file) => file.kind === "text");
  return new Map(
    files.map(({ path: name, text }) => [name.replace(/^docs\//, ""), text]),
  );
}
