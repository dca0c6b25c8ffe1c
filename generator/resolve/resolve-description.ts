import { hash } from "node:crypto";
import { resolve } from "node:path";
import { type DiagnosticCollector } from "../diagnostics/collector.js";
import type { JsonValue } from "../model/json.js";
import type { SourceDocument } from "../read/document.js";
import type { Description, OpenApiVersion } from "./description.js";
import { readVersion } from "./openapi-version.js";
import { preloadFiles } from "./preload.js";
import { normalUri } from "../read/reference.js";
import { Resolver } from "./resolver.js";
import { Sandbox } from "./sandbox.js";

/** Documents that the caller gives, by absolute URI without fragment; what a reference to such a URI leads to. */
export type Resources = ReadonlyMap<string, JsonValue>;

/** What references may lead to besides the files in the folder of the entry document. */
export interface Reach {
  /** A folder whose files references may lead to. */
  readonly root?: string;
  readonly resources?: Resources;
  /** Paths of files that stand for absolute URIs without fragment. */
  readonly resourceFiles?: Readonly<Record<string, string>>;
  /** The folder that paths start from; the working directory where absent. */
  readonly cwd?: string;
}

/**
 * Makes a description of its entry document: finds the version, loads the files that references lead to.
 * Undefined where the version is not one that specwright knows, which has then been reported.
 * @param entryPath undefined for a description that is no file
 */
export function resolveDescription(
  entry: SourceDocument,
  entryPath: string | undefined,
  collector: DiagnosticCollector,
  { root, resources, resourceFiles = {}, cwd = "" }: Reach = {},
): Description | undefined {
  const version = readVersion(entry, collector);
  if (version === undefined) return undefined;
  const sandbox =
    entryPath === undefined
      ? undefined
      : new Sandbox(entryPath, root && resolve(cwd, root));
  const resolver = new Resolver(entry, sandbox, collector, cwd);
  for (const [uri, path] of Object.entries(resourceFiles)) {
    resolver.addFile(normalUri(uri), resolve(cwd, path), path);
  }
  for (const [uri, value] of resources ?? []) {
    resolver.add(givenDocument(uri, value));
  }
  preloadFiles(entry, resolver);
  return describe(version, entry, resolver, sandbox);
}

function describe(
  version: OpenApiVersion,
  entry: SourceDocument,
  resolver: Resolver,
  sandbox?: Sandbox,
): Description {
  return {
    version,
    entry,
    way: sandbox?.way ?? "",
    documents: resolver.documents,
    sources: resolver.sources,
    follow: (from, reference, absence) =>
      resolver.follow(from, reference, absence),
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
