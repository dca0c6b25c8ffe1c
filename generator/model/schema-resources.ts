import { basename, posix } from "node:path";
import type { SourceDocument } from "../read/document.js";
import type { Absence, Description } from "../resolve/description.js";
import { parseReference } from "../read/reference.js";
import type { Reporter } from "./reporter.js";
import {
  isObjectSource,
  locationOf,
  member,
  pointerKeys,
  stringMember,
  type ObjectSource,
  type Source,
} from "./source.js";
import { mayIdentify } from "./may-identify.js";
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
}

interface OpenResource extends SchemaResource {
  readonly anchors: Map<string, Source>;
  readonly dynamicAnchors: Map<string, Source>;
}

/**
 * The identifiers of all schemas: which URIs and anchors lead where (Core §8.2, §9). A description without
 * identifiers costs nothing here.
 */
export class SchemaResources {
  readonly #description: Description;
  readonly #reporter: Reporter;
  readonly #byUri = new Map<string, OpenResource>();
  /** By location of the root. */
  readonly #byLocation = new Map<string, OpenResource>();
  readonly #filesWithin = new Set<string>();
  readonly #scanned = new Set<string>();
  readonly #hasIdentifiers: boolean;

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
    this.#hasIdentifiers = [...description.documents.values()].some(
      (document) => isAbsolute(document.file) || mayIdentify(document.text),
    );
    if (this.#hasIdentifiers) this.#indexAll();
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
    return this.#documentResource(source.file);
  }

  /** The resource that a schema opens by its `$id`, or the one it stands in. */
  enter(schema: ObjectSource, around: SchemaResource): SchemaResource {
    if (!this.#filesWithin.has(schema.file)) return around;
    return this.#byLocation.get(locationOf(schema)) ?? around;
  }

  /**
   * Where a reference leads, chains not followed; undefined where it is broken, which has then been reported.
   * @param from the object that holds the reference
   * @param absence how a reference to nothing is reported, where something can be made of it
   */
  resolve(
    reference: string,
    from: Source,
    resource: SchemaResource,
    absence?: Absence,
  ): Source | undefined {
    if (this.#hasIdentifiers) {
      const found = this.#lookUp(reference, resource);
      if (found !== undefined) return found;
      if (resource.isIdentified) {
        return this.#pastId(reference, from, resource, absence);
      }
    }
    const target = this.#description.follow(from, reference, absence);
    if (target === undefined) return undefined;
    const source: Source = {
      file: target.file,
      pointer: target.pointer,
      value: target.value,
    };
    if (this.#hasIdentifiers) this.#scan(source, this.at(source));
    return source;
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

  /**
   * Where a reference leads that leads to nothing under the `$id` around it: to what it would lead to without that
   * `$id`. Authors write pointers from the root of the document, and paths of files, beside identifiers.
   */
  #pastId(
    reference: string,
    from: Source,
    resource: SchemaResource,
    absence?: Absence,
  ): Source | undefined {
    const place = { file: from.file, pointer: from.pointer };
    const target = this.#inDocument(reference, from.file);
    if (target !== undefined) {
      this.#scan(target, this.at(target));
      this.#reporter.addToGroup(
        "reference-past-id",
        resource.uri,
        place,
        `"${shorten(reference)}" leads to nothing under the $id "${shorten(resource.uri)}"; it is read from the root of the document, where it leads to "${shorten(locationOf(target))}".`,
        "Remove the $id, or write the URI of what is meant.",
      );
      return target;
    }
    const [base] = splitFragment(resolveUri(reference, resource.uri) ?? "");
    const isRemote = /^(?!file:)[a-z][a-z\d+.-]*:/iu.test(base);
    if (isRemote && !this.#byUri.has(base)) {
      this.#reporter.add(
        "reference-remote",
        place,
        `"${shorten(reference)}" leads to "${shorten(base)}", under the base URI "${shorten(resource.uri)}"; nothing is fetched.`,
        `Save a copy, and pass it as --resource ${shorten(base)}=FILE, or give the schema that is meant this $id.`,
      );
      return undefined;
    }
    this.#reporter.add(
      absence?.code ?? "schema-reference-broken",
      place,
      `"${shorten(reference)}" leads to no schema; it was resolved against the base URI "${shorten(resource.uri)}"${absence === undefined ? "" : `; ${absence.reading}`}.`,
      "Give the schema that is meant this $id or $anchor, or correct the reference.",
    );
    return undefined;
  }

  /** Where a relative reference leads by the places of files alone; undefined where that is nothing. */
  #inDocument(reference: string, file: string): Source | undefined {
    const parsed = parseReference(reference);
    if (parsed.kind !== "local" || isAbsolute(file)) return undefined;
    const { path, fragment } = parsed;
    const { documents, entry } = this.#description;
    const target = posix.normalize(posix.join(posix.dirname(file), path));
    const isEntry = target === basename(entry.displayName);
    const name = path === "" ? file : isEntry ? "" : target;
    const document = documents.get(name);
    if (document === undefined) return undefined;
    const root: Source = { file: name, pointer: "", value: document.value };
    if (fragment === "") return path === "" ? undefined : root;
    return fragment.startsWith("/")
      ? descend(root, pointerKeys(fragment))
      : this.#documentResource(name).anchors.get(fragment);
  }

  #lookUp(reference: string, resource: SchemaResource): Source | undefined {
    const uri = resolveUri(reference, resource.uri);
    if (uri === undefined) return undefined;
    const [base, fragment] = splitFragment(uri);
    const target = this.#byUri.get(base);
    if (target === undefined) return undefined;
    if (fragment === "") return target.root;
    if (!fragment.startsWith("/")) return target.anchors.get(fragment);
    if (target.root.pointer === "" && !isAbsolute(target.root.file)) {
      return this.#description.follow(target.root, uri.slice(uri.indexOf("#")));
    }
    return descend(target.root, pointerKeys(fragment));
  }

  #documentResource(file: string): SchemaResource {
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
      ...(dialect === undefined ? {} : { dialect }),
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
        for (const schema of schemaRoots(root)) this.#scan(schema, around);
      } else {
        this.#scan(root, around);
      }
    }
  }

  /** Records the identifiers within a schema tree, once. */
  #scan(root: Source, around: SchemaResource): void {
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
    const id = stringMember(schema, "$id");
    if (id !== undefined) {
      const uri = resolveUri(id, around.uri);
      if (uri !== undefined && splitFragment(uri)[1] === "") {
        resource = this.#identify(schema, splitFragment(uri)[0], around);
      }
    }
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
    around: SchemaResource,
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
    const dialect = stringMember(schema, "$schema") ?? around.dialect;
    return this.#open(schema, uri, dialect, true);
  }
}

/** Follows keys from a value; undefined where there is no such member. */
export function descend(
  start: Source,
  keys: readonly string[],
): Source | undefined {
  let current: Source = start;
  for (const key of keys) {
    let next: Source | undefined;
    if (isObjectSource(current)) next = member(current, key);
    else if (Array.isArray(current.value) && /^(?:0|[1-9]\d*)$/u.test(key)) {
      const value: unknown = current.value[Number(key)];
      if (value !== undefined) {
        next = {
          file: current.file,
          pointer: `${current.pointer}/${key}`,
          value: value as Source["value"],
        };
      }
    }
    if (next === undefined) return undefined;
    current = next;
  }
  return current;
}

function dialectOf(value: Source["value"]): string | undefined {
  const source: Source = { file: "", pointer: "", value };
  if (!isObjectSource(source)) return undefined;
  return (
    stringMember(source, "jsonSchemaDialect") ?? stringMember(source, "$schema")
  );
}

function isAbsolute(file: string): boolean {
  return /^[a-z][a-z0-9+.-]+:/iu.test(file);
}

function resolveUri(reference: string, base: string): string | undefined {
  try {
    return new URL(reference, base).href;
  } catch {
    return undefined;
  }
}

/** The URI without its fragment, and the fragment percent-decoded. */
function splitFragment(uri: string): [string, string] {
  const hash = uri.indexOf("#");
  if (hash < 0) return [uri, ""];
  const fragment = uri.slice(hash + 1);
  try {
    return [uri.slice(0, hash), decodeURIComponent(fragment)];
  } catch {
    return [uri.slice(0, hash), fragment];
  }
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
