import { hash } from "node:crypto";
import type { DiagnosticCollector } from "../../diagnostics/collector.js";
import { allOperations, type Api, type Operation } from "../../model/api.js";
import type { DefinitionId, Schema } from "../../model/schema.js";
import type { MethodName } from "../names.js";
import { parseMethod } from "./method-text.js";
import { pascalCase } from "../words.js";
import type {
  LockedNames,
  LockedOperation,
  LockedSchema,
  NameLock,
} from "./name-lock.js";

/** What a lock says about the operations and schemas that there are. Identities are pointers and definition ids. */
export interface NamePlan {
  /** The base names to keep, by identity. */
  readonly bases: ReadonlyMap<string, string>;
  /** The methods to keep, by the pointer of the operation. */
  readonly methods: ReadonlyMap<string, MethodName>;
  /** Names that stay exported beside the new ones, by identity; the oldest first. */
  readonly was: ReadonlyMap<string, readonly LockedNames[]>;
  /** The name that a lock has in place of the one that would be made; undefined for the one that would be. */
  readonly otherOf: (identity: string, wanted: string) => string | undefined;
}

export const emptyPlan: NamePlan = {
  bases: new Map(),
  methods: new Map(),
  was: new Map(),
  otherOf: () => undefined,
};

/**
 * Finds the entries of a lock for the operations and schemas of an API. An operation is found by its id, else by its
 * place; a schema by its key, else by its shape where only one has it. One that is found but has another id or key is
 * renamed: it gets its new name, and the old ones stay as aliases.
 */
export function planNames(
  api: Api,
  lock: NameLock,
  collector: DiagnosticCollector,
): NamePlan {
  const bases = new Map<string, string>();
  const methods = new Map<string, MethodName>();
  const was = new Map<string, readonly LockedNames[]>();
  const others = new Map<string, Record<string, string>>();
  const keep = (
    identity: string,
    { was: earlier = [], ...own }: LockedOperation | LockedSchema,
    isRenamed: boolean,
    pin: { readonly name?: string | undefined; readonly pointer: string },
  ): void => {
    const pinned = pin.name === undefined ? undefined : pascalCase(pin.name);
    const isNew = pinned === undefined ? isRenamed : pinned !== own.name;
    if (pinned === own.name) reportPin(pin.pointer, own.name, collector);
    if (!isNew) {
      bases.set(identity, own.name);
      const method = parseMethod(own.method);
      if (method !== undefined) methods.set(identity, method);
    }
    const old = isNew ? [...earlier, ownNames(own)] : earlier;
    if (old.length > 0) was.set(identity, old);
    others.set(
      identity,
      Object.assign(
        {},
        ...[own, ...earlier].map((one) => one.others ?? {}),
      ) as Record<string, string>,
    );
  };
  for (const { operation, entry } of foundOperations(api, lock)) {
    const { pointer, id, pinnedName: name } = operation;
    const isRenamed = entry.id !== id && id !== undefined;
    keep(pointer, entry, isRenamed, { name, pointer });
  }
  for (const { id, entry, isRenamed } of foundSchemas(api, lock)) {
    const definition = api.definitions[id];
    keep(id, entry, isRenamed, {
      name: definition?.pinnedName,
      pointer: definition?.schema.pointer ?? id,
    });
  }
  for (const [key, name] of lock.emitters) bases.set(key, name);
  return {
    bases,
    methods,
    was,
    otherOf: (identity, wanted) => {
      const own = others.get(identity);
      return own !== undefined && Object.hasOwn(own, wanted)
        ? own[wanted]
        : undefined;
    },
  };
}

/** The key of an operation in a lock: what identifies it besides its id. */
export function placeOf({ kind, method, path, pointer }: Operation): string {
  if (kind === "path") return `${method} ${path}`;
  return kind === "webhook"
    ? `webhook ${method} ${path}`
    : `callback ${pointer}`;
}

/** The key of a schema in a lock. */
export function keyOf(id: DefinitionId, { definitions }: Api): string {
  return definitions[id]?.name ?? id;
}

/** A hash of what a schema says, without words; the same under another name. */
export function shapeOf(id: DefinitionId, schema: Schema): string {
  const text = JSON.stringify(schema, (key, value: unknown) =>
    key === "pointer" || key === "annotations" ? undefined : value,
  );
  return hash("sha256", text.replaceAll(JSON.stringify(id), '""')).slice(0, 8);
}

function ownNames({ name, others, method }: LockedNames): LockedNames {
  return {
    name,
    ...(others === undefined ? {} : { others }),
    ...(method === undefined ? {} : { method }),
  };
}

function foundOperations(
  api: Api,
  { operations }: NameLock,
): { operation: Operation; entry: LockedOperation }[] {
  const all = allOperations(api);
  const ids = new Set(all.flatMap(({ id }) => id ?? []));
  const byId = new Map(
    [...operations.values()].flatMap((entry) =>
      entry.id === undefined ? [] : [[entry.id, entry] as const],
    ),
  );
  return all.flatMap((operation) => {
    const { id } = operation;
    const own = id === undefined ? undefined : byId.get(id);
    const atPlace = operations.get(placeOf(operation));
    // What stood here before may have moved to another place, and then has its names there.
    const isElsewhere =
      atPlace?.id !== undefined && atPlace.id !== id && ids.has(atPlace.id);
    const entry = own ?? (isElsewhere ? undefined : atPlace);
    return entry === undefined ? [] : [{ operation, entry }];
  });
}

interface FoundSchema {
  readonly id: DefinitionId;
  readonly entry: LockedSchema;
  readonly isRenamed: boolean;
}

function foundSchemas(api: Api, { schemas }: NameLock): FoundSchema[] {
  const ids = Object.keys(api.definitions);
  const keys = new Set(ids.map((id) => keyOf(id, api)));
  const gone = [...schemas].flatMap(([key, entry]) =>
    keys.has(key) ? [] : [entry],
  );
  const fresh = ids.filter((id) => !schemas.has(keyOf(id, api)));
  const shapes = new Map(
    gone.length === 0
      ? []
      : fresh.map((id) => {
          const schema = api.definitions[id]?.schema;
          return [id, schema && shapeOf(id, schema)] as const;
        }),
  );
  const isAlone = (list: readonly (string | undefined)[], shape: string) =>
    list.filter((one) => one === shape).length === 1;
  return ids.flatMap((id): FoundSchema[] => {
    const own = schemas.get(keyOf(id, api));
    if (own !== undefined) return [{ id, entry: own, isRenamed: false }];
    const shape = shapes.get(id);
    if (shape === undefined) return [];
    const entry = gone.find((one) => one.shape === shape);
    const isCertain =
      isAlone(
        gone.map((one) => one.shape),
        shape,
      ) && isAlone([...shapes.values()], shape);
    return entry !== undefined && isCertain
      ? [{ id, entry, isRenamed: true }]
      : [];
  });
}

function reportPin(
  pointer: string,
  name: string,
  collector: DiagnosticCollector,
): void {
  const hash = pointer.indexOf("#");
  collector.add(
    "pin-unneeded",
    {
      file: pointer.slice(0, Math.max(hash, 0)),
      pointer: `${pointer.slice(hash + 1)}/x-specwright-name`,
    },
    `The lock of names has ${JSON.stringify(name)}: this pin is no longer needed.`,
  );
}
