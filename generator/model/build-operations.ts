import { visible } from "../diagnostics/shown-text.js";
import type { Operation, PathPart, RequestBody, Response } from "./api.js";
import type { ModelContext } from "./model-context.js";
import { buildContents, buildHeaders } from "./build-content.js";
import {
  buildExternalDocs,
  buildSecurity,
  buildServers,
  type DocumentDefaults,
} from "./build-info.js";
import { buildParameters, fitToPath } from "./build-parameters.js";
import { followedEntries, followObject } from "./follow-object.js";
import { firstOf, readPathItem, type PathItem } from "./read-path-item.js";
import {
  hasNoBody,
  isFixedMethod,
  isToken,
  pathProblem,
  readStatus,
} from "./read-keys.js";
import {
  booleanMember,
  entriesOf,
  extensionsOf,
  isObjectSource,
  locationOf,
  member,
  pointerToken,
  stringListMember,
  stringMember,
  type ObjectSource,
  type Source,
} from "./source.js";

/** Where operations are found, and what is the same for all of them. */
interface Origin {
  readonly kind: Operation["kind"];
  readonly path: string;
  readonly callback?: NonNullable<Operation["callback"]>;
  /** Where the path item is used; a shared one has the operations once for each use. */
  readonly pointer: string;
}

/** Reads the operations of `paths`, `webhooks` and, within them, `callbacks`. */
export class OperationBuilder {
  readonly operations: Operation[] = [];
  readonly webhooks: Operation[] = [];
  readonly callbacks: Operation[] = [];
  readonly #context: ModelContext;
  readonly #defaults: DocumentDefaults;
  readonly #readCallbacks = new Set<string>();
  /** By `operationId`: where the operation stands that has it. */
  readonly #idOwners = new Map<string, string>();

  constructor(context: ModelContext, defaults: DocumentDefaults) {
    this.#context = context;
    this.#defaults = defaults;
  }

  /** Takes the operations of all path items of a map. */
  addPaths(document: ObjectSource, field: "paths" | "webhooks"): void {
    const kind = field === "paths" ? "path" : "webhook";
    for (const [path, written] of followedEntries(
      document,
      field,
      this.#context,
    )) {
      if (path.startsWith("x-")) continue;
      if (kind === "path" && pathProblem(path) !== undefined) continue;
      this.#addPathItem(written, { kind, path, pointer: locationOf(written) });
    }
  }

  #addPathItem(written: Source, origin: Origin): void {
    const pathItem = readPathItem(written, this.#context);
    if (pathItem === undefined) return;
    for (const [method, source, pointer] of this.#methods(pathItem)) {
      this.#addOperation(method, source, pathItem, {
        ...origin,
        pointer: `${origin.pointer}${pointer}`,
      });
    }
  }

  /** The methods with their Operation Objects, and where these stand below the path item. */
  #methods({ owners }: PathItem): [string, ObjectSource, string][] {
    const found = new Map<string, [string, ObjectSource, string]>();
    for (const owner of owners) {
      for (const key of Object.keys(owner.value)) {
        if (!isFixedMethod(key)) continue;
        const source = followObject(member(owner, key), this.#context)?.source;
        if (source === undefined) continue;
        const method = key.toUpperCase();
        if (!found.has(method)) found.set(method, [method, source, `/${key}`]);
      }
      for (const [key, source] of entriesOf(owner, "additionalOperations")) {
        const method = isFixedMethod(key.toLowerCase())
          ? key.toUpperCase()
          : key;
        if (!isObjectSource(source) || !isToken(key) || found.has(method)) {
          continue;
        }
        const pointer = `/additionalOperations/${pointerToken(key)}`;
        found.set(method, [method, source, pointer]);
      }
    }
    return [...found.values()];
  }

  #addOperation(
    method: string,
    source: ObjectSource,
    pathItem: PathItem,
    origin: Origin,
  ): void {
    const context = this.#context;
    const id = this.#uniqueId(source);
    const pinnedName = stringMember(source, "x-specwright-name");
    const summary =
      stringMember(source, "summary") ??
      firstOf(pathItem, (owner) => stringMember(owner, "summary"));
    const description =
      stringMember(source, "description") ??
      firstOf(pathItem, (owner) => stringMember(owner, "description"));
    const externalDocs = buildExternalDocs(source);
    const body = this.#bodyOf(method, source);
    const parts = origin.kind === "path" ? pathParts(origin.path) : [];
    const parameters = buildParameters(
      [...pathItem.owners].reverse().concat(source),
      context,
    );
    // The credentials of the API are none for those who receive its requests.
    const security =
      buildSecurity(source, context) ??
      (origin.kind === "path" ? this.#defaults.security : undefined);
    const location = locationOf(source);
    const operation: Operation = {
      kind: origin.kind,
      pointer: origin.pointer,
      ...(location === origin.pointer ? {} : { location }),
      ...(id === undefined ? {} : { id }),
      ...(pinnedName === undefined ? {} : { pinnedName }),
      method,
      path: origin.path,
      pathParts: parts,
      tags: [...new Set(stringListMember(source, "tags"))].filter(
        (tag) => tag.trim() !== "",
      ),
      ...(summary === undefined ? {} : { summary }),
      ...(description === undefined ? {} : { description }),
      deprecated: booleanMember(source, "deprecated") ?? false,
      ...(externalDocs === undefined ? {} : { externalDocs }),
      parameters:
        origin.kind === "path"
          ? fitToPath(parameters, origin.path, parts, origin.pointer)
          : parameters,
      ...(body === undefined ? {} : { body }),
      responses: buildResponses(source, context),
      security: security ?? [],
      ...(security?.length === 0 ? { isPublic: true } : {}),
      servers:
        buildServers(source, context) ??
        firstOf(pathItem, (owner) => buildServers(owner, context)) ??
        this.#defaults.servers,
      ...(origin.callback === undefined ? {} : { callback: origin.callback }),
      extensions: extensionsOf(source) ?? {},
    };
    this.#listOf(origin.kind).push(operation);
    this.#addCallbacks(source, operation);
  }

  #listOf(kind: Operation["kind"]): Operation[] {
    if (kind === "path") return this.operations;
    return kind === "webhook" ? this.webhooks : this.callbacks;
  }

  /** OpenAPI 3.0 ignores the body of a method for which HTTP defines none (Operation Object, `requestBody`). */
  #bodyOf(method: string, operation: ObjectSource): RequestBody | undefined {
    const context = this.#context;
    if (context.version !== "3.0" || !hasNoBody(method)) {
      return buildRequestBody(operation, context);
    }
    const body = member(operation, "requestBody");
    if (body !== undefined && isObjectSource(body)) {
      context.reporter.add(
        "body-not-allowed",
        { ...body, at: "key" },
        `${method} has a request body, which OpenAPI 3.0 ignores; it is left out.`,
        "Move the values into parameters, or use another method.",
      );
    }
    return undefined;
  }

  /**
   * The `operationId`, which only one operation can have. A path item that several paths share gives it to the
   * first of them.
   */
  #uniqueId(operation: ObjectSource): string | undefined {
    const id = stringMember(operation, "operationId");
    if (id === undefined || id.trim() === "") return undefined;
    const here = locationOf(operation);
    const first = this.#idOwners.get(id);
    if (first === undefined) {
      this.#idOwners.set(id, here);
      return id;
    }
    if (first === here) return undefined;
    this.#context.reporter.add(
      "operation-id-twice",
      member(operation, "operationId") as Source,
      `The operationId "${visible(id)}" stands at "${visible(first)}" already; this operation is named by its method and path.`,
      "Give each operation an operationId of its own.",
    );
    return undefined;
  }

  #addCallbacks(source: ObjectSource, operation: Operation): void {
    for (const [name, written] of entriesOf(source, "callbacks")) {
      const followed = followObject(written, this.#context);
      if (followed === undefined) continue;
      const location = locationOf(followed.source);
      // A callback of several operations, or of its own operations, is there once.
      if (this.#readCallbacks.has(location)) continue;
      this.#readCallbacks.add(location);
      for (const [path, item] of Object.keys(followed.source.value).flatMap(
        (key): [string, Source][] => {
          const found = member(followed.source, key);
          return found === undefined || key.startsWith("x-")
            ? []
            : [[key, found]];
        },
      )) {
        this.#addPathItem(item, {
          kind: "callback",
          path,
          callback: { operation: operation.pointer, name },
          pointer: `${operation.pointer}/callbacks/${pointerToken(name)}/${pointerToken(path)}`,
        });
      }
    }
  }
}

/**
 * Cuts a path template at its expressions (OpenAPI Path Templating); a fragment is not sent and falls away. `{+name}`
 * is a value of several segments (RFC 6570 §3.2.3).
 */
export function pathParts(path: string): PathPart[] {
  const parts: PathPart[] = [];
  const sent = path.replace(/#.*$/su, "");
  let from = 0;
  for (const match of sent.matchAll(/\{\+?([^{}]*)\}/gu)) {
    if (match.index > from) {
      parts.push({ kind: "literal", text: sent.slice(from, match.index) });
    }
    parts.push({ kind: "parameter", name: match[1] ?? "" });
    from = match.index + match[0].length;
  }
  if (from < sent.length) {
    parts.push({ kind: "literal", text: sent.slice(from) });
  }
  return parts;
}

function buildRequestBody(
  operation: ObjectSource,
  context: ModelContext,
): RequestBody | undefined {
  const followed = followObject(member(operation, "requestBody"), context);
  if (followed === undefined) return undefined;
  const { source } = followed;
  const contents = buildContents(source, context);
  if (contents.length === 0) return undefined;
  const description =
    followed.description ?? stringMember(source, "description");
  return {
    pointer: locationOf(source),
    required: booleanMember(source, "required") ?? false,
    ...(description === undefined ? {} : { description }),
    contents,
  };
}

function buildResponses(
  operation: ObjectSource,
  context: ModelContext,
): Response[] {
  const written = followedEntries(operation, "responses", context);
  const exact = new Set(written.map(([key]) => key));
  const taken = new Set<string>();
  return written.flatMap(([key, written]) => {
    const status = readStatus(key);
    if (status === undefined || taken.has(status)) return [];
    if (status !== key && exact.has(status)) return [];
    taken.add(status);
    const followed = followObject(written, context);
    if (followed === undefined) return [];
    const { source } = followed;
    return [
      {
        pointer: locationOf(source),
        status,
        description:
          followed.description ??
          stringMember(source, "description") ??
          stringMember(source, "summary") ??
          "",
        headers: buildHeaders(source, context),
        contents: buildContents(source, context),
      },
    ];
  });
}
