import type { JsonValue } from "./json.js";
import type { Schema } from "./schema.js";

/** What was found about values under schemas, so that a schema with many ways to it judges a value once. */
export class ValueMemo<T> {
  readonly #known = new Map<Schema, Map<JsonValue, T>>();

  /** @param judge is asked the first time; within itself, the same question has the answer `meanwhile` */
  of(schema: Schema, value: JsonValue, meanwhile: T, judge: () => T): T {
    const ofSchema = this.#known.get(schema) ?? new Map<JsonValue, T>();
    this.#known.set(schema, ofSchema);
    const known = ofSchema.get(value);
    if (known !== undefined || ofSchema.has(value)) return known as T;
    ofSchema.set(value, meanwhile);
    const found = judge();
    ofSchema.set(value, found);
    return found;
  }
}
