import type { Api } from "./api.js";
import type { DefinitionId, Schema } from "./schema.js";
import type { JsonValue } from "./json.js";

/** The answer to a question about a definition. */
export type OfDefinition<T> = (id: DefinitionId) => T;

/**
 * Asks something of definitions whose answer depends on the definitions that they refer to. Each definition is asked
 * once, however many ways lead to it.
 * @param unknown the answer for a definition that is missing, and for one that is reached within itself
 * @param ask answers for a schema, and may ask for the definitions that it refers to
 */
export function perDefinition<T>(
  api: Pick<Api, "definitions">,
  unknown: T,
  ask: (schema: Schema, of: OfDefinition<T>) => T,
): OfDefinition<T> {
  const known = new Map<DefinitionId, T>();
  const of: OfDefinition<T> = (id) => {
    const found = known.get(id);
    if (found !== undefined || known.has(id)) return found as T;
    known.set(id, unknown);
    const schema = api.definitions[id]?.schema;
    const answer = schema === undefined ? unknown : ask(schema, of);
    known.set(id, answer);
    return answer;
  };
  return of;
}

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
