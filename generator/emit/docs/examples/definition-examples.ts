import { Memo } from "../../../tracking/memo.js";
import type { Api } from "../../../model/api.js";
import type { JsonValue } from "../../../model/json.js";
import type { DefinitionId } from "../../../model/schema.js";
import type { View } from "../../../model/views.js";

export const maximumDepth = 12;
export const fullDepth = 3;
export const maximumMembers = 60;
/** Bounds the work on schemas that branch at every level: schemas that a value is made for. */
export const maximumSteps = 2000;
/** So many schemas that a value is held to count as one. */
export const schemasPerStep = 10;

export interface ExampleSettings {
  readonly api: Api;
  /** What this side never sees is left out. */
  readonly view: View | "written";
  /** Whether optional members are shown. */
  readonly isFull: boolean;
  /** Whether the examples and defaults of the description are left aside. */
  readonly ignoresExamples?: boolean;
  /** The name of the parameter that the value is for. */
  readonly name?: string;
}

/** What the making of a value went through. */
export interface Trail {
  /** The greatest depth that was reached. */
  deepest: number;
  readonly followed: Set<DefinitionId>;
  /** Whether the sides of the wire see different members. */
  isSided: boolean;
}

/** An example of a definition, and what decides whether it is the same elsewhere. */
export interface DefinitionExample extends Trail {
  /** Undefined where none was found. */
  readonly value: JsonValue | undefined;
  readonly depth: number;
  readonly steps: number;
  /** Whether a cycle or the bound on the work has cut something short. */
  readonly isCut: boolean;
}

/** Examples of definitions, one part for each way to make them. */
export const definitionExamples = new Memo<
  Api["definitions"],
  DefinitionExample
>();

/** Where references that say nothing of their own lead, however long their chain; they cost no stack. */
export function endOfChain(
  start: DefinitionId,
  { definitions }: Api,
): DefinitionId {
  const seen = new Set<DefinitionId>();
  let target = start;
  while (!seen.has(target)) {
    seen.add(target);
    const schema = definitions[target]?.schema;
    if (schema?.kind !== "ref") break;
    const { examples = [], default: value } = schema.annotations;
    if (examples.length > 0 || value !== undefined) break;
    target = schema.target;
  }
  return target;
}
