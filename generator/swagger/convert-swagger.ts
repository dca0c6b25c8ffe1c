import type { DiagnosticCollector } from "../diagnostics/collector.js";
import { isJsonObject, type JsonObject } from "../model/json.js";
import type { SourceDocument } from "../read/document.js";
import { convertDocument } from "./convert-document.js";

/**
 * The OpenAPI 3.0 form of a Swagger 2.0 document; every other document as it is. What OpenAPI 3.0 cannot say is
 * reported. Diagnostics point into the file that people wrote. Only the entry document is converted: a schema in
 * another file is read as one of OpenAPI 3.0.
 */
export function convertSwagger(
  document: SourceDocument,
  collector: DiagnosticCollector,
): SourceDocument {
  const { value, uri } = document;
  if (!isSwagger2(value)) return document;
  const report = (
    code: "swagger-2" | "swagger-loss",
    pointer: string,
    message: string,
  ): void => {
    const place = document.placeInText?.(pointer);
    const source = place?.source ?? document;
    const at = place?.pointer ?? pointer;
    const position = source.position(at);
    collector.add(code, { file: source.file, pointer: at, position }, message);
  };
  report(
    "swagger-2",
    "/swagger",
    "This is Swagger 2.0; it is converted to OpenAPI 3.0 in every run.",
  );
  const scheme =
    uri === undefined ? undefined : new URL(uri).protocol.slice(0, -1);
  const converted = convertDocument(value, scheme, (pointer, message) => {
    report("swagger-loss", pointer, message);
  });
  return {
    ...document,
    value: converted.value,
    pointerInText: converted.sourceOf,
    placeInText: (pointer) => {
      const before = converted.sourceOf(pointer);
      return (
        document.placeInText?.(before) ?? { source: document, pointer: before }
      );
    },
  };
}

/** True for the version as a string, and as the number that YAML makes of it without quotes. */
function isSwagger2(value: unknown): value is JsonObject {
  return (
    isJsonObject(value) &&
    !Object.hasOwn(value, "openapi") &&
    (value["swagger"] === "2.0" || value["swagger"] === 2)
  );
}
