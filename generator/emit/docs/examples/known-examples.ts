import type { Api } from "../../../model/api.js";
import type { JsonValue } from "../../../model/json.js";
import type { DefinitionId } from "../../../model/schema.js";
import type { View } from "../../../model/views.js";
import type { Read } from "../../reads.js";

export interface ExampleSettings {
  readonly api: Api;
  /** What this side never sees is left out. */
  readonly view: View | "written";
  /** Whether optional members are shown. */
  readonly isFull: boolean;
}

/** What the making of a value went through. */
export interface Trail {
  /** The greatest depth that was reached. */
  deepest: number;
  readonly followed: Set<DefinitionId>;
}

/** An example that was made before, and what must hold for it to be made the same again. */
export interface KnownExample extends Trail {
  readonly value: JsonValue;
  readonly reads: readonly Read[];
  readonly depth: number;
  readonly steps: number;
}

/** Examples of definitions that were made before, for each way of making them. */
const examples = new WeakMap<
  Api["definitions"],
  Map<string, Map<string, KnownExample>>
>();

/** The memory of one way of making examples; it lives as long as the definitions. */
export function knownExamples(
  settings: ExampleSettings,
): Map<string, KnownExample> {
  const { definitions } = settings.api;
  const ways =
    examples.get(definitions) ?? new Map<string, Map<string, KnownExample>>();
  examples.set(definitions, ways);
  const way = `${settings.view} ${settings.isFull}`;
  const known = ways.get(way) ?? new Map<string, KnownExample>();
  ways.set(way, known);
  return known;
}
