import type { Read } from "./emit/reads.js";
import type { ReadHash } from "./emit/read-values.js";
import type { FinishedFile } from "./finished-file.js";

/** A unit of the output that was made: what it read, and what came of it. */
export interface MadeUnit {
  readonly name: string;
  readonly reads: readonly Read[];
  readonly files: readonly FinishedFile[];
}

/** Units as the cache keeps them. */
export interface UnitRecord {
  /** Kind, id and hash of everything that was read. */
  readonly reads: readonly (readonly [
    kind: string,
    id: string,
    hash: string,
  ])[];
  /** By name: the places of a unit's reads in that list, and its files. */
  readonly units: Readonly<
    Record<
      string,
      readonly [reads: readonly number[], files: readonly FileRecord[]]
    >
  >;
}

type FileRecord = readonly [
  path: string,
  sha256: string,
  exports: readonly string[],
  runtime: readonly string[],
];

/** The units of an earlier run, of which those are of use whose reads would give the same today. */
export class KnownUnits {
  readonly #record: UnitRecord;
  readonly #hashOf: ReadHash;
  readonly #isUnchanged: (boolean | undefined)[] = [];
  readonly #reads: (Read | undefined)[] = [];

  /** @param hashOf of what a read gives today */
  constructor(record: UnitRecord, hashOf: ReadHash) {
    this.#record = record;
    this.#hashOf = hashOf;
  }

  /** The unit as it was made, if making it would give the same again. */
  find(name: string): MadeUnit | undefined {
    if (!Object.hasOwn(this.#record.units, name)) return undefined;
    const [reads, files] = this.#record.units[name] ?? [[], []];
    if (!reads.every((place) => this.#isRead(place))) return undefined;
    return {
      name,
      reads: reads.map((place) => this.#read(place)),
      files: files.map(([path, sha256, exports, runtime]) => ({
        path,
        sha256,
        exports,
        runtime,
      })),
    };
  }

  #isRead(place: number): boolean {
    const known = this.#isUnchanged[place];
    if (known !== undefined) return known;
    const hash = this.#record.reads[place]?.[2];
    const isUnchanged = this.#hashOf(this.#read(place)) === hash;
    this.#isUnchanged[place] = isUnchanged;
    return isUnchanged;
  }

  #read(place: number): Read {
    const known = this.#reads[place];
    if (known !== undefined) return known;
    const [kind = "", id = ""] = this.#record.reads[place] ?? [];
    const read = { kind, id };
    this.#reads[place] = read;
    return read;
  }
}

/** The record of a run's units. */
export function recordUnits(
  units: readonly MadeUnit[],
  hashOf: ReadHash,
): UnitRecord {
  const reads: (readonly [string, string, string])[] = [];
  const byRead = new Map<Read, number>();
  const byName = new Map<string, number>();
  const placeOf = (read: Read): number => {
    const known = byRead.get(read);
    if (known !== undefined) return known;
    // Reads of this run and those of the record are not the same objects.
    const name = `${read.kind} ${read.id}`;
    const place = byName.get(name) ?? reads.length;
    if (place === reads.length) {
      reads.push([read.kind, read.id, hashOf(read)]);
      byName.set(name, place);
    }
    byRead.set(read, place);
    return place;
  };
  return {
    reads,
    units: Object.fromEntries(
      units.map((unit) => [
        unit.name,
        [
          unit.reads.map(placeOf),
          unit.files.map(
            ({ path, sha256, exports, runtime }) =>
              [path, sha256, exports, runtime] as const,
          ),
        ] as const,
      ]),
    ),
  };
}
