import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import type { JsonObject, JsonValue } from "../../generator/model/json.js";
import { uriOf } from "../../scripts/corpus/json-schema/locations.js";
import { inJsonSchema } from "../../scripts/corpus/json-schema/rewrite.js";
import { compileValidators, descriptionOf } from "./compile-validators.js";
import { isValidByTheBook } from "./reference-interpreter.js";
import { Choices } from "./choices.js";
import { randomSchema, randomValue } from "./random-schemas.js";

/** One value on which the emitted validator and ajv do not agree. */
export interface Disagreement {
  readonly schema: JsonValue;
  /** The components that references lead to from it. */
  readonly reached: readonly JsonValue[];
  readonly data: JsonValue;
  readonly ours: boolean;
  readonly theirs: boolean;
}

export interface Agreement {
  readonly pairs: number;
  readonly valid: number;
  readonly disagreements: readonly Disagreement[];
  /** Values on which a plain reading of the specification says otherwise: faults of ours. */
  readonly faults: readonly Disagreement[];
  /** Values that are invalid without an issue, or whose two functions do not agree. */
  readonly inconsistent: readonly Disagreement[];
  /** Schemas that one of the two could not compile. */
  readonly skipped: number;
  /** Values on which ajv throws: its code for unevaluatedProperties writes to a variable that it has not set. */
  readonly crashes: number;
}

const schemasPerDescription = 50;

/** Holds emitted validators and ajv against each other: seeded random schemas, seeded random data. */
export async function agree(
  seed: number,
  schemaCount: number,
  valuesPerSchema: number,
): Promise<Agreement> {
  const choices = new Choices(seed);
  const total = {
    pairs: 0,
    valid: 0,
    disagreements: [] as Disagreement[],
    faults: [] as Disagreement[],
    inconsistent: [] as Disagreement[],
    skipped: 0,
    crashes: 0,
  };
  for (let done = 0; done < schemaCount; done += schemasPerDescription) {
    const schemas: { [name: string]: JsonValue } = {};
    for (let index = 0; index < schemasPerDescription; index++) {
      schemas[`S${index}`] = randomSchema(
        choices,
        3,
        Object.keys(schemas).slice(-5),
      );
    }
    const document = descriptionOf(schemas);
    const [compiled] = await compileValidators([{ document }]);
    if (compiled === undefined || compiled.modules.size === 0) {
      throw new Error(JSON.stringify(compiled?.diagnostics));
    }
    const ajv = new Ajv2020({
      strict: false,
      logger: false,
      ownProperties: true,
      validateSchema: false,
    });
    const rewritten = inJsonSchema(new Map([["", document]]), false);
    for (const [uri, each] of rewritten) ajv.addSchema(each, uri);
    const asMeant = schemasOf(rewritten.get(uriOf("#")));
    for (const [name, schema] of Object.entries(schemas)) {
      let theirs: ValidateFunction | undefined;
      try {
        theirs = ajv.getSchema(uriOf(`#/components/schemas/${name}`));
      } catch {
        theirs = undefined;
      }
      if (theirs === undefined) {
        total.skipped++;
        continue;
      }
      const ours = compiled.validator(name);
      const reached = reachedFrom(schema, schemas);
      for (let index = 0; index < valuesPerSchema; index++) {
        const data = randomValue(choices, 3);
        const expected = outcome(theirs, data);
        if (expected === undefined) {
          total.crashes++;
          continue;
        }
        const found = ours.is(data);
        const collected = ours.validate(data);
        total.pairs++;
        if (found) total.valid++;
        const pair = { schema, reached, data, ours: found, theirs: expected };
        if (found !== expected) total.disagreements.push(pair);
        if (found !== isValidByTheBook(asMeant[name] ?? false, data, asMeant)) {
          total.faults.push(pair);
        }
        const isConsistent =
          collected.ok === found &&
          (found || (collected.issues?.length ?? 0) > 0);
        if (!isConsistent) total.inconsistent.push(pair);
      }
    }
  }
  return total;
}

function schemasOf(document: JsonObject | undefined): JsonObject {
  const components = document?.["components"] as JsonObject | undefined;
  return (components?.["schemas"] as JsonObject | undefined) ?? {};
}

function outcome(
  validate: ValidateFunction,
  data: JsonValue,
): boolean | undefined {
  try {
    return validate(data);
  } catch {
    return undefined;
  }
}

function reachedFrom(
  schema: JsonValue,
  schemas: { readonly [name: string]: JsonValue },
): JsonValue[] {
  const found = new Set<string>();
  const open = [schema];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const text = JSON.stringify(next);
    for (const [, name = ""] of text.matchAll(/schemas\/(S\d+)"/g)) {
      const target = schemas[name];
      if (found.has(name) || target === undefined) continue;
      found.add(name);
      open.push(target);
    }
  }
  return [...found].map((name) => schemas[name] ?? null);
}
