import type { OutputSettings } from "../config/config.js";
import { noMappings } from "../mapping/mappings.js";
import type { Api } from "../model/api.js";
import type { Names } from "../names/names.js";
import type { EmitContext } from "./context.js";
import { derivedValues } from "./derived-values.js";

/**
 * Gives what a read gives.
 * @throws Error for a read of which nothing is known
 */
export type ReadValue = (kind: string, id: string) => unknown;

/**
 * A context of which only single reads are known, for units that read of it what they have read before. Nothing is
 * mapped in it to types of the user's own.
 */
export function recordedContext(
  read: ReadValue,
  settings: OutputSettings,
): EmitContext {
  const api = recordedApi(read);
  const names: Names = {
    schemas: new RecordedMap("schema-names", read),
    operations: new RecordedMap("operation-names", read),
  };
  const views: EmitContext["views"] = new RecordedMap("view", read);
  const context = { api, views, mappings: noMappings, names, settings };
  for (const derived of derivedValues.context) {
    derived.know(context, (id) => read(derived.kind, id) as never);
  }
  for (const derived of derivedValues.api) {
    derived.know(api, (id) => read(derived.kind, id) as never);
  }
  for (const derived of derivedValues.names) {
    derived.know(names, (id) => read(derived.kind, id) as never);
  }
  return context;
}

function recordedApi(read: ReadValue): Api {
  const parts: Partial<Api> = {
    info: recorded("info", read) as Api["info"],
    definitions: recorded("definition", read) as Api["definitions"],
  };
  return new Proxy(parts as Api, {
    get: (target, key) =>
      Reflect.get(target, key) ?? ofText(key, (field) => read("api", field)),
    has: (target, key) =>
      ofText(key, (field) => read("api", field)) !== undefined ||
      Reflect.has(target, key),
  });
}

function recorded(kind: string, read: ReadValue): object {
  const value = (key: string | symbol): unknown =>
    ofText(key, (id) => read(kind, id));
  return new Proxy(
    {},
    {
      get: (_, key) => value(key),
      has: (_, key) => value(key) !== undefined,
      ownKeys: () => read(`${kind}-list`, "") as string[],
      getOwnPropertyDescriptor: (_, key) => {
        const found = value(key);
        return found === undefined
          ? undefined
          : { value: found, enumerable: true, configurable: true };
      },
    },
  );
}

function ofText<T>(
  key: string | symbol,
  action: (key: string) => T,
): T | undefined {
  return typeof key === "string" ? action(key) : undefined;
}

class RecordedMap<V> implements ReadonlyMap<string, V> {
  readonly #kind: string;
  readonly #read: ReadValue;

  constructor(kind: string, read: ReadValue) {
    this.#kind = kind;
    this.#read = read;
  }

  get(key: string): V | undefined {
    return this.#read(this.#kind, key) as V | undefined;
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  get size(): number {
    return this.#all().size;
  }

  keys(): MapIterator<string> {
    return this.#all().keys();
  }

  entries(): MapIterator<[string, V]> {
    return this.#all().entries();
  }

  values(): MapIterator<V> {
    return this.#all().values();
  }

  forEach(
    action: (value: V, key: string, map: ReadonlyMap<string, V>) => void,
  ): void {
    this.#all().forEach((value, key) => {
      action(value, key, this);
    });
  }

  [Symbol.iterator](): MapIterator<[string, V]> {
    return this.entries();
  }

  #all(): ReadonlyMap<string, V> {
    const keys = this.#read(`${this.#kind}-list`, "") as readonly string[];
    return new Map(keys.map((key) => [key, this.get(key) as V]));
  }
}
