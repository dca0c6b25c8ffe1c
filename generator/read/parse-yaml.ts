import type { DiagnosticCollector } from "../diagnostics/collector.js";
import { composeValue } from "./compose-value.js";
import type { LineIndex } from "./line-index.js";
import { loadYaml } from "./load-yaml.js";
import { yamlOutline } from "./yaml-outline.js";
import type { Parsed } from "./parsed.js";
import { reportDepth } from "./report-depth.js";

const mostErrors = 20;

/**
 * Reads YAML 1.2 under the core schema (https://yaml.org/spec/1.2.2/#103-core-schema) as data of JSON.
 * Every fault is reported with its place; undefined where there is an error.
 */
export function parseYaml(
  text: string,
  file: string,
  lines: LineIndex,
  collector: DiagnosticCollector,
): Parsed | undefined {
  const at = (offset: number) => ({
    file,
    pointer: "",
    position: lines.positionAt(offset),
  });
  const { parseDocument } = loadYaml();
  const document = parseDocument(text, {
    version: "1.2",
    schema: "core",
    merge: false,
    resolveKnownTags: false,
    uniqueKeys: false,
    prettyErrors: false,
    strict: true,
    logLevel: "silent",
  });
  if (document.errors.length > 0) {
    for (const { code, pos, message } of document.errors.slice(0, mostErrors)) {
      if (code === "RESOURCE_EXHAUSTION") {
        reportDepth(at(pos[0]), collector);
      } else {
        collector.add("yaml-syntax", at(pos[0]), sentence(message));
      }
    }
    return undefined;
  }
  const { explicit, version } = document.directives?.yaml ?? {};
  if (explicit === true && version !== "1.2") {
    collector.add(
      "yaml-version",
      at(0),
      `The file asks for YAML ${version}; it is read as YAML 1.2, where \`no\`, \`yes\`, \`on\` and \`off\` are strings.`,
      "Remove the %YAML directive.",
    );
  }
  const { contents } = document;
  if (contents === null) {
    collector.add("empty-document", at(0), "The file holds no value.");
    return undefined;
  }
  const value = composeValue(contents, file, lines, collector);
  return value === undefined
    ? undefined
    : { value, outline: () => yamlOutline(contents) };
}

function sentence(message: string): string {
  const [first = ""] = message.split("\n");
  return /[.!?:]$/.test(first) ? first : `${first}.`;
}
