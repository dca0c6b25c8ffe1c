import type { EmitContext } from "../emit/context.js";
import type { Api } from "../model/api.js";
import type { Names } from "../names/names.js";
import { ReadsOfKind } from "./reads.js";

/** Data that says by itself what it is: it can be compared by its JSON. */
type Plain<T> = T extends
  | ReadonlyMap<unknown, unknown>
  | ReadonlySet<unknown>
  | ((...args: never) => unknown)
  ? never
  : T;

/**
 * Something that is worked out over a whole API and asked for in parts: which operations use a schema, whether a
 * definition is recursive. A unit that asks for a part depends on that part alone, not on all that it was worked
 * out from.
 */
export class Query<Source extends object, Part> {
  readonly kind: string;
  readonly #workOut: (source: Source) => (id: string) => Plain<Part>;
  readonly #known = new WeakMap<Source, (id: string) => Plain<Part>>();

  /**
   * @param kind a name that no other one has
   * @param workOut gives the parts by id; may read all of its source
   */
  constructor(
    kind: string,
    workOut: (source: Source) => (id: string) => Plain<Part>,
  ) {
    this.kind = kind;
    this.#workOut = workOut;
  }

  /** A part; where the source is tracked, the unit has read it. */
  of(source: Source, id = ""): Plain<Part> {
    const tracked = trackedSources.get(source) as Tracked<Source> | undefined;
    if (tracked === undefined) return this.#parts(source)(id);
    tracked.reads(this.kind).note(id);
    return this.#parts(tracked.original)(id);
  }

  #parts(source: Source): (id: string) => Plain<Part> {
    const known = this.#known.get(source);
    if (known !== undefined) return known;
    const workOut = this.#workOut(source);
    const byId = new Map<string, Plain<Part>>();
    const parts = (id: string): Plain<Part> => {
      const known = byId.get(id);
      if (known !== undefined) return known;
      const part = workOut(id);
      byId.set(id, part);
      return part;
    };
    this.#known.set(source, parts);
    return parts;
  }
}

interface Tracked<Source> {
  readonly original: Source;
  readonly reads: (kind: string) => ReadsOfKind;
}

const trackedSources = new WeakMap<object, Tracked<object>>();

/** Makes a tracked source known; for `trackContext` alone. Query parts are worked out from the original. */
export function registerTracked<Source extends object>(
  tracked: Source,
  original: Source,
): void {
  const kinds = new Map<string, ReadsOfKind>();
  trackedSources.set(tracked, {
    original,
    reads: (kind) => {
      const known = kinds.get(kind) ?? new ReadsOfKind(kind);
      kinds.set(kind, known);
      return known;
    },
  });
}

/** All queries that units ask, by what they are asked of. */
export interface Queries {
  readonly context: readonly Query<EmitContext, unknown>[];
  readonly api: readonly Query<Api, unknown>[];
  readonly names: readonly Query<Names, unknown>[];
}
