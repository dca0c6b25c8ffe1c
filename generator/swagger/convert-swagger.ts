import type { DiagnosticCollector } from "../diagnostics/collector.js";
import { isJsonObject, type JsonObject } from "../model/json.js";
import type { SourceDocument } from "../read/document.js";
import { listLosses } from "./list-losses.js";
import { restoreFormEncoding } from "./restore-form-encoding.js";
import { sourcePointer } from "./source-pointer.js";

/**
 * The OpenAPI 3.0 form of a Swagger 2.0 document where `allow` holds `swagger-2`; every other document as it
 * is. Undefined where the conversion fails. What it cannot carry over is reported. Diagnostics point into the
 * file that people wrote. Only the entry document is converted: a schema in another file is read as one of
 * OpenAPI 3.0.
 */
export async function convertSwagger(
  document: SourceDocument,
  collector: DiagnosticCollector,
): Promise<SourceDocument | undefined> {
  const { value } = document;
  if (!isSwagger2(value) || !collector.allows("swagger-2")) return document;
  const root = { file: document.file, pointer: "/swagger" };
  collector.add(
    "swagger-2",
    root,
    "Swagger 2.0 is not supported as such; this is generated from its conversion to OpenAPI 3.0.",
    "Keep the description in OpenAPI 3 to have all of its means.",
  );
  const { default: converter } = await import("swagger2openapi");
  let converted: JsonObject;
  try {
    // `resolve` is off by default, so that nothing is fetched or read; `patch` repairs what 3.0 is stricter in.
    const { openapi } = await converter.convertObj(
      structuredClone(value) as never,
      { patch: true, warnOnly: true },
    );
    converted = openapi as unknown as JsonObject;
  } catch (error) {
    collector.add(
      "swagger-not-convertible",
      root,
      `The description cannot be converted to OpenAPI 3.0: ${error instanceof Error ? error.message : String(error)}`,
    );
    return undefined;
  }
  const { document: complete, losses } = restoreFormEncoding(converted, value);
  const result: SourceDocument = {
    ...document,
    value: complete,
    pointerInText: (pointer) => sourcePointer(pointer, complete, value),
  };
  for (const { pointer, message } of [...listLosses(complete), ...losses]) {
    collector.add("swagger-loss", { file: document.file, pointer }, message);
  }
  return result;
}

function isSwagger2(value: unknown): value is JsonObject {
  return (
    isJsonObject(value) &&
    !Object.hasOwn(value, "openapi") &&
    value["swagger"] === "2.0"
  );
}
