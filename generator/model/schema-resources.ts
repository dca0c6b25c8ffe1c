import { basename, posix } from "node:path";
import { parseReference } from "../read/reference.js";
import type { Absence, Description } from "../resolve/description.js";
import { walkPointer } from "../resolve/walk-pointer.js";
import type { Reporter } from "./reporter.js";
import { ResourceIndex, type SchemaResource } from "./resource-index.js";
import {
  descend,
  isAbsolute,
  resolveUri,
  shorten,
  splitFragment,
} from "./schema-uris.js";
import { locationOf, pointerKeys, type Source } from "./source.js";

/** Follows the references of schemas: by URIs, anchors and pointers (Core §8.2). */
export class SchemaResources extends ResourceIndex {
  readonly #description: Description;
  readonly #reporter: Reporter;

  constructor(description: Description, reporter: Reporter) {
    super(description, reporter);
    this.#description = description;
    this.#reporter = reporter;
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
    if (this.hasIdentifiers) {
      const found = this.#lookUp(reference, resource);
      if (found !== undefined) return found;
      if (resource.isIdentified) {
        return this.#pastId(reference, from, resource, absence);
      }
      const inner = this.#withinDialect(reference, from, resource);
      if (inner !== undefined) return inner;
    }
    const target = this.#description.follow(from, reference, absence);
    if (target === undefined) return undefined;
    const source: Source = {
      file: target.file,
      pointer: target.pointer,
      value: target.value,
    };
    return this.hasIdentifiers ? this.#scanTarget(source) : source;
  }

  /** Records the identifiers of what a reference leads to. */
  #scanTarget(target: Source): Source {
    this.scan(target, this.at(target));
    return target;
  }

  /**
   * Where a pointer leads that leads to nothing in the document, and to something in the schema around it that names its
   * dialect: programs that print such schemas take them for documents.
   */
  #withinDialect(
    reference: string,
    from: Source,
    { root }: SchemaResource,
  ): Source | undefined {
    const parsed = parseReference(reference);
    if (root.pointer === "" || parsed.kind !== "local") return undefined;
    const { path, fragment } = parsed;
    if (path !== "" || !fragment.startsWith("/")) return undefined;
    if (this.#inDocument(reference, from.file) !== undefined) return undefined;
    const target = descend(root, pointerKeys(fragment));
    if (target === undefined) return undefined;
    this.#reporter.add(
      "reference-from-other-root",
      { file: from.file, pointer: from.pointer },
      `"${shorten(reference)}" leads to nothing from the root of the document; it is read from "${shorten(locationOf(root))}", the schema with a $schema.`,
      "Give that schema an $id, or write the pointer from the root of the document.",
    );
    return this.#scanTarget(target);
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
      this.#reporter.add(
        "reference-from-other-root",
        place,
        `"${shorten(reference)}" leads to nothing under the $id "${shorten(resource.uri)}"; it is read from the root of the document, where it leads to "${shorten(locationOf(target))}".`,
        "Remove the $id, or write the URI of what is meant.",
      );
      return this.#scanTarget(target);
    }
    const [base] = splitFragment(resolveUri(reference, resource.uri) ?? "");
    const isRemote = /^(?!file:)[a-z][a-z\d+.-]*:/iu.test(base);
    if (isRemote && this.byUri(base) === undefined) {
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
      : this.documentResource(name).anchors.get(fragment);
  }

  #lookUp(reference: string, resource: SchemaResource): Source | undefined {
    const uri = resolveUri(reference, resource.uri);
    if (uri === undefined) return undefined;
    const [base, fragment] = splitFragment(uri);
    const target = this.byUri(base);
    if (target === undefined) return undefined;
    if (fragment === "") return target.root;
    if (!fragment.startsWith("/")) return target.anchors.get(fragment);
    const isFile = target.root.pointer === "" && !isAbsolute(target.root.file);
    if (isFile && walkPointer(target.root.value, fragment).kind !== "missing") {
      return this.#description.follow(target.root, uri.slice(uri.indexOf("#")));
    }
    return descend(target.root, pointerKeys(fragment));
  }
}
