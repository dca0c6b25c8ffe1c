import type { FinishedFile } from "../code/file.js";
import type { JsonValue } from "../model/json.js";
import { recordReads, type Read } from "../tracking/reads.js";
import type { ReadHash } from "./read-hashes.js";

/** What a unit of the output has read, and what came of it. */
interface CachedUnit {
  readonly reads: readonly Read[];
  readonly files: FinishedFile[];
  /** What it told besides, as JSON. */
  readonly notes: JsonValue[];
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
  /** In their order: name, the places of a unit's reads in `reads`, its files, and its notes if there are any. */
  readonly units: readonly (readonly [
    name: string,
    reads: readonly number[],
    files: readonly FileRecord[],
    notes?: readonly JsonValue[],
  ])[];
}

/** What a module imports of the runtime is a place in `texts` each. */
type FileRecord = readonly [
  path: string,
  sha256: string,
  exports?: readonly string[],
  runtime?: readonly number[],
  others?: Pick<FinishedFile, "isEntry" | "isScript" | "imports">,
];

/**
 * The units of a run: those of the run before that would give the same are not made again. A unit is a pure function
 * of what it reads, so one whose reads give what they gave, and whose files are as they were left, is the same.
 */
export class UnitCache {
  readonly #hashOf: ReadHash;
  readonly #old: OldUnits | undefined;
  readonly #holds: (file: FinishedFile) => boolean;
  readonly #units = new Map<string, CachedUnit>();

  /**
   * @param hashOf of what a read gives today
   * @param record of the run before, where there is one
   * @param holds whether a file of that run stands in the output folder as it was finished
   */
  constructor(
    hashOf: ReadHash,
    record: UnitRecord | undefined,
    holds: (file: FinishedFile) => boolean,
  ) {
    this.#hashOf = hashOf;
    this.#old = record && new OldUnits(record, hashOf);
    this.#holds = holds;
  }

  /** The files of a unit, where making it would give them again and they are there. */
  find(name: string): readonly FinishedFile[] | undefined {
    const old = this.#old?.find(name);
    if (old === undefined || !old.files.every(this.#holds)) return undefined;
    this.#units.set(name, old);
    return old.files;
  }

  /** Runs what emits a unit, and records what it reads of a tracked context and what it adds to its notes. */
  emit<T>(name: string, action: (notes: JsonValue[]) => T): T {
    const notes: JsonValue[] = [];
    const { value, reads } = recordReads(() => action(notes));
    this.#units.set(name, { reads, files: [], notes });
    return value;
  }

  /** Takes a finished file of a unit that was emitted. */
  add(name: string, file: FinishedFile): void {
    this.#units.get(name)?.files.push(file);
  }

  /** The files of a unit that was found or emitted. */
  files(name: string): readonly FinishedFile[] {
    return this.#units.get(name)?.files ?? [];
  }

  /** What a unit that was found or emitted told besides. */
  notes(name: string): readonly JsonValue[] {
    return this.#units.get(name)?.notes ?? [];
  }

  /** What the next run has to know. */
  record(): UnitRecord {
    return recordUnits(this.#units, this.#hashOf);
  }
}

class OldUnits {
  readonly #record: UnitRecord;
  readonly #hashOf: ReadHash;
  readonly #places: ReadonlyMap<string, number>;
  readonly #isUnchanged: (boolean | undefined)[] = [];
  readonly #reads: (Read | undefined)[] = [];

  constructor(record: UnitRecord, hashOf: ReadHash) {
    this.#record = record;
    this.#hashOf = hashOf;
    this.#places = new Map(record.units.map(([name], place) => [name, place]));
  }

  /** The unit as it was made, if making it would give the same again. */
  find(name: string): CachedUnit | undefined {
    const unit = this.#record.units[this.#places.get(name) ?? -1];
    if (unit === undefined) return undefined;
    const [, reads, files, notes = []] = unit;
    if (!reads.every((place) => this.#isRead(place))) return undefined;
    return {
      reads: reads.map((place) => this.#read(place)),
      files: files.map(
        ([path, sha256, exports = [], runtime = [], others]) => ({
          path,
          sha256,
          exports,
          runtime: runtime.map((place) => this.#text(place)),
          ...others,
        }),
      ),
      notes: [...notes],
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

function recordUnits(
  units: ReadonlyMap<string, CachedUnit>,
  hashOf: ReadHash,
): UnitRecord {
  const texts = new Places();
  const reads: (readonly [number, number, string])[] = [];
  const byRead = new Map<Read, number>();
  const byName = new Places();
  const placeOf = (read: Read): number => {
    const known = byRead.get(read);
    if (known !== undefined) return known;
    // Reads of this run and those of the record are not the same objects.
    const kind = texts.of(read.kind);
    const id = texts.of(read.id);
    const place = byName.of(`${kind} ${id}`);
    if (place === reads.length) reads.push([kind, id, hashOf(read)]);
    byRead.set(read, place);
    return place;
  };
  const recordFile = (file: FinishedFile): FileRecord => {
    const { path, sha256, exports, runtime, ...others } = file;
    const hasOthers = Object.keys(others).length > 0;
    if (exports.length + runtime.length === 0 && !hasOthers)
      return [path, sha256];
    const modules = runtime.map((module) => texts.of(module));
    const record = [path, sha256, exports, modules] as const;
    return hasOthers ? [...record, others] : record;
  };
  const recorded = [...units].map(([name, unit]) => {
    const record = [
      name,
      unit.reads.map(placeOf),
      unit.files.map(recordFile),
    ] as const;
    return unit.notes.length === 0
      ? record
      : ([...record, unit.notes] as const);
  });
  return { texts: texts.all(), reads, units: recorded };
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
