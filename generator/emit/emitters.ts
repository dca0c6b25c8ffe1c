import type { PartName } from "../config/parts.js";
import type { DefinitionId } from "../model/schema.js";
import { tryItRuntimeUnit } from "./docs/try-it/runtime-unit.js";
import type { ApiIds, Emitter, Unit } from "./emitter.js";
import { aliasUnits } from "./aliases/emit-aliases.js";
import { fixtureUnits } from "./fixtures/emit-fixtures.js";
import { indexUnit } from "./index/emit-index.js";
import { mappingUnits } from "./mappings/emit-mappings.js";
import { operationUnits } from "./operations/emit-operations.js";
import { packageUnit } from "./package/emit-package.js";
import { runtimeUnit } from "./runtime/emit-runtime.js";
import { schemaUnits } from "./schemas/emit-schemas.js";
import { standardUnits } from "./standard/emit-standard.js";
import { surfaceUnit } from "./surface/emit-surface.js";
import { typeUnits } from "./types/emit-types.js";

/** What specwright makes itself. The order decides in which order `index.ts` lists modules, and about nothing else. */
export const emitters: readonly Emitter[] = [
  { name: "types", units: ofPart("types", typeUnits) },
  { name: "schemas", units: ofPart("validators", schemaUnits) },
  { name: "standard", units: ofPart("standard", standardUnits) },
  { name: "mappings", units: ofPart("validators", mappingUnits) },
  {
    name: "operations",
    units: (ids) =>
      ids.settings.parts.operations ? operationUnits(operationsOf(ids)) : [],
  },
  { name: "fixtures", units: ofPart("fixtures", fixtureUnits) },
  {
    name: "aliases",
    units: ({ aliases, settings: { parts } }) =>
      aliasUnits(aliases, {
        // The units after the first are of all operations.
        operation: (of) =>
          parts.operations ? operationUnits([of]).slice(0, 1) : [],
        schema: (of) => [
          ...(parts.types ? typeUnits([of]) : []),
          ...(parts.validators ? schemaUnits([of]) : []),
          ...(parts.standard ? standardUnits([of]) : []),
          ...(parts.validators ? mappingUnits([of]) : []),
        ],
      }),
  },
  {
    name: "docs",
    units: (ids) => (ids.settings.parts.docs ? docsUnits(ids) : []),
    closing: (_modules, { settings }, scripts) =>
      settings.tryIt && settings.parts.docs && settings.parts.operations
        ? [tryItRuntimeUnit(scripts)]
        : [],
  },
  {
    name: "index",
    units: none,
    closing: (modules, { settings }) =>
      settings.parts.types ? [indexUnit(modules)] : [],
  },
  {
    name: "surface",
    units: none,
    closing: (modules, { settings }) =>
      settings.surface ? [surfaceUnit(modules)] : [],
  },
  {
    name: "runtime",
    units: none,
    closing: (modules) => [runtimeUnit(modules)],
  },
  {
    name: "package",
    units: none,
    closing: (modules, { settings }) =>
      settings.isPackage ? [packageUnit(modules)] : [],
  },
];

function ofPart(
  part: PartName,
  units: (schemas: readonly DefinitionId[]) => readonly Unit[],
): Emitter["units"] {
  return ({ schemas, settings }) =>
    settings.parts[part] ? units(schemas) : [];
}

function none(): readonly Unit[] {
  return [];
}

function operationsOf({ operations, webhooks, callbacks }: ApiIds): string[] {
  return [...operations, ...callbacks, ...webhooks];
}

/** The units of the pages. Loads their emitter, and with it the parser of Markdown, only where pages are wanted. */
export async function docsUnits(ids: ApiIds): Promise<readonly Unit[]> {
  const docs = await import("./docs/emit-docs.js");
  return docs.docsUnits(ids.schemas, operationsOf(ids));
}
