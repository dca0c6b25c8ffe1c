import { isReadOnly, isWriteOnly } from "../../generator/model/access.js";
import type { Api } from "../../generator/model/api.js";
import { findViews } from "../../generator/model/find-views.js";
import type { JsonValue } from "../../generator/model/json.js";
import type { DefinitionId, Schema } from "../../generator/model/schema.js";
import { Choices } from "../../test/validators/choices.js";
import { knownValues } from "./known-values.js";
import { Mutator } from "./mutate-value.js";
import { ValueSampler, type Fullness } from "./sample-values.js";

/** Values for a named schema. */
export interface Samples {
  /** As the schema is written. */
  readonly exact: readonly JsonValue[];
  /** As requests and responses carry it. */
  readonly sides: readonly JsonValue[];
}

/** Makes the values that validators and types are tried with: half of them as they should be, half of them changed. */
export class SamplePool {
  readonly #mutator: Mutator;
  readonly #exact: ValueSampler;
  readonly #sides: readonly ValueSampler[];
  readonly #views: ReturnType<typeof findViews>;

  constructor(api: Api, seed: number) {
    const choices = new Choices(seed);
    const sampler = (isLeftOut: (schema: Schema) => boolean): ValueSampler =>
      new ValueSampler(api.definitions, choices, isLeftOut);
    this.#mutator = new Mutator(choices, knownValues(api));
    this.#exact = sampler(() => false);
    this.#sides = [
      sampler((schema) => isReadOnly(schema, api)),
      sampler((schema) => isWriteOnly(schema, api)),
    ];
    this.#views = findViews(api);
  }

  /** @param count values as the schema is written, and half as many for each side where they differ */
  samplesOf(id: DefinitionId, count: number): Samples {
    const view = this.#views.get(id);
    return {
      exact: this.#make(this.#exact, id, count),
      sides:
        view?.hasReadOnly === true || view?.hasWriteOnly === true
          ? this.#sides.flatMap((each) => this.#make(each, id, count / 2))
          : [],
    };
  }

  /** More values, none of them changed, until one passes a test; undefined where none of many does. */
  find(
    id: DefinitionId,
    test: (value: unknown) => boolean,
  ): JsonValue | undefined {
    for (let turn = 0; turn < attempts; turn++) {
      for (const sampler of [this.#exact, ...this.#sides]) {
        const value = sampler.sample(id, fullnessOf(turn));
        if (value !== undefined && test(value)) return value;
      }
    }
    return undefined;
  }

  #make(sampler: ValueSampler, id: DefinitionId, count: number): JsonValue[] {
    const values: JsonValue[] = [];
    for (let index = 0; index < count; index++) {
      const value = sampler.sample(id, fullnessOf(index >> 1)) ?? null;
      values.push(index % 2 === 0 ? value : this.#mutator.mutate(value));
    }
    return values;
  }
}

const attempts = 600;
const fullness: readonly Fullness[] = ["any", "any", "all", "any", "none"];

function fullnessOf(index: number): Fullness {
  return fullness[index % fullness.length] ?? "any";
}
