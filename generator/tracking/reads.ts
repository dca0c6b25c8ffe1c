/**
 * Something that a unit of the output has read of its context: a definition, the names of an operation, a list.
 * One object for each thing, so that a set of them holds it once.
 */
export interface Read {
  readonly kind: string;
  /** Which one of its kind; empty where there is only one. */
  readonly id: string;
}

/** A value, and everything that was read to make it. */
export interface Recorded<T> {
  readonly value: T;
  readonly reads: readonly Read[];
}

interface Recording {
  /** Made at the first read: most values that are remembered need none. */
  reads: Set<Read> | undefined;
}

/** Emitters run from start to end without a pause, so that there is one recording at a time. */
let current: Recording | undefined;

/** Runs an action and tells what it read of a tracked context. */
export function recordReads<T>(action: () => T): Recorded<T> {
  const outer = current;
  const own: Recording = { reads: undefined };
  current = own;
  try {
    const value = action();
    return { value, reads: own.reads === undefined ? none : [...own.reads] };
  } finally {
    current = outer;
  }
}

const none: readonly Read[] = [];

/**
 * Notes a read in the recording that runs.
 * @throws Error where none does: what is read then could never be found to have changed
 */
export function noteRead(read: Read): void {
  if (current === undefined) {
    throw new Error(`${read.kind} ${read.id} was read outside of a unit`);
  }
  current.reads ??= new Set();
  current.reads.add(read);
}

/** Notes again what was read to make a value that is used a second time. */
export function repeatReads(reads: readonly Read[]): void {
  for (const read of reads) noteRead(read);
}

/** The reads of one kind, each made once. */
export class ReadsOfKind {
  readonly #kind: string;
  readonly #known = new Map<string, Read>();

  constructor(kind: string) {
    this.#kind = kind;
  }

  note(id: string): void {
    let read = this.#known.get(id);
    if (read === undefined) {
      read = { kind: this.#kind, id };
      this.#known.set(id, read);
    }
    noteRead(read);
  }
}
