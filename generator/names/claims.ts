import { isReserved } from "./reserved.js";
import { shortHash } from "./words.js";

/** Gives the name that something has in place of the one that it would have. */
export type OtherName = (
  identity: string,
  wanted: string,
) => string | undefined;

/** By identity: names that are not those that were wanted, by these. */
export type Deviations = ReadonlyMap<string, Readonly<Record<string, string>>>;

/**
 * The names that are taken, over the whole output. Identifiers are told apart as TypeScript does it; file
 * names without regard to case, as some disks do.
 */
export class Claims {
  readonly #identifiers = new Set<string>();
  readonly #files = new Set<string>();
  readonly #held = new Map<string, string>();
  readonly #deviations = new Map<string, Record<string, string>>();
  readonly #otherOf: OtherName;

  /** @param otherOf gives the name that comes before all candidates, if there is one */
  constructor(otherOf: OtherName = () => undefined) {
    this.#otherOf = otherOf;
  }

  /** Keeps a name for one identity. */
  hold(name: string, identity: string): void {
    this.#held.set(name, identity);
  }

  /** By identity: the names that were taken in place of the first candidate, by that. */
  get deviations(): Deviations {
    return this.#deviations;
  }

  #areFree(
    identifiers: readonly string[],
    file: string | undefined,
    identity: string,
  ): boolean {
    return (
      identifiers.every(
        (name) =>
          !this.#identifiers.has(name) &&
          !isReserved(name) &&
          (this.#held.get(name) ?? identity) === identity,
      ) &&
      (file === undefined || !this.#files.has(file.toLowerCase()))
    );
  }

  #take(identifiers: readonly string[], file?: string): void {
    for (const name of identifiers) this.#identifiers.add(name);
    if (file !== undefined) this.#files.add(file.toLowerCase());
  }

  /**
   * The first candidate of which all that is derived from it is free; it is taken with that. Where none is,
   * a mark made from the identity is added until one is.
   * @param derive everything that comes with a name; the names that it exports, and its file
   */
  takeFirst(
    candidates: readonly string[],
    identity: string,
    derive: (name: string) => { identifiers: readonly string[]; file?: string },
  ): string {
    const isFree = (name: string): boolean => {
      const { identifiers, file } = derive(name);
      return this.#areFree(identifiers, file, identity);
    };
    const [wanted = ""] = candidates;
    const other = this.#otherOf(identity, wanted);
    const all = other === undefined ? candidates : [other, ...candidates];
    let name = all.find(isFree);
    // The sign goes before the identity: behind it, two of the same hash would have the same again.
    for (let text = identity; name === undefined; text = `'${text}`) {
      const marked = `${candidates[0] ?? ""}${shortHash(text).toUpperCase()}`;
      if (isFree(marked)) name = marked;
    }
    const { identifiers, file } = derive(name);
    this.#take(identifiers, file);
    if (name !== wanted) {
      const own = this.#deviations.get(identity) ?? {};
      this.#deviations.set(identity, { ...own, [wanted]: name });
    }
    return name;
  }
}
