import {
  isJsonObject,
  memberOf,
  type JsonObject,
  type JsonValue,
} from "../model/json.js";
import { pointerOf } from "../read/json-pointer.js";
import type { Loss } from "./list-losses.js";

const form = "application/x-www-form-urlencoded";

/** The Encoding Object (OpenAPI 3.0.4 §4.8.15) that sends a list as a `collectionFormat` of Swagger 2.0 says. */
const encodings: Readonly<Record<string, JsonObject>> = {
  csv: { style: "form", explode: false },
  ssv: { style: "spaceDelimited", explode: false },
  pipes: { style: "pipeDelimited", explode: false },
};

/**
 * Adds what the converter leaves out: how the lists of a form are written. Swagger 2.0 joins them by commas
 * unless `collectionFormat` says otherwise; without an Encoding Object OpenAPI 3.0 would repeat the field.
 * @param converted the OpenAPI 3.0 form
 * @param source the Swagger 2.0 document
 * @returns the completed form, and the lists that no Encoding Object can describe
 */
export function restoreFormEncoding(
  converted: JsonObject,
  source: JsonObject,
): { readonly document: JsonObject; readonly losses: readonly Loss[] } {
  const losses: Loss[] = [];
  const document = mapMember(converted, "paths", (paths) =>
    mapMembers(paths, (pathItem, path) => {
      const before = memberOf(source["paths"], path);
      return mapMembers(pathItem, (operation, method) => {
        const lists = [
          ...listsOf(before, source),
          ...listsOf(memberOf(before, method), source),
        ];
        return mapMember(operation, "requestBody", (body) =>
          mapMember(body, "content", (content) =>
            mapMembers(content, (media, type) => {
              const { encoding, lost } = encodingOf(lists, type);
              const at = ["paths", path, method, "requestBody", "content"];
              for (const { name, format } of lost) {
                losses.push({
                  pointer: pointerOf([
                    ...at,
                    type,
                    "schema",
                    "properties",
                    name,
                  ]),
                  message: `A list in the collectionFormat ${format} cannot be described for ${type}; each item becomes a field of its own.`,
                });
              }
              return encoding === undefined || !isJsonObject(media)
                ? media
                : { ...media, encoding };
            }),
          ),
        );
      });
    }),
  );
  return { document, losses };
}

/** A list among the fields of a form. */
interface List {
  readonly name: string;
  /** Its `collectionFormat`, never `multi`. */
  readonly format: string;
}

function encodingOf(
  lists: readonly List[],
  mediaType: string,
): { readonly encoding?: JsonObject; readonly lost: readonly List[] } {
  const known = lists.flatMap(({ name, format }) => {
    const encoding = mediaType === form ? encodings[format] : undefined;
    return encoding === undefined ? [] : [[name, encoding] as const];
  });
  const lost = lists.filter(
    ({ format }) => mediaType !== form || encodings[format] === undefined,
  );
  return known.length === 0
    ? { lost }
    : { encoding: Object.fromEntries(known), lost };
}

/** The lists that a path item or an operation sends in a form, references to shared parameters followed. */
function listsOf(
  owner: JsonValue | undefined,
  source: JsonObject,
): readonly List[] {
  const parameters = memberOf(owner, "parameters");
  if (!Array.isArray(parameters)) return [];
  return parameters.flatMap((entry: JsonValue) => {
    const reference = memberOf(entry, "$ref");
    const parameter =
      typeof reference === "string" && reference.startsWith("#/parameters/")
        ? memberOf(
            source["parameters"],
            reference.slice("#/parameters/".length),
          )
        : entry;
    const format = memberOf(parameter, "collectionFormat") ?? "csv";
    return memberOf(parameter, "in") === "formData" &&
      memberOf(parameter, "type") === "array" &&
      format !== "multi"
      ? [{ name: String(memberOf(parameter, "name")), format: String(format) }]
      : [];
  });
}

function mapMember<T extends JsonValue>(
  value: T,
  key: string,
  change: (member: JsonValue) => JsonValue,
): T | JsonObject {
  const before = memberOf(value, key);
  return isJsonObject(value) && before !== undefined
    ? Object.assign({}, value, { [key]: change(before) })
    : value;
}

function mapMembers(
  value: JsonValue,
  change: (member: JsonValue, key: string) => JsonValue,
): JsonValue {
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, change(item, key)]),
  );
}
