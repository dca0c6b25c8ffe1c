import { recordReads, repeatReads, type Recorded } from "./reads.js";

/**
 * What has been found out about an object before. Whoever gets a remembered value has read all that it was made
 * of, so that it makes no difference to a unit's reads who asked first. Every memory in `emit/` that is filled by
 * reading the context is one of these.
 */
export class Memo<Key extends object, Value> {
  readonly #known = new WeakMap<Key, Recorded<Value>>();

  get(key: Key, make: () => Value): Value {
    const known = this.#known.get(key);
    if (known !== undefined) {
      repeatReads(known.reads);
      return known.value;
    }
    const made = recordReads(make);
    repeatReads(made.reads);
    this.#known.set(key, made);
    return made.value;
  }
}
