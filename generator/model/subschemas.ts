import {
  elementsOf,
  entriesOf,
  isObjectSource,
  member,
  type ObjectSource,
  type Source,
} from "./source.js";

/** Keywords whose value is a schema (JSON Schema 2020-12 Core §10, §11; Validation §8.5), and one of earlier drafts. */
const holdsSchema: readonly string[] = [
  "items",
  "additionalItems",
  "contains",
  "additionalProperties",
  "propertyNames",
  "not",
  "if",
  "then",
  "else",
  "unevaluatedItems",
  "unevaluatedProperties",
  "contentSchema",
];

/** Keywords whose value is a list of schemas; `items` before 2020-12. */
const holdsList: readonly string[] = [
  "allOf",
  "anyOf",
  "oneOf",
  "prefixItems",
  "items",
];

/** Keywords whose value maps names to schemas; `dependencies` to lists of names as well. */
const holdsMap: readonly string[] = [
  "properties",
  "patternProperties",
  "dependentSchemas",
  "dependencies",
  "$defs",
  "definitions",
];

/** The schemas directly within a schema, at the places that JSON Schema knows. */
export function subschemasOf(schema: ObjectSource): Source[] {
  const found: Source[] = [];
  for (const keyword of holdsSchema) {
    const source = member(schema, keyword);
    if (source !== undefined && !Array.isArray(source.value)) {
      found.push(source);
    }
  }
  for (const keyword of holdsList)
    for (const added of elementsOf(schema, keyword)) found.push(added);
  for (const keyword of holdsMap) {
    for (const [, source] of entriesOf(schema, keyword)) {
      if (!Array.isArray(source.value)) found.push(source);
    }
  }
  return found;
}

/** Every object schema within a schema, itself included, its own embedded resources too. References are not followed. */
export function* nestedSchemas(root: Source): Generator<ObjectSource> {
  const open: Source[] = [root];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (!isObjectSource(next)) continue;
    yield next;
    const inner = subschemasOf(next);
    for (let index = inner.length - 1; index >= 0; index -= 1) {
      open.push(inner[index] as Source);
    }
  }
}

/** Members of OpenAPI objects whose value is data, not a part of the description. */
const isData = new Set([
  "example",
  "examples",
  "default",
  "enum",
  "value",
  "dataValue",
]);

/** The schemas that stand at the top of schema trees in an OpenAPI document, found by the members that hold them. */
export function* schemaRoots(document: Source): Generator<Source> {
  const open: Source[] = [document];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const list = Array.isArray(next.value);
    if (!list && !isObjectSource(next)) continue;
    for (const [key, source] of list
      ? listEntries(next)
      : objectEntries(next)) {
      if (isData.has(key) || key.startsWith("x-")) continue;
      if (key === "schema" || key === "itemSchema") yield source;
      else if (source.pointer === "/components/schemas") {
        if (isObjectSource(source)) {
          for (const [, schema] of objectEntries(source)) yield schema;
        }
      } else open.push(source);
    }
  }
}

function listEntries(list: Source): [string, Source][] {
  return (list.value as readonly Source["value"][]).map((value, index) => [
    String(index),
    { file: list.file, pointer: `${list.pointer}/${index}`, value },
  ]);
}

function objectEntries(source: Source): [string, Source][] {
  return isObjectSource(source)
    ? Object.keys(source.value).flatMap((key) => {
        const found = member(source, key);
        return found === undefined ? [] : [[key, found] as [string, Source]];
      })
    : [];
}
