/** A condition on operations, as the user writes it in `include` and `exclude`. */
export type Filter =
  | {
      readonly kind: "tag" | "path" | "operation" | "schema";
      /** As written, with `*` for any text within a path segment and `**` for any text. */
      readonly pattern: string;
    }
  | { readonly kind: "deprecated" }
  | {
      readonly kind: "extension";
      /** `x-internal` */
      readonly name: string;
      /** The value that the extension has, or a list in it contains; any value but `false` and null if absent. */
      readonly value?: string;
    };

/** The forms of a filter, for messages. */
const forms =
  '"tag:NAME", "path:/PATTERN", "operation:ID", "schema:NAME", "deprecated", "x-NAME" or "x-NAME=VALUE"';

/** Parses one filter; undefined if it has none of the forms. */
export function parseFilter(text: string): Filter | undefined {
  if (text === "deprecated") return { kind: "deprecated" };
  const [, name, value] = /^(x-[^=\s]+)(?:=(.+))?$/su.exec(text) ?? [];
  if (name !== undefined)
    return {
      kind: "extension",
      name,
      ...(value === undefined ? {} : { value }),
    };
  const [, kind, pattern = ""] =
    /^(tag|path|operation|schema):(.+)$/su.exec(text) ?? [];
  return kind === undefined
    ? undefined
    : { kind: kind as "tag" | "path" | "operation" | "schema", pattern };
}

/**
 * What is wrong with a list of filters, as the end of a sentence that names the option; undefined if nothing is.
 * @param isExclude true for `exclude`, which takes no schemas: an operation needs all of its schemas
 */
export function filtersComplaint(
  value: unknown,
  isExclude: boolean,
): string | undefined {
  if (!Array.isArray(value)) return ` must be a list of filters: ${forms}`;
  for (const filter of value as readonly unknown[]) {
    const parsed = typeof filter === "string" ? parseFilter(filter) : undefined;
    if (parsed === undefined)
      return `: ${JSON.stringify(filter)} is no filter; write ${forms}`;
    if (isExclude && parsed.kind === "schema")
      return `: ${JSON.stringify(filter)} excludes a schema; exclude the operations that use it`;
  }
  return undefined;
}
