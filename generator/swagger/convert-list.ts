import { memberOf, type JsonObject, type JsonValue } from "../model/json.js";

/** Where the value of a field is written. */
export type FieldLocation =
  "query" | "header" | "path" | "urlencoded" | "multipart";

/** How a field is written in OpenAPI 3.0. */
export interface FieldForm {
  /** Its schema, with the keywords of Swagger 2.0. */
  readonly schema: JsonObject;
  /** `style` and `explode` of a parameter or an Encoding Object; empty where the defaults are right. */
  readonly style: JsonObject;
  /** What is lost, as a sentence. */
  readonly loss?: string;
  /** What the caller has to know of the value, as a sentence. */
  readonly note?: string;
}

const exploded = { style: "form", explode: true };

const queryStyles: Readonly<Record<string, JsonObject>> = {
  csv: { style: "form", explode: false },
  ssv: { style: "spaceDelimited", explode: false },
  pipes: { style: "pipeDelimited", explode: false },
  multi: exploded,
};

/** By location and `collectionFormat` (Swagger 2.0 Parameter Object), as far as OpenAPI 3.0 has a style for it. */
const styles: Readonly<
  Record<FieldLocation, Readonly<Record<string, JsonObject>>>
> = {
  query: queryStyles,
  header: { csv: { style: "simple" } },
  path: { csv: { style: "simple" } },
  urlencoded: queryStyles,
  // Parts of one name, which is the default of an array there.
  multipart: { multi: {} },
};

const separators: ReadonlyMap<string, string> = new Map([
  ["csv", "commas"],
  ["ssv", "spaces"],
  ["tsv", "tabs"],
  ["pipes", "pipes"],
  ["multi", "commas"],
]);

/**
 * How a field of Swagger 2.0 is written, which says how lists are joined by `collectionFormat`. Where OpenAPI 3.0 has
 * no style for that, the field is a string that holds the joined items, so that what is sent is what the server reads.
 */
export function convertList(
  schema: JsonObject,
  location: FieldLocation,
): FieldForm {
  if (schema["type"] !== "array") return { schema, style: {} };
  const items = memberOf(schema, "items");
  const format = formatOf(schema, items, location);
  const style = Object.hasOwn(styles[location], format)
    ? styles[location][format]
    : undefined;
  if (style === undefined) {
    const separator = separators.get(format) ?? format;
    return {
      schema: { type: "string" },
      style: {},
      note: joinedBy(separator),
      loss: `OpenAPI 3.0 cannot describe a list joined by ${separator} here; it is a string that holds the joined items.`,
    };
  }
  if (memberOf(items, "type") !== "array") return { schema, style };
  const inner = separators.get(formatOf(items, undefined, "query")) ?? "commas";
  return {
    schema: {
      ...schema,
      items: { type: "string", description: joinedBy(inner) },
    },
    style,
    loss: `OpenAPI 3.0 cannot describe lists in a list here; each item is a string that holds the inner ones, joined by ${inner}.`,
  };
}

function formatOf(
  schema: JsonValue | undefined,
  items: JsonValue | undefined,
  location: FieldLocation,
): string {
  const format = memberOf(schema, "collectionFormat");
  if (typeof format === "string") return format;
  // Swagger 2.0 knows no list of files; whoever writes one sends each as a part.
  const isFiles = memberOf(items, "type") === "file";
  return isFiles && location === "multipart" ? "multi" : "csv";
}

function joinedBy(separator: string): string {
  return `A list, its items joined by ${separator}.`;
}
