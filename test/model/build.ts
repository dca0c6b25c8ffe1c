import { defaultSettings } from "../../generator/config/config.js";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DiagnosticCode } from "../../generator/diagnostics/catalogue.js";
import { DiagnosticCollector } from "../../generator/diagnostics/collector.js";
import type { Diagnostic } from "../../generator/diagnostics/diagnostic.js";
import type { Api } from "../../generator/model/api.js";
import { buildApi } from "../../generator/model/build-api.js";
import type { JsonValue } from "../../generator/model/json.js";
import { readSource } from "../../generator/read/read-source.js";
import { resolveDescription } from "../../generator/resolve/resolve-description.js";

export interface Built {
  readonly api: Api | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Schemas of tests mean what they say, where they leave out what a test is not about. */
const letter = { ...defaultSettings, untyped: "letter" } as const;

/** Reads, resolves and builds a description that lies on the disk. */
export function buildFile(
  path: string,
  resources: ReadonlyMap<string, JsonValue> = new Map(),
  allow: readonly DiagnosticCode[] = [],
  settings: Parameters<typeof buildApi>[2] = letter,
): Built {
  const collector = new DiagnosticCollector({ allow });
  const { document } = readSource(
    { path, file: "", displayName: path },
    collector,
  );
  const description =
    document === undefined
      ? undefined
      : resolveDescription(document, path, collector, { resources });
  const api =
    description === undefined
      ? undefined
      : buildApi(description, collector, settings);
  return { api, diagnostics: collector.all };
}

/** Builds a description that is given as a value, through a file in a folder of its own. */
export function buildValue(
  document: unknown,
  resources?: ReadonlyMap<string, JsonValue>,
  allow?: readonly DiagnosticCode[],
  settings?: Parameters<typeof buildApi>[2],
): Built {
  const folder = mkdtempSync(join(tmpdir(), "specwright-model-"));
  try {
    const path = join(folder, "openapi.json");
    writeFileSync(path, JSON.stringify(document));
    return buildFile(path, resources, allow, settings);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A description with nothing but named schemas. */
export function withSchemas(
  schemas: Readonly<Record<string, unknown>>,
  openapi = "3.1.0",
): unknown {
  return {
    openapi,
    info: { title: "Test", version: "1" },
    ...(openapi.startsWith("3.0") ? { paths: {} } : {}),
    components: { schemas },
  };
}

/** The IR of a description that must build without an error. */
export function apiOf(document: unknown): Api {
  const { api, diagnostics } = buildValue(document);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (api === undefined || errors.length > 0) {
    throw new Error(errors.map(({ message }) => message).join("\n"));
  }
  return api;
}

/** `code #/pointer` of each diagnostic, in order. */
export function codesOf(document: unknown): string[] {
  return buildValue(document).diagnostics.map(
    ({ code, file, pointer }) => `${code} ${file}#${pointer}`,
  );
}
