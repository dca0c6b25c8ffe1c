import { type Api, type Operation, allOperations } from "../../../model/api.js";
import type { DefinitionId, Schema } from "../../../model/schema.js";
import { referencesOf } from "../../../model/walk-schema.js";
import type { EmitContext } from "../../context.js";
import { Query } from "../../../tracking/query.js";
import { findOperation } from "../../operation-at.js";
import { lineText } from "../text/plain-text.js";
import { operationEntry } from "./operation-words.js";
import type { Entry } from "./page.js";

/** Operations that stand together in a list of pages. */
export interface OperationGroup {
  readonly title: string;
  /** What its files are called after, where that is not the title. */
  readonly key?: string;
  readonly description?: string;
  /** The pointers of its operations. */
  readonly operations: readonly string[];
}

/** The line of an operation by its pointer: read by itself, so that lists do not change with what it says. */
export const operationLine = new Query<EmitContext, readonly Entry[]>(
  "operation-line",
  ({ api, names }) =>
    (pointer) => {
      const operation = findOperation(api, pointer);
      return operation === undefined ? [] : operationEntry(operation, names);
    },
);

/** The lines of operations, by their pointers. */
export function linesOf(
  pointers: readonly string[],
  context: EmitContext,
): readonly Entry[] {
  return pointers.flatMap((pointer) => operationLine.of(context, pointer));
}

/** Operations by their first tag: declared tags first and in their order, then the others; without a tag last. */
export const operationGroups = new Query<Api, readonly OperationGroup[]>(
  "operation-groups",
  (api) => {
    const groups = groupOperations(api);
    return () => groups;
  },
);

/** The pointers of all webhooks. */
export const webhooksOf = new Query<Api, readonly string[]>(
  "webhooks",
  (api) => {
    const pointers = pointersOf(api.webhooks);
    return () => pointers;
  },
);

/** The lines of all schemas, in the order of their names. */
export const schemaEntries = new Query<EmitContext, readonly Entry[]>(
  "schema-entries",
  ({ api, names }) => {
    const entries = Object.values(api.definitions)
      .flatMap(({ id, schema }): Entry[] => {
        const own = names.schemas.get(id);
        if (own === undefined) return [];
        return [
          {
            page: `schemas/${own.slug}`,
            title: lineText(own.name),
            isDeprecated: schema.annotations.deprecated === true,
          },
        ];
      })
      .sort((a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : 0));
    return () => entries;
  },
);

/** The pointers of the callbacks of an operation, by its pointer. */
export const callbacksOf = new Query<Api, readonly string[]>(
  "callbacks",
  (api) => {
    const byOperation = new Map<string, Operation[]>();
    for (const callback of api.callbacks) {
      const owner = callback.callback?.operation;
      if (owner === undefined) continue;
      const known = byOperation.get(owner);
      if (known === undefined) byOperation.set(owner, [callback]);
      else known.push(callback);
    }
    return (pointer) => pointersOf(byOperation.get(pointer) ?? []);
  },
);

const maximumUses = 30;

/** The pointers of the first operations that name a schema in a parameter, a body or a response, by its id. */
export const usesOf = new Query<Api, readonly string[]>("uses", (api) => {
  const uses = findUses(api);
  return (id) => pointersOf((uses.get(id) ?? []).slice(0, maximumUses));
});

function pointersOf(operations: readonly Operation[]): readonly string[] {
  return operations.map(({ pointer }) => pointer);
}

function groupOperations(api: Api): readonly OperationGroup[] {
  const byTag = new Map<string | undefined, Operation[]>();
  for (const tag of api.tags) byTag.set(tag.name, []);
  for (const operation of api.operations) {
    const [tag] = operation.tags;
    const known = byTag.get(tag);
    if (known === undefined) byTag.set(tag, [operation]);
    else known.push(operation);
  }
  const untagged = byTag.get(undefined) ?? [];
  byTag.delete(undefined);
  const groups: OperationGroup[] = [];
  // Where a name is declared twice, the first one counts.
  const tags = new Map(
    [...api.tags].reverse().map((tag) => [tag.name, tag] as const),
  );
  for (const [name, operations] of byTag) {
    const tag = tags.get(name ?? "");
    if (operations.length === 0) continue;
    groups.push({
      title: lineText(tag?.summary ?? name ?? ""),
      ...(tag?.description === undefined
        ? {}
        : { description: tag.description }),
      operations: pointersOf(operations),
    });
  }
  if (untagged.length > 0)
    groups.push({
      title: groups.length > 0 ? "Other" : "All operations",
      key: "Other",
      operations: pointersOf(untagged),
    });
  return groups;
}

function findUses(api: Api): ReadonlyMap<DefinitionId, readonly Operation[]> {
  const uses = new Map<DefinitionId, Operation[]>();
  for (const operation of allOperations(api)) {
    const found = new Set<DefinitionId>();
    for (const schema of schemasOf(operation))
      for (const id of referencesOf(schema)) found.add(id);
    for (const id of found) {
      const known = uses.get(id);
      if (known === undefined) uses.set(id, [operation]);
      else known.push(operation);
    }
  }
  return uses;
}

function schemasOf(operation: Operation): readonly Schema[] {
  const contents = [
    ...(operation.body?.contents ?? []),
    ...operation.responses.flatMap((response) => response.contents),
  ];
  return [
    ...operation.parameters.map(({ schema }) => schema),
    ...operation.responses.flatMap(({ headers }) =>
      headers.map(({ schema }) => schema),
    ),
    ...contents.flatMap(({ schema, itemSchema }) =>
      [schema, itemSchema].filter((part) => part !== undefined),
    ),
  ];
}
