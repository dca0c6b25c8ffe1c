import {
  defaultSettings,
  type OutputSettings,
} from "../../generator/config/config.js";
import { typeUnits } from "../../generator/emit/types/emit-types.js";
import type { Api } from "../../generator/model/api.js";
import { noMappings } from "../../generator/mapping/mappings.js";
import { findViews } from "../../generator/model/find-views.js";
import { DiagnosticCollector } from "../../generator/diagnostics/collector.js";
import { chooseNames } from "../../generator/names/choose-names.js";
import type { Names } from "../../generator/names/names.js";
import { printFiles } from "../../generator/print/print-files.js";
import { buildValue } from "../model/build.js";
import type { Files } from "./compile.js";
import { noTools } from "../no-tools.js";

export interface MadeTypes {
  readonly api: Api;
  readonly names: Names;
  /** `types/*.ts`, by path. */
  readonly files: Files;
}

/** Makes the types of a description that is given as a value. */
export function makeTypes(
  document: unknown,
  changed: Partial<OutputSettings> = {},
): MadeTypes {
  const { api, diagnostics } = buildValue(document);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (api === undefined || errors.length > 0) {
    throw new Error(JSON.stringify(diagnostics));
  }
  const views = findViews(api);
  const names = chooseNames(api, views, noMappings, new DiagnosticCollector());
  const settings = { ...defaultSettings, ...changed };
  const printed = printFiles(
    typeUnits(Object.keys(api.definitions)).flatMap((unit) =>
      unit.emit({ api, views, mappings: noMappings, names, settings }, noTools),
    ),
    settings,
  );
  return {
    api,
    names,
    files: new Map(printed.map(({ path, text }) => [path, text])),
  };
}

/** Puts files into a folder. */
export function inFolder(folder: string, files: Files): Files {
  return new Map([...files].map(([path, text]) => [`${folder}/${path}`, text]));
}

/** A description whose schemas are sent, received, or both. */
export function withUse(
  schemas: Readonly<Record<string, unknown>>,
  use: {
    readonly sent?: readonly string[];
    readonly received?: readonly string[];
  },
): unknown {
  const body = (names: readonly string[]) => ({
    content: {
      "application/json": {
        schema: {
          type: "object",
          properties: Object.fromEntries(
            names.map((name) => [
              name,
              { $ref: `#/components/schemas/${name}` },
            ]),
          ),
        },
      },
    },
  });
  return {
    openapi: "3.1.0",
    info: { title: "Test", version: "1" },
    paths: {
      "/use": {
        post: {
          ...(use.sent === undefined ? {} : { requestBody: body(use.sent) }),
          responses: {
            200: {
              description: "Done.",
              ...(use.received === undefined ? {} : body(use.received)),
            },
          },
        },
      },
    },
    components: { schemas },
  };
}
