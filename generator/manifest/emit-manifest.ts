import type { TextFile } from "../code/file.js";
import type { CodeSymbol } from "../code/symbol.js";
import { moduleOf, writtenModule } from "../code/written-module.js";
import type { EmitLanguage } from "../config/config.js";
import type { Api, Operation } from "../model/api.js";
import type { JsonObject, JsonValue } from "../model/json.js";
import type { Names, OperationNames, SchemaNames } from "../names/names.js";

export interface ManifestInput extends SiteManifestInput {
  readonly api: Api;
  readonly names: Names;
  /** The language of the modules. */
  readonly emit: EmitLanguage;
}

export interface SiteManifestInput {
  /** Every other file of the output. */
  readonly files: readonly ManifestFile[];
  /** SHA-256 of the description, in hexadecimal digits. */
  readonly specHash: string;
  /** Where the description was read from, unless it is a file. */
  readonly specSource?: string;
  /** Of the generator. */
  readonly version: string;
}

/** A finished file, without its text. */
export interface ManifestFile {
  readonly path: string;
  /** Of its bytes, in hexadecimal digits. */
  readonly sha256: string;
  /** The names that it exports. */
  readonly exports: readonly string[];
}

/**
 * `manifest.json`: every operation, webhook, callback and schema with its pointer, module and exports; what became of
 * every keyword; the hash of every other file. Already in prettier's layout.
 */
export function emitManifest(input: ManifestInput): TextFile {
  const exportsOf = exportsByModule(input.files);
  const paths = new Set(input.files.map(({ path }) => path));
  const fileOf = (key: string, module: string): JsonObject => {
    const { code } = writtenModule(module, input.emit);
    return paths.has(code) ? { [key]: code } : {};
  };
  const entriesOf = (operations: readonly Operation[]): JsonObject[] =>
    operations.map((operation) =>
      operationEntry(operation, input.names, exportsOf, fileOf),
    );
  return manifestFile({
    ...originOf(input),
    operations: entriesOf(input.api.operations),
    webhooks: entriesOf(input.api.webhooks),
    callbacks: entriesOf(input.api.callbacks),
    schemas: Object.values(input.api.definitions).map((definition) =>
      schemaEntry(
        definition.id,
        namesOf(input.names.schemas, definition.id),
        exportsOf,
        fileOf,
      ),
    ),
    keywords: input.api.coverage.map((entry) => ({
      keyword: entry.keyword,
      verdict: entry.verdict,
      ...(entry.reason === undefined ? {} : { reason: entry.reason }),
      count: entry.count,
    })),
    files: hashesOf(input),
  });
}

/** `manifest.json` of a website of the pages: what it was made from, and the hash of every other file. */
export function emitSiteManifest(input: SiteManifestInput): TextFile {
  return manifestFile({
    ...originOf(input),
    output: "site",
    files: hashesOf(input),
  });
}

function originOf({ version, specHash, specSource }: SiteManifestInput) {
  return {
    generator: "specwright",
    version,
    spec: {
      sha256: specHash,
      ...(specSource === undefined ? {} : { source: specSource }),
    },
  };
}

function hashesOf({ files }: SiteManifestInput): JsonObject {
  return Object.fromEntries(
    [...files]
      .sort((a, b) => (a.path < b.path ? -1 : 1))
      .map((file) => [file.path, file.sha256]),
  );
}

function manifestFile(manifest: JsonObject): TextFile {
  return {
    kind: "text",
    path: "manifest.json",
    text: `${JSON.stringify(manifest, null, 2)}\n`,
  };
}

type ExportsOf = (module: string) => ReadonlySet<string>;

/** A member with the file that a module is written to; none if its part is left out. */
type FileOf = (key: string, module: string) => JsonObject;

function exportsByModule(files: readonly ManifestFile[]): ExportsOf {
  const known = new Map(
    files
      .filter(({ exports }) => exports.length > 0)
      .map(({ path, exports }) => [moduleOf(path), new Set(exports)]),
  );
  return (module) => known.get(module) ?? nothing;
}

const nothing: ReadonlySet<string> = new Set();

function operationEntry(
  operation: Operation,
  names: Names,
  exportsOf: ExportsOf,
  fileOf: FileOf,
): JsonObject {
  const own = namesOf(names.operations, operation.pointer);
  return {
    id: own.id,
    pointer: uriFragment(operation.pointer),
    method: operation.method,
    path: operation.path,
    ...fileOf("module", own.module),
    exports: operationExports(own, exportsOf),
  };
}

function operationExports(
  names: OperationNames,
  exportsOf: ExportsOf,
): JsonObject {
  const { build, validate, read, advise, operation, input, result } = names;
  const { receive, received } = names;
  return present(
    {
      ...{ build, validate, read, advise, operation, input, result },
      ...(receive === undefined ? {} : { receive }),
      ...(received === undefined ? {} : { received }),
    },
    exportsOf,
  );
}

function schemaEntry(
  id: string,
  names: SchemaNames,
  exportsOf: ExportsOf,
  fileOf: FileOf,
): JsonObject {
  const { is, validate, type, requestType, requestIs, requestValidate } = names;
  const { standard, mapped, enumeration } = names;
  const variants: Record<string, CodeSymbol> = {};
  if (requestType !== type) variants["requestType"] = requestType;
  if (requestIs !== is) variants["requestIs"] = requestIs;
  if (requestValidate !== validate) {
    variants["requestValidate"] = requestValidate;
  }
  if (enumeration !== undefined) {
    const { values, hasObject, known, isKnown } = enumeration;
    variants["values"] = values;
    if (hasObject === true) variants["object"] = type;
    if (known !== undefined) variants["known"] = known;
    if (isKnown !== undefined) variants["isKnown"] = isKnown;
  }
  if (mapped !== undefined) {
    const { wireType, requestWireType, parse, serialize } = mapped;
    Object.assign(variants, { wireType, parse, serialize });
    if (requestWireType !== wireType) {
      variants["requestWireType"] = requestWireType;
    }
  }
  return {
    name: names.name,
    pointer: id,
    ...fileOf("module", names.module),
    ...fileOf("typeModule", names.typeModule),
    ...fileOf("standardModule", standard.module),
    ...(mapped === undefined
      ? {}
      : fileOf("mappingModule", mapped.parse.module)),
    exports: present({ is, validate, type, ...variants, standard }, exportsOf),
  };
}

/** The symbols that their modules really export, by their part. */
function present(
  symbols: Readonly<Record<string, CodeSymbol>>,
  exportsOf: ExportsOf,
): { [part: string]: JsonValue } {
  const entries = Object.entries(symbols)
    .filter(([, symbol]) => exportsOf(symbol.module).has(symbol.name))
    .map(([part, symbol]) => [part, symbol.name] as const);
  return Object.fromEntries(entries);
}

function namesOf<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const names = map.get(key);
  if (names === undefined) throw new Error(`no names for ${String(key)}`);
  return names;
}

function uriFragment(pointer: string): string {
  return pointer.startsWith("/") || pointer === "" ? `#${pointer}` : pointer;
}
