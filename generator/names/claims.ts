import { isReserved } from "./reserved.js";
import { shortHash } from "./words.js";

/**
 * The names that are taken, over the whole output. Identifiers are told apart as TypeScript does it; file
 * names without regard to case, as some disks do.
 */
export class Claims {
  readonly #identifiers = new Set<string>();
  readonly #files = new Set<string>();

  /** True where all of the names are free and none is reserved. */
  areFree(identifiers: readonly string[], file?: string): boolean {
    return (
      identifiers.every(
        (name) => !this.#identifiers.has(name) && !isReserved(name),
      ) &&
      (file === undefined || !this.#files.has(file.toLowerCase()))
    );
  }

  /** Takes the names. */
  take(identifiers: readonly string[], file?: string): void {
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
      return this.areFree(identifiers, file);
    };
    let name = candidates.find(isFree);
    // The sign goes before the identity: behind it, two of the same hash would have the same again.
    for (let text = identity; name === undefined; text = `'${text}`) {
      const marked = `${candidates[0] ?? ""}${shortHash(text).toUpperCase()}`;
      if (isFree(marked)) name = marked;
    }
    const { identifiers, file } = derive(name);
    this.take(identifiers, file);
    return name;
  }
}
