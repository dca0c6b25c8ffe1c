import type { Read } from "./emit/reads.js";
import type { ReadHash, ReadValues } from "./emit/read-values.js";
import type { FinishedFile } from "./finished-file.js";

/** A unit of the output that was made: what it read, and what came of it. */
export interface MadeUnit {
  readonly name: string;
  readonly reads: readonly Read[];
  readonly files: readonly FinishedFile[];
}

/** Units as the cache keeps them. Thousands of reads share kinds and ids, so that each text stands once. */
export interface UnitRecord {
  /** Kinds and ids of reads, and modules of the runtime. */
  readonly texts: readonly string[];
  /** Everything that was read: kind and id, by their places in `texts`, and hash. */
  readonly reads: readonly (readonly [
    kind: number,
    id: number,
    hash: string,
  ])[];
  /** In their order: name, the places of a unit's reads in `reads`, and its files. */
  readonly units: readonly (readonly [
    name: string,
    reads: readonly number[],
    files: readonly FileRecord[],
  ])[];
}

/** What a module imports of the runtime is a place in `texts` each. */
type FileRecord = readonly [
  path: string,
  sha256: string,
  exports?: readonly string[],
  runtime?: readonly number[],
];

/** The units of an earlier run, of which those are of use whose reads would give the same today. */
export class KnownUnits {
  readonly #record: UnitRecord;
  readonly #hashOf: ReadHash;
  readonly #places: ReadonlyMap<string, number>;
  readonly #isUnchanged: (boolean | undefined)[] = [];
  readonly #reads: (Read | undefined)[] = [];

  /** @param hashOf of what a read gives today */
  constructor(record: UnitRecord, hashOf: ReadHash) {
    this.#record = record;
    this.#hashOf = hashOf;
    this.#places = new Map(record.units.map(([name], place) => [name, place]));
  }

  /** The unit as it was made, if making it would give the same again. */
  find(name: string): MadeUnit | undefined {
    const unit = this.#record.units[this.#places.get(name) ?? -1];
    if (unit === undefined) return undefined;
    const [, reads, files] = unit;
    if (!reads.every((place) => this.#isRead(place))) return undefined;
    return {
      name,
      reads: reads.map((place) => this.#read(place)),
      files: files.map(([path, sha256, exports = [], runtime = []]) => ({
        path,
        sha256,
        exports,
        runtime: runtime.map((place) => this.#text(place)),
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
    const [kind = -1, id = -1] = this.#record.reads[place] ?? [];
    const read = { kind: this.#text(kind), id: this.#text(id) };
    this.#reads[place] = read;
    return read;
  }

  #text(place: number): string {
    return this.#record.texts[place] ?? "";
  }
}

/** The record of a run's units, and the JSON of what they have read, in the order of its reads. */
export interface RecordedUnits {
  readonly units: UnitRecord;
  readonly values: readonly string[];
}

/** The record of a run's units. */
export function recordUnits(
  units: readonly MadeUnit[],
  given: ReadValues,
): RecordedUnits {
  const texts = new Places();
  const reads: (readonly [number, number, string])[] = [];
  const values: string[] = [];
  const byRead = new Map<Read, number>();
  const byName = new Places();
  const placeOf = (read: Read): number => {
    const known = byRead.get(read);
    if (known !== undefined) return known;
    // Reads of this run and those of the record are not the same objects.
    const kind = texts.of(read.kind);
    const id = texts.of(read.id);
    const place = byName.of(`${kind} ${id}`);
    if (place === reads.length) {
      reads.push([kind, id, given.hashOf(read)]);
      values.push(given.textOf(read));
    }
    byRead.set(read, place);
    return place;
  };
  const recordFile = (file: FinishedFile): FileRecord => {
    const { path, sha256, exports, runtime } = file;
    if (exports.length + runtime.length === 0) return [path, sha256];
    return [path, sha256, exports, runtime.map((module) => texts.of(module))];
  };
  const recorded = units.map(
    ({ name, reads: own, files }) =>
      [name, own.map(placeOf), files.map(recordFile)] as const,
  );
  return { units: { texts: texts.all(), reads, units: recorded }, values };
}

/**
 * The record with other hashes and with units that were made anew; undefined where these have not the files that they
 * had, with the same exports and imports, or have read what the record does not know.
 * @param hashes by their places in the record
 */
export function replaceUnits(
  record: UnitRecord,
  hashes: ReadonlyMap<number, string>,
  made: readonly MadeUnit[],
  places: { placeOf(kind: string, id: string): number | undefined },
): UnitRecord | undefined {
  const byName = new Map(made.map((unit) => [unit.name, unit]));
  const units: UnitRecord["units"][number][] = [];
  for (const unit of record.units) {
    const [name, , old] = unit;
    const anew = byName.get(name);
    const files = anew?.files.flatMap((file, index) => {
      const known = old[index];
      return known !== undefined && isAlike(file, known, record.texts)
        ? [withHash(known, file.sha256)]
        : [];
    });
    const reads = anew?.reads.flatMap(
      ({ kind, id }) => places.placeOf(kind, id) ?? [],
    );
    if (files === undefined || reads === undefined) {
      units.push(unit);
      continue;
    }
    if (files.length !== old.length || files.length !== anew?.files.length) {
      return undefined;
    }
    if (reads.length !== anew.reads.length) return undefined;
    units.push([name, reads, files]);
  }
  const reads = record.reads.map((read, place): UnitRecord["reads"][number] => {
    const own = hashes.get(place);
    return own === undefined ? read : [read[0], read[1], own];
  });
  return { texts: record.texts, reads, units };
}

function isAlike(
  { path, exports, runtime }: FinishedFile,
  [oldPath, , oldExports = [], oldRuntime = []]: FileRecord,
  texts: readonly string[],
): boolean {
  return (
    path === oldPath &&
    isSameList(exports, oldExports) &&
    isSameList(
      runtime,
      oldRuntime.map((place) => texts[place]),
    )
  );
}

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

function withHash(
  [path, , exports, runtime]: FileRecord,
  sha256: string,
): FileRecord {
  return exports === undefined || runtime === undefined
    ? [path, sha256]
    : [path, sha256, exports, runtime];
}

/** Numbers what is met, in its order. */
class Places {
  readonly #places = new Map<string, number>();

  of(item: string): number {
    const known = this.#places.get(item);
    if (known !== undefined) return known;
    const place = this.#places.size;
    this.#places.set(item, place);
    return place;
  }

  all(): readonly string[] {
    return [...this.#places.keys()];
  }
}
