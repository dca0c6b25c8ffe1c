import type { Api } from "../../../model/api.js";
import type { JsonValue } from "../../../model/json.js";
import type { DefinitionId } from "../../../model/schema.js";
import type { View } from "../../../model/views.js";
import type { Read } from "../../../cache/reads.js";

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
  /** Whether the sides of the wire see different members. */
  isSided: boolean;
}

/** An example that was made before, and what must hold for it to be made the same again. */
export interface KnownExample extends Trail {
  /** Undefined where none was found. */
  readonly value: JsonValue | undefined;
  readonly reads: readonly Read[];
  readonly depth: number;
  readonly steps: number;
}

/** Examples of definitions that were made before in one way, for a view, or for all where it makes no difference. */
export class KnownExamples {
  readonly #examples = new Map<string, KnownExample>();
  readonly #isFull: boolean;
  readonly #view: string;

  private constructor(
    examples: Map<string, KnownExample>,
    { isFull, view }: ExampleSettings,
  ) {
    this.#examples = examples;
    this.#isFull = isFull;
    this.#view = view;
  }

  /** The memory of one way of making examples; it lives as long as the definitions. */
  static of(settings: ExampleSettings): KnownExamples {
    const { definitions } = settings.api;
    const examples = memory.get(definitions) ?? new Map<string, KnownExample>();
    memory.set(definitions, examples);
    return new KnownExamples(examples, settings);
  }

  find(id: string): KnownExample | undefined {
    return (
      this.#examples.get(`${this.#isFull} ${id}`) ??
      this.#examples.get(`${this.#isFull} ${this.#view} ${id}`)
    );
  }

  keep(id: string, example: KnownExample): void {
    const view = example.isSided ? `${this.#view} ` : "";
    this.#examples.set(`${this.#isFull} ${view}${id}`, example);
  }
}

const memory = new WeakMap<Api["definitions"], Map<string, KnownExample>>();
