import type { Api } from "../model/api.js";
import type { EmitContext } from "../emit/context.js";
import { registerTracked } from "./query.js";
import { ReadsOfKind } from "./reads.js";

/**
 * A context that gives what the original gives and notes every read (see `reads.ts`): each definition, view and
 * name, each field of `info`, each list. An emitter that goes through all of something has read all of it. The
 * settings are not tracked: other settings are another output.
 */
export function trackContext(original: EmitContext): EmitContext {
  const { views, mappings, names, settings } = original;
  const api = trackApi(original.api);
  const tracked: EmitContext = {
    api,
    views: new TrackedMap("view", views),
    // Whether anything is mapped, and which formats are, the settings say alone.
    mappings: mappings.isEmpty
      ? mappings
      : {
          isEmpty: false,
          formats: mappings.formats,
          definitions: new TrackedMap("mapping", mappings.definitions),
          exact: trackSet("exact-number", mappings.exact),
        },
    names: {
      schemas: new TrackedMap("schema-names", names.schemas),
      operations: new TrackedMap("operation-names", names.operations),
      emitters: new TrackedMap("emitter-names", names.emitters),
      // Units of aliases are made of them, so that others are other units.
      aliases: names.aliases,
    },
    settings,
  };
  registerTracked(tracked, original);
  registerTracked(api, original.api);
  registerTracked(tracked.names, names);
  return tracked;
}

function trackApi(original: Api): Api {
  const reads = new ReadsOfKind("api");
  const parts: Partial<Api> = {
    info: trackRecord("info", original.info),
    definitions: trackRecord("definition", original.definitions),
  };
  return new Proxy(original, {
    get: (target, key) => {
      const part = parts[key as keyof Api];
      if (part !== undefined) return part;
      if (typeof key === "string") reads.note(key);
      return Reflect.get(target, key) as unknown;
    },
    has: (target, key) => {
      reads.note(String(key));
      return Reflect.has(target, key);
    },
    // Who copies the whole would have it without its tracks.
    ownKeys: () => refuse(),
    getOwnPropertyDescriptor: () => refuse(),
  });
}

function refuse(): never {
  throw new Error("the tracked API is read by its members");
}

function trackRecord<T extends object>(kind: string, original: T): T {
  const reads = new ReadsOfKind(kind);
  const list = new ReadsOfKind(`${kind}-list`);
  const note = (key: string | symbol): void => {
    if (typeof key === "string") reads.note(key);
  };
  return new Proxy(original, {
    get: (target, key) => {
      note(key);
      return Reflect.get(target, key) as unknown;
    },
    has: (target, key) => {
      note(key);
      return Reflect.has(target, key);
    },
    getOwnPropertyDescriptor: (target, key) => {
      note(key);
      return Reflect.getOwnPropertyDescriptor(target, key);
    },
    ownKeys: (target) => {
      list.note("");
      return Reflect.ownKeys(target);
    },
  });
}

/** A set that notes what is asked of it. One that is empty is read as a whole. */
function trackSet(
  kind: string,
  original: ReadonlySet<string>,
): ReadonlySet<string> {
  const list = new ReadsOfKind(`${kind}-list`);
  const items = new ReadsOfKind(kind);
  return new Proxy(original, {
    get: (target, key) => {
      if (key === "has" && target.size > 0) {
        return (item: string): boolean => {
          items.note(item);
          return target.has(item);
        };
      }
      list.note("");
      const member: unknown = Reflect.get(target, key, target);
      return typeof member === "function"
        ? (member.bind(target) as unknown)
        : member;
    },
  });
}

class TrackedMap<V> implements ReadonlyMap<string, V> {
  readonly #reads: ReadsOfKind;
  readonly #list: ReadsOfKind;
  readonly #original: ReadonlyMap<string, V>;

  constructor(kind: string, original: ReadonlyMap<string, V>) {
    this.#reads = new ReadsOfKind(kind);
    this.#list = new ReadsOfKind(`${kind}-list`);
    this.#original = original;
  }

  get size(): number {
    this.#list.note("");
    return this.#original.size;
  }

  get(key: string): V | undefined {
    this.#reads.note(key);
    return this.#original.get(key);
  }

  has(key: string): boolean {
    this.#reads.note(key);
    return this.#original.has(key);
  }

  keys(): MapIterator<string> {
    this.#list.note("");
    return this.#original.keys();
  }

  entries(): MapIterator<[string, V]> {
    for (const key of this.keys()) this.#reads.note(key);
    return this.#original.entries();
  }

  values(): MapIterator<V> {
    for (const key of this.keys()) this.#reads.note(key);
    return this.#original.values();
  }

  forEach(
    action: (value: V, key: string, map: ReadonlyMap<string, V>) => void,
  ): void {
    for (const [key, value] of this.entries()) action(value, key, this);
  }

  [Symbol.iterator](): MapIterator<[string, V]> {
    return this.entries();
  }
}
