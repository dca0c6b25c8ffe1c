import type { JsonValue } from "../../generator/model/json.js";
import { agree, type Disagreement } from "../../test/validators/agreement.js";
import { Choices } from "../../test/validators/choices.js";
import {
  compileValidators,
  descriptionOf,
  type Validator,
} from "../../test/validators/compile-validators.js";
import { explanations } from "../../test/validators/explained-disagreements.js";
import {
  randomSchema,
  randomValue,
} from "../../test/validators/random-schemas.js";
import { guises, hostileValue } from "./hostile-values.js";
import type { FuzzRun } from "./kinds.js";

const schemasPerSeed = 50;
const valuesPerSchema = 80;
const hostilePerSchema = 20;
/** More processor time than a value of some kilobytes may take. */
const mostMilliseconds = 500;

/** Random data against the validators of random schemas, and against ajv; then data that is no JSON. */
export function fuzzValues(): Promise<FuzzRun> {
  return Promise.resolve({
    async check(seed) {
      const found = await agree(seed, schemasPerSeed, valuesPerSchema);
      const unexplained = found.disagreements.filter(
        (pair) => !explanations.some(({ explains }) => explains(pair)),
      );
      const faults = [
        ...unexplained.map((pair) => told("ajv says otherwise", pair)),
        ...found.faults.map((pair) => told("against the book", pair)),
        ...found.inconsistent.map((pair) => told("is and validate", pair)),
      ];
      const hostile = await hostileFaults(seed);
      return {
        faults: [...faults, ...hostile.faults],
        counts: { values: found.pairs + hostile.values },
      };
    },
  });
}

async function hostileFaults(
  seed: number,
): Promise<{ faults: readonly string[]; values: number }> {
  const choices = new Choices(seed ^ 0x5bd1e995);
  const schemas: Record<string, JsonValue> = {};
  for (let index = 0; index < schemasPerSeed; index++) {
    const known = Object.keys(schemas).slice(-5);
    // Forward by members alone: a schema that applies to the same value for ever is refused.
    const ahead = `S${(index + choices.below(4)) % schemasPerSeed}`;
    schemas[`S${index}`] = {
      ...objectOrNothing(randomSchema(choices, 2, known)),
      ...(choices.chance(0.5) && {
        properties: {
          a: { $ref: `#/components/schemas/${ahead}` },
          b: randomSchema(choices, 1, known),
        },
      }),
    };
  }
  const [compiled] = await compileValidators([
    { document: descriptionOf(schemas) },
  ]);
  const faults: string[] = [];
  let values = 0;
  if (compiled === undefined || compiled.modules.size === 0)
    throw new Error(JSON.stringify(compiled?.diagnostics));
  for (const [name, schema] of Object.entries(schemas)) {
    const validator = compiled.validator(name);
    const tell = (fault: string): void => {
      faults.push(`${fault}: ${JSON.stringify(schema).slice(0, 1000)}`);
    };
    for (let index = 0; index < hostilePerSchema; index++) {
      values += 2;
      const value = hostileValue(choices);
      const outcome = outcomeOf(validator, value);
      if (outcome.fault !== undefined)
        tell(`${outcome.fault} (value ${index})`);
      const plain = randomValue(choices, 3);
      const expected = validator.is(plain);
      const [guise, make] = choices.pick(Object.entries(guises));
      const other = outcomeOf(validator, make(plain));
      if (other.fault !== undefined) tell(other.fault);
      else if (other.isValid !== expected)
        tell(`${expected} becomes ${other.isValid} with ${guise}`);
    }
  }
  return { faults, values };
}

function objectOrNothing(schema: JsonValue): object {
  return typeof schema === "object" && schema !== null ? schema : {};
}

interface Outcome {
  readonly isValid?: boolean;
  readonly fault?: string;
}

function outcomeOf(validator: Validator, value: unknown): Outcome {
  const start = process.cpuUsage();
  try {
    const isValid = validator.is(value);
    const result = validator.validate(value);
    if (result.ok !== isValid) return { fault: "is and validate differ" };
    if (!isValid && (result.issues?.length ?? 0) === 0)
      return { fault: "invalid without an issue" };
    const { user } = process.cpuUsage(start);
    if (user / 1000 > mostMilliseconds)
      return { fault: `slow: ${Math.round(user / 1000)} ms` };
    return { isValid };
  } catch (error) {
    return { fault: `exception ${String(error)}` };
  }
}

function told(what: string, pair: Disagreement): string {
  const { schema, data, ours, theirs } = pair;
  return `${what}: ours ${ours}, theirs ${theirs} on ${JSON.stringify(data)} by ${JSON.stringify(schema)}`;
}
