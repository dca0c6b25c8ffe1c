import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { DiagnosticCollector } from "../../generator/diagnostics/collector.js";
import { locateDiagnostics } from "../../generator/diagnostics/locate.js";
import { readSource } from "../../generator/read/read-source.js";
import { temporaryFolder } from "./temporary-folder.js";

/** Reads a text as a file of this name; the diagnostics as `line:column code message`. */
export function readText(text: string | Uint8Array, name = "spec.yaml") {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, text);
  const collector = new DiagnosticCollector();
  const location = { path, file: "", displayName: name };
  const { source, document } = readSource(location, collector);
  const sources = new Map(source === undefined ? [] : [["", source]]);
  const located = locateDiagnostics(collector.all, sources, name);
  return {
    document,
    value: document?.value,
    located,
    said: located.map(
      ({ line, column, code, message }) =>
        `${line}:${column} ${code} ${message}`,
    ),
  };
}
