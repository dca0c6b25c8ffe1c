import { isJsonObject, type JsonValue } from "../model/json.js";
import type { SourceDocument } from "../read/document.js";
import type { Resolver } from "./resolver.js";

/**
 * Loads the files that the references of a document seem to lead to, and those that theirs do. Nothing is
 * reported: whether a `$ref` is a reference or data is for those to say who know the place.
 */
export function preloadFiles(entry: SourceDocument, resolver: Resolver): void {
  const open: SourceDocument[] = [entry];
  for (
    let document = open.pop();
    document !== undefined;
    document = open.pop()
  ) {
    if (!mayLeadElsewhere(document.text)) continue;
    for (const reference of references(document.value)) {
      const loaded = resolver.preload(document.file, reference);
      if (loaded !== undefined) open.push(loaded);
    }
  }
}

function mayLeadElsewhere(text: string): boolean {
  return (
    /\$ref["']?\s*:\s*(?:["'][^#"']|[^#"'\s])/.test(text) ||
    /\$ref["']?\s*:\s*[>|&*]/.test(text)
  );
}

const dataKeys = new Set([
  "example",
  "default",
  "enum",
  "const",
  "value",
  "dataValue",
]);

function references(root: JsonValue): Set<string> {
  const found = new Set<string>();
  const open: JsonValue[] = [root];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (Array.isArray(value)) {
      for (const element of value as readonly JsonValue[]) {
        if (typeof element === "object" && element !== null) open.push(element);
      }
    } else if (isJsonObject(value)) {
      for (const key of Object.keys(value)) {
        const member = value[key];
        if (key === "$ref" && typeof member === "string") {
          if (!member.startsWith("#")) found.add(member);
        } else if (
          typeof member === "object" &&
          member !== null &&
          !dataKeys.has(key)
        ) {
          open.push(member);
        }
      }
    }
  }
  return found;
}
