import { recordReads, repeatReads, type Recorded } from "./reads.js";

/**
 * Values that were made of an object before, kept as long as the object. Whoever gets a kept value has read all that it
 * was made of, so that a unit's reads do not depend on which unit asked first. This is the only store that emitters
 * may share between units: the linter refuses others in `emit/`.
 */
export class Memo<Key extends object, Value> {
  readonly #known = new WeakMap<Key, Map<string, Recorded<Value>>>();

  /**
   * The value for an object, or for a part of it; made at the first call.
   * @param make gives the same for the same object and part, whoever asks
   */
  get(key: Key, make: () => Value, part = ""): Value {
    const known = this.#known.get(key)?.get(part);
    if (known === undefined) return this.make(key, make, () => part);
    repeatReads(known.reads);
    return known.value;
  }

  /**
   * The kept value for the first of several parts that has one and may be used here; undefined if there is none.
   * @param isUsable true if making the value here would give the same
   */
  find(
    key: Key,
    parts: readonly string[],
    isUsable: (value: Value) => boolean,
  ): Value | undefined {
    const ofKey = this.#known.get(key);
    if (ofKey === undefined) return undefined;
    for (const part of parts) {
      const known = ofKey.get(part);
      if (known === undefined || !isUsable(known.value)) continue;
      repeatReads(known.reads);
      return known.value;
    }
    return undefined;
  }

  /**
   * Makes a value and keeps it.
   * @param partOf the part to keep it for; undefined if it must not be used elsewhere
   */
  make(
    key: Key,
    make: () => Value,
    partOf: (value: Value) => string | undefined,
  ): Value {
    const made = recordReads(make);
    repeatReads(made.reads);
    const part = partOf(made.value);
    if (part !== undefined) {
      const ofKey = this.#known.get(key) ?? new Map<string, Recorded<Value>>();
      this.#known.set(key, ofKey.set(part, made));
    }
    return made.value;
  }
}
