import type { Filter } from "../../config/filters.js";
import type { Definition, Operation } from "../api.js";
import type { JsonValue } from "../json.js";

/** Gives an extension of the path item that holds an operation; undefined if it has none of that name. */
export type PathItemExtension = (
  operation: Operation,
  name: string,
) => JsonValue | undefined;

/**
 * A test for operations that meet the condition of a filter. Tags, paths and ids are compared by pattern; `path:` finds
 * a webhook by its key. An extension of an operation comes before the same one of its path item.
 */
export function operationTest(
  filter: Filter,
  pathItemExtension: PathItemExtension,
): (operation: Operation) => boolean {
  switch (filter.kind) {
    case "tag": {
      const matches = patternTest(filter.pattern);
      return ({ tags }) => tags.some(matches);
    }
    case "path": {
      const matches = patternTest(filter.pattern);
      return ({ path }) => matches(path);
    }
    case "operation": {
      const matches = patternTest(filter.pattern);
      return ({ id }) => id !== undefined && matches(id);
    }
    case "schema":
      return () => false;
    case "deprecated":
      return ({ deprecated }) => deprecated;
    case "extension": {
      const { name, value } = filter;
      return (operation) =>
        extensionMatches(
          Object.hasOwn(operation.extensions, name)
            ? operation.extensions[name]
            : pathItemExtension(operation, name),
          value,
        );
    }
  }
}

/** A test for schemas that a filter names by their key under `components/schemas`. */
export function schemaTest(
  filter: Filter,
): (definition: Definition) => boolean {
  if (filter.kind !== "schema") return () => false;
  const matches = patternTest(filter.pattern);
  return ({ name }) => name !== undefined && matches(name);
}

function extensionMatches(
  own: JsonValue | undefined,
  wanted: string | undefined,
): boolean {
  if (own === undefined) return false;
  if (wanted === undefined) return own !== false && own !== null;
  const values = Array.isArray(own) ? (own as readonly JsonValue[]) : [own];
  return values.some(
    (value) =>
      value !== null && typeof value !== "object" && String(value) === wanted,
  );
}

/** A test for a text as a whole: `**` stands for any text, `*` for any text without a slash. */
function patternTest(pattern: string): (text: string) => boolean {
  const source = pattern
    .split(/(\*\*|\*)/u)
    .map((part) =>
      part === "**" ? ".*" : part === "*" ? "[^/]*" : escapePattern(part),
    )
    .join("");
  const expression = new RegExp(`^${source}$`, "su");
  return (text) => expression.test(text);
}

function escapePattern(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);
}
