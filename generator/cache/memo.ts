import { recordReads, repeatReads, type Recorded } from "./reads.js";

/**
 * What has been found out about an object, or about a part of it, before. Whoever gets a remembered value has read all
 * that it was made of, so that it makes no difference to a unit's reads who asked first. Every memory in `emit/` that
 * is filled by reading the context is one of these.
 */
export class Memo<Key extends object, Value> {
  readonly #known = new WeakMap<Key, Map<string, Recorded<Value>>>();

  /** @param make gives the same for the same object and part, whoever asks */
  get(key: Key, make: () => Value, part = ""): Value {
    const ofKey = this.#known.get(key) ?? new Map<string, Recorded<Value>>();
    this.#known.set(key, ofKey);
    const known = ofKey.get(part);
    if (known !== undefined) {
      repeatReads(known.reads);
      return known.value;
    }
    const made = recordReads(make);
    repeatReads(made.reads);
    ofKey.set(part, made);
    return made.value;
  }
}
