import type { Api, Operation, Server, Tag } from "../api.js";
import type { DefinitionId, Schema } from "../schema.js";
import { schemasOfOperation } from "../find-views.js";
import { referencesWithin } from "../walk-schema.js";

/** What is chosen of an API. */
export interface Choice {
  /** Pointers of operations of `paths` and of webhooks. */
  readonly operations: ReadonlySet<string>;
  /** Schemas that are wanted whether an operation uses them or not. */
  readonly schemas: ReadonlySet<DefinitionId>;
  /** Whether schemas that no operation of the API uses are wanted. */
  readonly hasUnused: boolean;
}

/**
 * The part of an API that a choice needs, everything in its order: callbacks of chosen operations, schemas that
 * references lead to, security schemes, tags with their parents, servers in force.
 */
export function whatIsNeeded(api: Api, choice: Choice): Api {
  const isChosen = ({ pointer }: Operation) => choice.operations.has(pointer);
  const operations = api.operations.filter(isChosen);
  const webhooks = api.webhooks.filter(isChosen);
  const callbacks = callbacksOf([...operations, ...webhooks], api);
  const all = [...operations, ...webhooks, ...callbacks];
  const ids = reachable([...rootsOf(all), ...choice.schemas], api);
  if (choice.hasUnused) {
    const used = reachable(
      rootsOf([...api.operations, ...api.webhooks, ...api.callbacks]),
      api,
    );
    const unused = Object.keys(api.definitions).filter((id) => !used.has(id));
    for (const id of reachable(unused, api)) ids.add(id);
  }
  const schemes = new Set(
    all.flatMap(({ security }) =>
      security.flatMap((one) => one.schemes.map(({ name }) => name)),
    ),
  );
  return {
    ...api,
    operations,
    webhooks,
    callbacks,
    tags: tagsOf(all, api.tags),
    servers: serversOf(operations, api.servers),
    definitions: Object.fromEntries(
      Object.entries(api.definitions).filter(([id]) => ids.has(id)),
    ),
    securitySchemes: api.securitySchemes.filter(({ name }) =>
      schemes.has(name),
    ),
  };
}

/** The callbacks of operations, and those of these callbacks. */
function callbacksOf(
  operations: readonly Operation[],
  { callbacks }: Api,
): readonly Operation[] {
  const owners = new Set(operations.map(({ pointer }) => pointer));
  for (let size = -1; size !== owners.size;) {
    size = owners.size;
    for (const { callback, pointer } of callbacks)
      if (callback !== undefined && owners.has(callback.operation))
        owners.add(pointer);
  }
  return callbacks.filter(({ pointer }) => owners.has(pointer));
}

function rootsOf(operations: readonly Operation[]): DefinitionId[] {
  return operations
    .flatMap(schemasOfOperation)
    .flatMap((schema: Schema) => [...referencesWithin(schema)]);
}

/** These definitions and all that references in them lead to. */
function reachable(
  start: readonly DefinitionId[],
  { definitions }: Api,
): Set<DefinitionId> {
  const found = new Set(start);
  for (const id of found) {
    const schema = definitions[id]?.schema;
    if (schema === undefined) continue;
    for (const target of referencesWithin(schema)) found.add(target);
  }
  return found;
}

function tagsOf(
  operations: readonly Operation[],
  tags: readonly Tag[],
): readonly Tag[] {
  const names = new Set(operations.flatMap((operation) => operation.tags));
  for (const name of names)
    for (const tag of tags)
      if (tag.name === name && tag.parent !== undefined) names.add(tag.parent);
  return tags.filter(({ name }) => names.has(name));
}

/** The servers of the API, unless all operations have their own. */
function serversOf(
  operations: readonly Operation[],
  servers: readonly Server[],
): readonly Server[] {
  const text = JSON.stringify(servers);
  const isUsed =
    operations.length === 0 ||
    operations.some((operation) => JSON.stringify(operation.servers) === text);
  return isUsed ? servers : [];
}
