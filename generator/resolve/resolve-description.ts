import { hash } from "node:crypto";
import { DiagnosticCollector } from "../diagnostics/collector.js";
import type { JsonValue } from "../model/json.js";
import type { SourceDocument } from "../read/document.js";
import type { Description, OpenApiVersion } from "./description.js";
import { readVersion } from "./openapi-version.js";
import { preloadFiles } from "./preload.js";
import { Resolver } from "./resolver.js";
import { Sandbox } from "./sandbox.js";

/** Documents that the caller gives, by absolute URI without fragment; what a reference to such a URI leads to. */
export type Resources = ReadonlyMap<string, JsonValue>;

/**
 * Makes a description of its entry document: finds the version, loads the files that references lead to.
 * Undefined where the version is not one that specwright knows, which has then been reported.
 */
export function resolveDescription(
  entry: SourceDocument,
  entryPath: string,
  collector: DiagnosticCollector,
  resources: Resources = new Map(),
): Description | undefined {
  const version = readVersion(entry, collector);
  if (version === undefined) return undefined;
  const resolver = new Resolver(entry, new Sandbox(entryPath), collector);
  for (const [uri, value] of resources) resolver.add(givenDocument(uri, value));
  preloadFiles(entry, resolver);
  return describe(version, entry, resolver);
}

/**
 * The same for an entry document that has been found to be sound and to refer to no other file.
 * @throws Error where it is not so
 */
export function describeAlone(
  entry: SourceDocument,
  entryPath: string,
): Description {
  const collector = new DiagnosticCollector();
  const version = readVersion(entry, collector);
  if (version === undefined) throw new Error("the description is unsound");
  const resolver = new Resolver(entry, new Sandbox(entryPath), collector);
  return describe(version, entry, resolver);
}

function describe(
  version: OpenApiVersion,
  entry: SourceDocument,
  resolver: Resolver,
): Description {
  return {
    version,
    entry,
    documents: resolver.documents,
    sources: resolver.sources,
    follow: (from, reference) => resolver.follow(from, reference),
  };
}

function givenDocument(uri: string, value: JsonValue): SourceDocument {
  return {
    file: uri,
    displayName: uri,
    text: "",
    sha256: hash("sha256", JSON.stringify(value)),
    value,
    position: () => ({ line: 1, column: 1 }),
    line: () => undefined,
  };
}
