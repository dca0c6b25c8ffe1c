import { hash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import type { DiagnosticCollector } from "../diagnostics/collector.js";
import { decodeText, reportControls } from "./decode-text.js";
import type { SourceDocument, SourceText } from "./document.js";
import { LineIndex } from "./line-index.js";
import { findOffset, type OutlineNode } from "./outline.js";
import { checkJson, scanAndReport, tryParseJson } from "./parse-json.js";
import { parseYaml } from "./parse-yaml.js";
import type { Parsed } from "./parsed.js";
import { outlinePlainYaml } from "./plain-yaml/outline-plain-yaml.js";
import { readPlainYaml } from "./plain-yaml/read-plain-yaml.js";

/** A file as it was read: its text if it is text, and the document if it could be parsed. */
export interface ReadResult {
  readonly source?: SourceText;
  readonly document?: SourceDocument;
}

/** Where a file lies and what it is called. */
export interface SourceLocation {
  /** Path for the file system. */
  readonly path: string;
  /** See `SourceText.file`. */
  readonly file: string;
  /** See `SourceText.displayName`. */
  readonly displayName: string;
  /** See `SourceText.uri`. */
  readonly uri?: string;
}

/**
 * Reads and parses one file of a description: JSON (RFC 8259) or YAML 1.2 (core schema), by content. Every
 * fault is reported; there is no document where one is an error.
 */
export function readSource(
  location: SourceLocation,
  collector: DiagnosticCollector,
): ReadResult {
  const bytes = readBytes(location, collector);
  return bytes === undefined
    ? {}
    : parseSource(bytes, location, collector, location.path);
}

/** The same for a file that need not exist; undefined if it does not. */
export function readSourceIfThere(
  location: SourceLocation,
  collector: DiagnosticCollector,
): ReadResult | undefined {
  return existsSync(location.path)
    ? readSource(location, collector)
    : undefined;
}

/**
 * Parses what was read of a description, as `readSource` does.
 * @param path of the file with these bytes; undefined where they are of no file
 */
export function parseSource(
  bytes: Uint8Array,
  { file, displayName, uri }: Omit<SourceLocation, "path">,
  collector: DiagnosticCollector,
  path?: string,
): ReadResult {
  const text = decodeText(bytes, file, collector);
  if (text === undefined) return {};
  const isVerbatim = bytes.length === Buffer.byteLength(text);
  const sha256 = hashOf(isVerbatim ? bytes : text);
  const lines = new LineIndex(text);
  const parsed = parse(text, file, displayName, lines, collector);
  let outline: OutlineNode | undefined;
  const source: SourceText = {
    file,
    displayName,
    text,
    sha256,
    ...(uri === undefined ? {} : { uri }),
    ...(path === undefined
      ? {}
      : { origin: { path, sha256: isVerbatim ? sha256 : hashOf(bytes) } }),
    position(pointer, at = "value") {
      outline ??= parsed?.outline() ?? { start: 0 };
      return lines.positionAt(findOffset(outline, pointer, at));
    },
    line: (number) => lines.line(number),
  };
  return parsed === undefined
    ? { source }
    : { source, document: { ...source, value: parsed.value } };
}

function readBytes(
  { path, file, displayName }: SourceLocation,
  collector: DiagnosticCollector,
): Uint8Array | undefined {
  const place = { file, pointer: "" };
  const name = JSON.stringify(displayName);
  try {
    const stats = statSync(path);
    if (!stats.isFile()) {
      const what = stats.isDirectory() ? "a directory" : "not a regular file";
      collector.add("not-a-file", place, `${name} is ${what}.`);
      return undefined;
    }
    const { fileSize } = collector.limits;
    if (stats.size > fileSize) {
      collector.addExceeded(
        "fileSize",
        place,
        `${name} has ${stats.size} bytes, more than the ${fileSize} that are read.`,
      );
      return undefined;
    }
    return readFileSync(path);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    const why =
      code === "ENOENT" || code === "ENOTDIR"
        ? "does not exist"
        : `cannot be read (${String(code)})`;
    collector.add("file-not-found", place, `${name} ${why}.`);
    return undefined;
  }
}

function parse(
  text: string,
  file: string,
  displayName: string,
  lines: LineIndex,
  collector: DiagnosticCollector,
): Parsed | undefined {
  if (text.trim() === "") {
    collector.add(
      "empty-document",
      { file, pointer: "", position: { line: 1, column: 1 } },
      `${JSON.stringify(displayName)} is empty.`,
    );
    return undefined;
  }
  const markup = /^\s*<(?:!doctype\s+html|html|\?xml)\b/iu.exec(text)?.[0];
  if (markup !== undefined) {
    const isXml = markup.endsWith("xml");
    collector.add(
      "yaml-syntax",
      { file, pointer: "", position: { line: 1, column: 1 } },
      `${JSON.stringify(displayName)} is ${isXml ? "XML" : "an HTML page"}, not YAML or JSON.`,
      "Give the path or the URL of the description itself, often /openapi.json.",
    );
    return undefined;
  }
  const mayBeJson = /^\s*[{["]/.test(text);
  const value = mayBeJson ? tryParseJson(text) : undefined;
  if (value !== undefined)
    return checkJson(text, value, file, lines, collector);
  if (reportControls(text, file, lines, collector)) return undefined;
  if (mayBeJson && displayName.toLowerCase().endsWith(".json")) {
    scanAndReport(text, file, lines, collector);
    return undefined;
  }
  const plain = readPlainYaml(text, collector.limits.nesting);
  return plain === undefined
    ? parseYaml(text, file, lines, collector)
    : { value: plain, outline: () => outlinePlainYaml(text) };
}

function hashOf(content: string | Uint8Array): string {
  return hash("sha256", content);
}
