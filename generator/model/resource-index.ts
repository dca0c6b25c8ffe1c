import { basename } from "node:path";
import type { SourceDocument } from "../read/document.js";
import type { Description } from "../resolve/description.js";
import { draftOf, ignoresSiblings, type Draft } from "./drafts.js";
import type { Reporter } from "./reporter.js";
import { isAbsolute, resolveUri, splitFragment } from "./schema-uris.js";
import {
  booleanMember,
  isObjectSource,
  locationOf,
  stringMember,
  type ObjectSource,
  type Source,
} from "./source.js";
import { nestedSchemas, schemaRoots } from "./subschemas.js";

/** A schema resource (JSON Schema 2020-12 Core §4.3.5): a document, or a schema with an `$id` of its own. */
export interface SchemaResource {
  /** Absolute, without fragment. */
  readonly uri: string;
  readonly root: Source;
  /** By `$anchor` and `$dynamicAnchor`. */
  readonly anchors: ReadonlyMap<string, Source>;
  readonly dynamicAnchors: ReadonlyMap<string, Source>;
  /** Whether its URI was given, by `$id` or by the caller, rather than made from the name of a file. */
  readonly isIdentified: boolean;
  /** `$schema` of the resource, or what is in force around it. */
  readonly dialect?: string;
  /** The earlier draft that this is. */
  readonly draft?: Draft;
}

/** Among dynamic anchors, the name of `$recursiveAnchor` (2019-09 Core §8.2.4.2), which no anchor can have. */
export const recursiveAnchor = "$recursiveAnchor";

interface OpenResource extends SchemaResource {
  readonly anchors: Map<string, Source>;
  readonly dynamicAnchors: Map<string, Source>;
}

/**
 * The identifiers of all schemas: which URIs and anchors lead where (Core §8.2, §9), and which draft each schema is
 * read under (§8.1.1). A description without identifiers costs nothing here.
 */
export class ResourceIndex {
  readonly #description: Description;
  readonly #reporter: Reporter;
  readonly #byUri = new Map<string, OpenResource>();
  /** By location of the root. */
  readonly #byLocation = new Map<string, OpenResource>();
  readonly #filesWithin = new Set<string>();
  readonly #scanned = new Set<string>();
  /** Whether there may be any identifiers, or dialects of schemas. */
  readonly hasIdentifiers: boolean;

  constructor(description: Description, reporter: Reporter) {
    this.#description = description;
    this.#reporter = reporter;
    for (const document of description.documents.values()) {
      this.#open(
        { file: document.file, pointer: "", value: document.value },
        this.#documentUri(document),
        dialectOf(document.value),
      );
    }
    this.hasIdentifiers = [...description.documents.values()].some(
      (document) => isAbsolute(document.file) || mayIdentify(document.text),
    );
    if (this.hasIdentifiers) this.#indexAll();
  }

  /** The resource that a place lies in: the nearest one around it. */
  at(source: Source): SchemaResource {
    if (this.#filesWithin.has(source.file)) {
      let pointer = source.pointer;
      for (;;) {
        const found = this.#byLocation.get(`${source.file}#${pointer}`);
        if (found !== undefined) return found;
        if (pointer === "") break;
        pointer = pointer.slice(0, pointer.lastIndexOf("/"));
      }
    }
    return this.documentResource(source.file);
  }

  /** The resource that a schema opens by its `$id`, or the one it stands in. */
  enter(schema: ObjectSource, around: SchemaResource): SchemaResource {
    if (!this.#filesWithin.has(schema.file)) return around;
    return this.#byLocation.get(locationOf(schema)) ?? around;
  }

  /** The resource with this URI, for metaschemas. */
  byUri(uri: string): SchemaResource | undefined {
    return this.#byUri.get(uri.replace(/#$/u, ""));
  }

  /** Every schema that carries this `$dynamicAnchor`. */
  dynamicAnchors(name: string): Source[] {
    return [...this.#byLocation.values()].flatMap((resource) => {
      const found = resource.dynamicAnchors.get(name);
      return found === undefined ? [] : [found];
    });
  }

  /** The resource that a document is. */
  documentResource(file: string): SchemaResource {
    const found = this.#byLocation.get(`${file}#`);
    if (found !== undefined) return found;
    return this.#open(
      { file, pointer: "", value: null },
      this.#localUri(file),
      undefined,
    );
  }

  /**
   * The URI of a file, as if the folder that holds all files were the root, written as references to it resolve.
   * @param file relative to the entry document's folder
   */
  #localUri(file: string): string {
    const path = encodeURI(this.#description.way + file);
    const escaped = path.replace(/[?#]/gu, encodeURIComponent);
    return new URL(`file:///${escaped}`).href;
  }

  #documentUri({ file, displayName, uri, value }: SourceDocument): string {
    if (isAbsolute(file)) return file;
    const local =
      uri ?? this.#localUri(file === "" ? basename(displayName) : file);
    const source: Source = { file, pointer: "", value };
    const self = isObjectSource(source)
      ? stringMember(source, "$self")
      : undefined;
    return (self && resolveUri(self, local)) || local;
  }

  #open(
    root: Source,
    uri: string,
    dialect: string | undefined,
    isIdentified = false,
  ): OpenResource {
    const resource: OpenResource = {
      uri: splitFragment(uri)[0],
      root,
      anchors: new Map(),
      dynamicAnchors: new Map(),
      isIdentified:
        root.pointer !== "" || isAbsolute(root.file) || isIdentified,
      ...dialectMembers(dialect),
    };
    this.#byUri.set(resource.uri, resource);
    this.#byLocation.set(locationOf(root), resource);
    if (root.pointer !== "") this.#filesWithin.add(root.file);
    return resource;
  }

  #indexAll(): void {
    for (const document of this.#description.documents.values()) {
      const root: Source = {
        file: document.file,
        pointer: "",
        value: document.value,
      };
      const around = this.at(root);
      if (isObjectSource(root) && Object.hasOwn(root.value, "openapi")) {
        for (const schema of schemaRoots(root)) this.scan(schema, around);
      } else {
        this.scan(root, around);
      }
    }
  }

  /** Records the identifiers within a schema tree, once. */
  scan(root: Source, around: SchemaResource): void {
    if (this.#scanned.has(locationOf(root))) return;
    for (const schema of nestedSchemas(root)) {
      const location = locationOf(schema);
      if (this.#scanned.has(location)) continue;
      this.#scanned.add(location);
      this.#register(
        schema,
        schema.pointer === root.pointer ? around : this.at(schema),
      );
    }
  }

  #register(schema: ObjectSource, around: SchemaResource): void {
    let resource = this.#byUri.get(around.uri) as OpenResource;
    const dialect = stringMember(schema, "$schema") ?? around.dialect;
    const draft = draftOf(dialect);
    const isEarly = draft !== undefined && ignoresSiblings(draft);
    const isReference = stringMember(schema, "$ref") !== undefined;
    const keyword = draft === "draft-04" ? "id" : "$id";
    const id =
      isEarly && isReference ? undefined : stringMember(schema, keyword);
    const uri = id === undefined ? undefined : resolveUri(id, around.uri);
    if (uri !== undefined) {
      const [base, fragment] = splitFragment(uri);
      if (fragment === "") resource = this.#identify(schema, base, dialect);
      else if (isEarly) {
        // Before 2019-09 an identifier with a fragment is what is an anchor since.
        this.#byUri.get(base)?.anchors.set(fragment, schema);
      }
    }
    if (dialect !== around.dialect && resource.uri === around.uri) {
      resource = this.#openDialect(schema, resource, dialect);
    }
    if (isEarly) return;
    const isRoot = locationOf(schema) === locationOf(resource.root);
    const isRecursive = booleanMember(schema, "$recursiveAnchor") === true;
    if (draft === "2019-09" && isRoot && isRecursive) {
      resource.dynamicAnchors.set(recursiveAnchor, schema);
    }
    this.#registerAnchors(schema, resource);
  }

  /** A schema with a dialect of its own that has no identifier, so that references in it start from around it. */
  #openDialect(
    schema: ObjectSource,
    around: OpenResource,
    dialect: string | undefined,
  ): OpenResource {
    const resource = {
      ...around,
      root: schema,
      dynamicAnchors: new Map(),
      ...dialectMembers(dialect),
    };
    this.#byLocation.set(locationOf(schema), resource);
    this.#filesWithin.add(schema.file);
    return resource;
  }

  #registerAnchors(schema: ObjectSource, resource: OpenResource): void {
    for (const keyword of ["$anchor", "$dynamicAnchor"]) {
      const name = stringMember(schema, keyword);
      if (name === undefined) continue;
      const other = resource.anchors.get(name);
      if (other !== undefined && locationOf(other) !== locationOf(schema)) {
        this.#reporter.add(
          "schema-anchor-twice",
          { file: schema.file, pointer: `${schema.pointer}/${keyword}` },
          `The anchor "${name}" stands at "${locationOf(other)}" already.`,
          "Rename one of the two.",
        );
        continue;
      }
      resource.anchors.set(name, schema);
      if (keyword === "$dynamicAnchor")
        resource.dynamicAnchors.set(name, schema);
    }
  }

  #identify(
    schema: ObjectSource,
    uri: string,
    dialect: string | undefined,
  ): OpenResource {
    const other = this.#byUri.get(uri);
    if (
      other !== undefined &&
      locationOf(other.root) !== locationOf(schema) &&
      other.root.pointer !== ""
    ) {
      this.#reporter.add(
        "schema-id-twice",
        { file: schema.file, pointer: `${schema.pointer}/$id` },
        `The $id "${uri}" stands at "${locationOf(other.root)}" already.`,
        "Give each schema an $id of its own.",
      );
      return other;
    }
    return this.#open(schema, uri, dialect, true);
  }
}

function dialectMembers(
  dialect: string | undefined,
): Pick<SchemaResource, "dialect" | "draft"> {
  const draft = draftOf(dialect);
  return {
    ...(dialect === undefined ? {} : { dialect }),
    ...(draft === undefined ? {} : { draft }),
  };
}

function dialectOf(value: Source["value"]): string | undefined {
  const source: Source = { file: "", pointer: "", value };
  if (!isObjectSource(source)) return undefined;
  return (
    stringMember(source, "jsonSchemaDialect") ?? stringMember(source, "$schema")
  );
}

const identifiers =
  /\$(?:id|anchor|dynamicAnchor|recursiveAnchor|schema|self)\b|jsonSchemaDialect/u;

/**
 * Whether a text may hold identifiers of schemas, by which references lead to places that no pointer names, or may
 * name the dialect of a schema.
 */
export function mayIdentify(text: string): boolean {
  return identifiers.test(text);
}
