import type { TypeSettings } from "../config/type-mapping.js";
import type { DiagnosticCollector } from "../diagnostics/collector.js";
import { didYouMean } from "../diagnostics/suggest.js";
import type { Api } from "../model/api.js";
import type {
  DefinitionId,
  Keyword,
  KeywordSchema,
  Schema,
} from "../model/schema.js";
import { childSchemas, referencesOf } from "../model/walk-schema.js";
import { leafOfKeywords, leafOfSchema } from "./leaf-of.js";
import {
  noMappings,
  type Leaf,
  type MappedDefinition,
  type Mappings,
} from "./mappings.js";
import { rootSchemas } from "../model/root-schemas.js";

/**
 * Finds where the mapped types stand. Reports mappings that nothing uses, and types that specwright brings along
 * where they cannot stand for what is on the wire.
 */
export function findMappings(
  api: Api,
  { formats = {}, schemas = {} }: TypeSettings,
  collector: DiagnosticCollector,
): Mappings {
  if (Object.keys(formats).length + Object.keys(schemas).length === 0) {
    return noMappings;
  }
  const leaves = new Map<DefinitionId, Leaf>();
  for (const [id, { name, schema }] of Object.entries(api.definitions)) {
    if (name === undefined || !Object.hasOwn(schemas, name)) continue;
    const type = schemas[name];
    if (type === undefined) continue;
    const leaf = leafOfSchema(name, type, schema, api);
    checkLeaf(leaf, schema, collector);
    leaves.set(id, leaf);
  }
  const facts = { isEmpty: false, formats };
  const used = new Set<string>();
  const exact = new Set<string>();
  for (const schema of everySchema(api)) {
    if (schema.kind !== "keywords") continue;
    const leaf = leafOfKeywords(schema.keywords, facts);
    if (leaf !== undefined) {
      used.add(leaf.subject);
      checkLeaf(leaf, schema, collector);
    }
    const parts = sameValue(schema);
    const isExact = parts.some(
      ({ keywords }) => leafOfKeywords(keywords, facts)?.isExact === true,
    );
    if (isExact) for (const { pointer } of parts) exact.add(pointer);
  }
  for (const [id, leaf] of leaves) {
    const schema = api.definitions[id]?.schema;
    if (!leaf.isExact || schema === undefined) continue;
    for (const { pointer } of sameValue(schema)) exact.add(pointer);
  }
  reportUnused();
  const definitions = findDefinitions(api, leaves, (keywords) =>
    leafOfKeywords(keywords, facts),
  );
  return { ...facts, definitions, exact };

  function reportUnused(): void {
    const names = Object.values(api.definitions).flatMap(
      ({ name }) => name ?? [],
    );
    for (const name of Object.keys(schemas)) {
      if (names.includes(name)) continue;
      report(`types.schemas`, name, "no schema is called so", names);
    }
    for (const format of Object.keys(formats)) {
      if (used.has(format)) continue;
      report(
        `types.formats`,
        format,
        "no schema has that format beside its type",
        formatsOf(api),
      );
    }
  }

  function report(
    option: string,
    name: string,
    why: string,
    known: Iterable<string>,
  ): void {
    collector.add(
      "type-mapping-unused",
      { file: "", pointer: "" },
      `\`${option}\` of the configuration maps ${JSON.stringify(name)}, and ${why}`,
      didYouMean(name, known),
    );
  }
}

/** Reports a type that specwright brings along where it cannot stand for what is on the wire. */
function checkLeaf(
  { type, wire, subject }: Leaf,
  { pointer }: Schema,
  collector: DiagnosticCollector,
): void {
  const carriers = typeof type === "string" ? carriersOf[type] : undefined;
  if (
    carriers === undefined ||
    (wire.length > 0 && wire.every((kind) => carriers.includes(kind)))
  ) {
    return;
  }
  const hash = pointer.indexOf("#");
  collector.add(
    "type-mapping-mismatch",
    { file: pointer.slice(0, hash), pointer: pointer.slice(hash + 1) },
    `${JSON.stringify(subject)} is mapped to ${String(type)}, which stands for a ${carriers.join(" or a ")}; this schema is ${wire.length === 0 ? "of no single type" : `a ${wire.join(" or a ")}`}`,
    "Map it to a type of your own, with the functions `parse` and `serialize`.",
  );
}

const carriersOf: Readonly<Record<string, readonly string[] | undefined>> = {
  bigint: ["number", "string"],
  Date: ["string"],
};

function* everySchema(api: Api): Generator<Schema> {
  const open: Schema[] = [
    ...Object.values(api.definitions).map(({ schema }) => schema),
    ...rootSchemas(api),
  ];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    yield next;
    for (const added of childSchemas(next)) open.push(added);
  }
}

function formatsOf(api: Api): Set<string> {
  const formats = new Set<string>();
  for (const schema of everySchema(api)) {
    if (schema.kind !== "keywords") continue;
    for (const keyword of schema.keywords) {
      if (keyword.kind === "format") formats.add(keyword.format);
    }
  }
  return formats;
}

/** A schema and the schemas written within it that speak of the same value, those that have keywords. */
function sameValue(schema: Schema): KeywordSchema[] {
  if (schema.kind !== "keywords") return [];
  const parts = schema.keywords.flatMap((keyword) => {
    switch (keyword.kind) {
      case "allOf":
      case "anyOf":
      case "oneOf":
        return keyword.schemas;
      case "not":
        return [keyword.schema];
      case "conditional":
        return [keyword.if, keyword.then ?? [], keyword.else ?? []].flat();
      default:
        return [];
    }
  });
  return [schema, ...parts.flatMap(sameValue)];
}

/** What is mapped in each definition, over all references. */
function findDefinitions(
  api: Api,
  leaves: ReadonlyMap<DefinitionId, Leaf>,
  leafOf: (keywords: readonly Keyword[]) => Leaf | undefined,
): ReadonlyMap<DefinitionId, MappedDefinition> {
  const holding = (test: (leaf: Leaf) => boolean) =>
    definitionsThatHold(api, leaves, leafOf, test);
  const converting = holding((leaf) => leaf.converts);
  const exact = holding((leaf) => leaf.isExact);
  const found = new Map<DefinitionId, MappedDefinition>();
  for (const id of Object.keys(api.definitions)) {
    const leaf = leaves.get(id);
    if (leaf === undefined && !converting.has(id)) continue;
    found.set(id, {
      ...(leaf === undefined ? {} : { leaf }),
      converts: converting.has(id),
      isExact: exact.has(id),
    });
  }
  return found;
}

/** The definitions within which a leaf stands, over all references. */
function definitionsThatHold(
  api: Api,
  leaves: ReadonlyMap<DefinitionId, Leaf>,
  leafOf: (keywords: readonly Keyword[]) => Leaf | undefined,
  test: (leaf: Leaf) => boolean,
): Set<DefinitionId> {
  const users = new Map<DefinitionId, DefinitionId[]>();
  const open: DefinitionId[] = [];
  for (const [id, { schema }] of Object.entries(api.definitions)) {
    const own = leaves.get(id);
    if (own !== undefined) {
      if (test(own)) open.push(id);
      continue;
    }
    const inner: Schema[] = [schema];
    for (let next = inner.pop(); next !== undefined; next = inner.pop()) {
      const leaf = next.kind === "keywords" ? leafOf(next.keywords) : undefined;
      if (leaf !== undefined && test(leaf)) open.push(id);
      for (const target of referencesOf(next)) {
        const known = users.get(target);
        if (known === undefined) users.set(target, [id]);
        else known.push(id);
      }
      for (const added of childSchemas(next)) inner.push(added);
    }
  }
  const found = new Set<DefinitionId>();
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    for (const added of users.get(id) ?? []) open.push(added);
  }
  return found;
}
