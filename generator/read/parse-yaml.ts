import type { Document } from "yaml";
import type { DiagnosticCollector } from "../diagnostics/collector.js";
import { composeValue } from "./compose-value.js";
import type { LineIndex } from "./line-index.js";
import { loadYaml } from "./load-yaml.js";
import { yamlOutline } from "./yaml-outline.js";
import type { Parsed } from "./parsed.js";
import { reportDepth } from "./report-value.js";

const mostErrors = 20;

/**
 * Reads YAML 1.2 under the core schema (https://yaml.org/spec/1.2.2/#103-core-schema) as data of JSON: the one
 * document of the stream that has a value (§9.2). Every fault is reported with its place; undefined where there
 * is an error.
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
  const { parseAllDocuments } = loadYaml();
  const stream = parseAllDocuments(text, {
    version: "1.2",
    schema: "core",
    merge: false,
    resolveKnownTags: false,
    uniqueKeys: false,
    prettyErrors: false,
    strict: true,
    logLevel: "silent",
  });
  const documents = [...stream];
  const errors = documents.flatMap((each) => each.errors);
  if (errors.length > 0) {
    const byPlace = [...errors].sort((a, b) => a.pos[0] - b.pos[0]);
    for (const { code, pos, message } of byPlace.slice(0, mostErrors)) {
      const tab = indentingTab(text, pos[0]);
      if (tab !== undefined) {
        collector.add(
          "yaml-syntax",
          at(tab),
          "The line is indented with a tab, which YAML does not allow.",
          "Indent with spaces.",
        );
        // What follows is said of the tab, whatever it says.
        break;
      }
      if (code === "RESOURCE_EXHAUSTION") {
        reportDepth(at(pos[0]), collector);
      } else {
        collector.add("yaml-syntax", at(pos[0]), sentence(message));
      }
    }
    return undefined;
  }
  const filled = documents.filter(hasValue);
  const [document = documents[0], second] = filled;
  if (second !== undefined) {
    collector.add(
      "several-documents",
      at(second.range[0]),
      `The file holds ${filled.length} YAML documents; a description is one. The second begins here.`,
      "Put each document into a file of its own, or remove the line `---` between them if they are one.",
    );
    return undefined;
  }
  const { explicit, version } = document?.directives?.yaml ?? {};
  if (explicit === true && version !== "1.2") {
    collector.add(
      "yaml-version",
      at(0),
      `The file asks for YAML ${version}; it is read as YAML 1.2, where \`no\`, \`yes\`, \`on\` and \`off\` are strings.`,
      "Remove the %YAML directive.",
    );
  }
  const contents = document?.contents ?? null;
  if (contents === null) {
    collector.add("empty-document", at(0), "The file holds no value.");
    return undefined;
  }
  const value = composeValue(contents, file, lines, collector);
  return value === undefined
    ? undefined
    : { value, outline: () => yamlOutline(contents) };
}

/** False for a document of nothing but a mark and comments, as a `---` at the end of a file begins one. */
function hasValue({ contents }: Document.Parsed): boolean {
  if (!loadYaml().isScalar(contents)) return contents !== null;
  return contents.source !== "" || contents.type !== "PLAIN";
}

/** The offset of a tab among the blanks at the beginning of a line, for any offset in the line. */
function indentingTab(text: string, offset: number): number | undefined {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const [blanks = ""] = /^[ \t]*/u.exec(text.slice(start, start + 200)) ?? [];
  const tab = blanks.indexOf("\t");
  return tab < 0 ? undefined : start + tab;
}

function sentence(message: string): string {
  const [first = ""] = message.split("\n");
  return /[.!?:]$/.test(first) ? first : `${first}.`;
}
