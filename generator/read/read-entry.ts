import { resolve } from "node:path";
import type { DiagnosticCollector } from "../diagnostics/collector.js";
import { FetchError, fetchSpec, readLimited } from "./fetch-spec.js";
import { parseSource, readSource, type ReadResult } from "./read-source.js";
import { nameOf, specAddress } from "./spec-address.js";

/**
 * Reads and parses the entry document: a file, what a URL gives, or standard input. Every fault is reported; there is
 * no document where one is an error.
 * @param spec as the user has typed it
 */
export async function readEntry(
  spec: string,
  cwd: string,
  collector: DiagnosticCollector,
): Promise<ReadResult> {
  const address = specAddress(spec);
  if (address.kind === "file") {
    const path = resolve(cwd, spec);
    return readSource({ path, file: "", displayName: spec }, collector);
  }
  const { name } = address;
  const source = { file: "", displayName: name };
  try {
    if (address.kind === "stdin") {
      const bytes = await readLimited(
        process.stdin as AsyncIterable<Uint8Array>,
        collector.limits.fileSize,
      );
      return parseSource(bytes, source, collector);
    }
    const { bytes, url } = await fetchSpec(address.url, {
      bytes: collector.limits.fileSize,
      milliseconds: collector.limits.fetchSeconds * 1000,
    });
    return parseSource(bytes, { ...source, uri: nameOf(url) }, collector);
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    const place = { file: "", pointer: "" };
    const message = `${JSON.stringify(name)} ${error.message}.`;
    if (error.limit === undefined) {
      collector.add("not-fetched", place, message, error.fix);
    } else {
      collector.addExceeded(error.limit, place, message, error.fix);
    }
    return {};
  }
}
