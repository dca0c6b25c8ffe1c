import { isJsonObject, type JsonValue } from "../../generator/model/json.js";
import type { Disagreement } from "./agreement.js";

/** A reason for which ajv 8 says otherwise, in the words of the specification. */
export interface Explanation {
  readonly title: string;
  readonly specification: string;
  /** Whether it can be the reason for a disagreement. */
  explains(disagreement: Disagreement): boolean;
}

/**
 * Every known reason. The agreement test lets no other disagreement pass, and wants the plain reading of the
 * specification (reference-interpreter.ts) to side with the emitted validator every time.
 */
export const explanations: readonly Explanation[] = [
  {
    title: "multiples of a decimal",
    specification:
      'Validation §6.2.1: "A numeric instance is valid only if division by this keyword\'s value results in an integer." ajv divides doubles: 1e20 / 1.5 is rounded to an integer.',
    explains: (pair) =>
      uses(
        pair,
        ({ multipleOf }) =>
          typeof multipleOf === "number" && !Number.isInteger(multipleOf),
      ) && /\b1e20|100000000000000000000/.test(JSON.stringify(pair.data)),
  },
  {
    title: "items that contains has matched",
    specification:
      'Core §11.2: unevaluatedItems looks at the annotation of contains, and Core §10.3.1.3: "This keyword produces an annotation value which is an array of the indexes to which this keyword validates successfully". ajv takes every item for evaluated.',
    explains: (pair) =>
      uses(pair, ({ unevaluatedItems }) => unevaluatedItems !== undefined) &&
      uses(pair, ({ contains }) => contains !== undefined),
  },
  {
    title: "contains: true and the empty array",
    specification:
      'Core §10.3.1.3: "An array instance is valid against \\"contains\\" if at least one of its elements is valid against the given schema". ajv leaves the keyword out where its schema takes everything.',
    explains: (pair) =>
      uses(pair, ({ contains }) => contains !== undefined) &&
      JSON.stringify(pair.data).includes("[]"),
  },
  {
    title: "a member that is called constructor",
    specification:
      'Core §11.3: unevaluatedProperties applies to members that "do not appear in" the annotations of the keywords before it. ajv looks them up in an object of JavaScript, which seems to have a constructor of its own.',
    explains: (pair) =>
      uses(
        pair,
        ({ unevaluatedProperties }) => unevaluatedProperties !== undefined,
      ) && JSON.stringify(pair.data).includes('"constructor":'),
  },
  {
    title: "what branches have evaluated",
    specification:
      'Core §7.7.1.2: "schema objects that produce a false assertion result MUST NOT produce any annotation results"; Core §11.2 and §11.3: results of unevaluatedItems and unevaluatedProperties within count as well. ajv keeps what failed branches (through `$ref`, `if`) have evaluated, and forgets a nested unevaluatedItems: true.',
    explains: (pair) => uses(pair, isUnevaluated),
  },
];

type Test = (schema: { readonly [keyword: string]: JsonValue }) => boolean;

/** True where some schema that has to do with the disagreement passes the test. */
function uses({ schema, reached }: Disagreement, has: Test): boolean {
  return [schema, ...reached].some((each) => someWithin(each, has));
}

function someWithin(schema: JsonValue, has: Test): boolean {
  if (Array.isArray(schema)) {
    return schema.some((each: JsonValue) => someWithin(each, has));
  }
  if (!isJsonObject(schema)) return false;
  return (
    has(schema) || Object.values(schema).some((each) => someWithin(each, has))
  );
}

function isUnevaluated(schema: {
  readonly [keyword: string]: JsonValue;
}): boolean {
  return (
    schema["unevaluatedItems"] !== undefined ||
    schema["unevaluatedProperties"] !== undefined
  );
}
