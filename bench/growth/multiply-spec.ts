/** Data as JSON has it. */
type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [name: string]: Json };

type JsonObject = { readonly [name: string]: Json };

/**
 * A description that holds another one so many times: each copy has components, paths and operation ids of its
 * own, which refer to each other as those of the original do. What describes the whole (info, servers, tags,
 * security schemes) is there once.
 */
export function multiplySpec(spec: JsonObject, copies: number): JsonObject {
  const grown: { [name: string]: Json } = { ...spec };
  for (const part of ["paths", "webhooks"]) {
    const original = spec[part];
    if (isObject(original)) grown[part] = repeat(original, copies, pathOf);
  }
  const components = spec["components"];
  if (isObject(components)) {
    grown["components"] = Object.fromEntries(
      Object.entries(components).map(([kind, named]) => [
        kind,
        shared.has(kind) || !isObject(named)
          ? named
          : repeat(named, copies, nameOf),
      ]),
    );
  }
  return grown;
}

/** Components that the copies share. */
const shared: ReadonlySet<string> = new Set(["securitySchemes"]);

type Rename = (name: string, copy: number) => string;

const pathOf: Rename = (path, copy) => {
  if (copy === 0) return path;
  return path.startsWith("/") ? `/copy${copy}${path}` : `${path}-copy${copy}`;
};

const nameOf: Rename = (name, copy) =>
  copy === 0 ? name : `${name}-copy${copy}`;

function repeat(map: JsonObject, copies: number, rename: Rename): JsonObject {
  const entries: [string, Json][] = [];
  for (let copy = 0; copy < copies; copy++) {
    for (const [name, value] of Object.entries(map)) {
      entries.push([rename(name, copy), renamed(value, copy)]);
    }
  }
  return Object.fromEntries(entries);
}

/** A value whose references and operation ids are those of a copy. */
function renamed(value: Json, copy: number): Json {
  if (copy === 0) return value;
  if (Array.isArray(value)) {
    return (value as readonly Json[]).map((item) => renamed(item, copy));
  }
  if (typeof value === "string") return renamedReference(value, copy);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key,
      key === "operationId" && typeof member === "string"
        ? nameOf(member, copy)
        : renamed(member, copy),
    ]),
  );
}

const component = /^#\/components\/(\w+)\/([^/]+)(.*)$/;

function renamedReference(text: string, copy: number): string {
  const [, kind, name, rest] = component.exec(text) ?? [];
  if (kind === undefined || name === undefined || shared.has(kind)) return text;
  return `#/components/${kind}/${nameOf(name, copy)}${rest}`;
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
