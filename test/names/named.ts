import type { OutputSettings } from "../../generator/config/config.js";
import { noMappings } from "../../generator/mapping/mappings.js";
import { findViews } from "../../generator/model/find-views.js";
import { DiagnosticCollector } from "../../generator/diagnostics/collector.js";
import type { Diagnostic } from "../../generator/diagnostics/diagnostic.js";
import type { Api } from "../../generator/model/api.js";
import { chooseNames } from "../../generator/names/choose-names.js";
import type { Names } from "../../generator/names/names.js";
import type { CodeSymbol } from "../../generator/code/symbol.js";
import { buildValue } from "../model/build.js";

export interface Named {
  readonly api: Api;
  readonly names: Names;
  readonly diagnostics: readonly Diagnostic[];
}

/** Chooses the names of an API. */
export function nameApi(
  api: Api,
  operationNames?: OutputSettings["operationNames"],
): Named {
  const collector = new DiagnosticCollector();
  const names = chooseNames(
    api,
    findViews(api),
    noMappings,
    collector,
    operationNames,
  );
  return { api, names, diagnostics: collector.all };
}

/** Chooses the names of a description that is given as a value. */
export function nameDescription(
  document: unknown,
  operationNames?: OutputSettings["operationNames"],
): Named {
  const { api, diagnostics } = buildValue(document);
  if (api === undefined) throw new Error(JSON.stringify(diagnostics));
  return nameApi(api, operationNames);
}

/** A description of schemas by name, and of operations by `METHOD /path`. */
export function description(
  schemas: Readonly<Record<string, unknown>>,
  operations: Readonly<Record<string, object>> = {},
): unknown {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [place, operation] of Object.entries(operations)) {
    const [method = "", path = ""] = place.split(" ");
    const names = [...path.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name);
    (paths[path] ??= {})[method.toLowerCase()] = {
      parameters: names.map((name) => ({
        name,
        in: "path",
        required: true,
        schema: { type: "string" },
      })),
      responses: { 200: { description: "Done." } },
      ...operation,
    };
  }
  return {
    openapi: "3.1.0",
    info: { title: "Test", version: "1" },
    paths,
    components: { schemas },
  };
}

/** Base names by component key, and builders by pointer. */
export function baseNames({ api, names }: Named): Record<string, string> {
  const result: Record<string, string> = {};
  for (const [id, { type }] of names.schemas) {
    result[api.definitions[id]?.name ?? id] = type.name;
  }
  for (const [pointer, { build }] of names.operations) {
    result[pointer] = build.name;
  }
  return result;
}

/** Every symbol that is exported, once. */
export function symbolsOf(names: Names): readonly CodeSymbol[] {
  const symbols = new Set<CodeSymbol>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(visit);
    if (typeof value !== "object" || value === null) return;
    if ("kind" in value && value.kind === "symbol") {
      symbols.add(value as CodeSymbol);
    } else {
      Object.values(value).forEach(visit);
    }
  };
  for (const one of names.schemas.values()) visit(one);
  for (const one of names.operations.values()) visit(one);
  return [...symbols];
}
