import type { DiagnosticCollector } from "../diagnostics/collector.js";
import { didYouMean } from "../diagnostics/suggest.js";
import { isJsonObject } from "../model/json.js";
import type { SourceDocument } from "../read/document.js";
import type { OpenApiVersion } from "./description.js";

const known = "3.0, 3.1 and 3.2";
const root = { file: "", pointer: "" };

/** The version that the entry document's `openapi` states; reported where it is none that specwright knows. */
export function readVersion(
  { value }: SourceDocument,
  collector: DiagnosticCollector,
): OpenApiVersion | undefined {
  if (!isJsonObject(value)) {
    const what = Array.isArray(value)
      ? "a list"
      : value === null
        ? "null"
        : `a ${typeof value}`;
    collector.add(
      "not-an-object",
      root,
      `The description is ${what}; an OpenAPI Object is wanted.`,
    );
    return undefined;
  }
  if (Object.hasOwn(value, "openapi")) {
    const place = { file: "", pointer: "/openapi" };
    const stated = value["openapi"];
    if (typeof stated !== "string") {
      collector.add(
        "unsupported-version",
        place,
        `"openapi" is ${JSON.stringify(stated)?.slice(0, 40)}, not a string.`,
        'Put the version in quotes, with three parts: "3.1.0".',
      );
      return undefined;
    }
    const version = /^(3\.[012])\.\d+(-.+)?$/.exec(stated)?.[1];
    if (version !== undefined) return version as OpenApiVersion;
    collector.add(
      "unsupported-version",
      place,
      `OpenAPI ${JSON.stringify(stated)} is not supported; specwright reads ${known}.`,
      /^3\.[012]$/.test(stated)
        ? `Write all three parts: "${stated}.0".`
        : undefined,
    );
    return undefined;
  }
  if (Object.hasOwn(value, "swagger")) {
    collector.add(
      "unsupported-version",
      { file: "", pointer: "/swagger" },
      `Swagger ${String(JSON.stringify(value["swagger"])).slice(0, 20)} is not supported; specwright reads Swagger 2.0 and OpenAPI ${known}.`,
      "Convert the description to OpenAPI 3 first.",
    );
    return undefined;
  }
  collector.add(
    "missing-version",
    root,
    'This is no OpenAPI description: the field "openapi" is missing.',
    didYouMean("openapi", Object.keys(value)) ??
      'Begin it with: openapi: "3.1.0"',
  );
  return undefined;
}
