import { basename } from "node:path";
import { isReadOnly, isWriteOnly } from "../../generator/model/access.js";
import type { Api } from "../../generator/model/api.js";
import { findViews } from "../../generator/model/find-views.js";
import type { JsonValue } from "../../generator/model/json.js";
import type { DefinitionId, Schema } from "../../generator/model/schema.js";
import type { View } from "../../generator/model/views.js";
import type { Choices } from "../../test/validators/choices.js";
import type { OutputSchema } from "./load-output.js";
import { refusedValues } from "./refused-values.js";
import { ValueSampler, type Fullness } from "./sample-values.js";

/** Samples of a named schema as lines of TypeScript. */
export interface TypedLines {
  readonly lines: readonly string[];
  /** Lines that assign what a type has to refuse, each below a directive that says so. */
  readonly refused: readonly string[];
  /** The functions for which no valid sample was found, by name: their types were held against nothing. */
  readonly missing: readonly string[];
}

/** What lines of samples stand below: literal types without the freshness of literals, which refuses members that a type does not name. */
export const typedHeading = `type Written<T> = { -readonly [K in keyof T]: Written<T[K]> };
declare function given<const T>(value: T): Written<T>;
declare function take<T>(value: T): void;
export {};`;

/** Longer samples are left out, for the compiler's sake. */
const longest = 20_000;
/** Values made at most, where the first ones are not valid. */
const attempts = 600;

/** By validator: the type that it is a guard of, and from which side it sees a value. */
const guards: readonly {
  readonly is: string;
  readonly types: readonly string[];
  readonly view: View | "exact";
}[] = [
  { is: "is", types: ["type"], view: "exact" },
  { is: "requestIs", types: ["requestType", "type"], view: "request" },
  { is: "responseIs", types: ["type"], view: "response" },
];

/** Makes lines that assign to each type of a named schema what its validator takes. */
export class TypedSamples {
  readonly #api: Api;
  readonly #perType: number;
  readonly #typeFolder: string;
  readonly #sides: ReadonlyMap<DefinitionId, View>;
  readonly #samplers: Readonly<Record<string, ValueSampler>>;

  /**
   * @param folder of the generated output
   * @param perType samples of each type
   */
  constructor(api: Api, choices: Choices, folder: string, perType: number) {
    this.#api = api;
    this.#perType = perType;
    this.#typeFolder = `./${basename(folder)}`;
    this.#sides = sidesOf(api);
    const nothing = (): boolean => false;
    const readOnly = (schema: Schema): boolean => isReadOnly(schema, api);
    const writeOnly = (schema: Schema): boolean => isWriteOnly(schema, api);
    const kinds = {
      exact: { isLeftOut: nothing, isUntyped: nothing },
      // What the type does not have is there only where the validator asks for it.
      exactRequest: {
        isLeftOut: (schema: Schema, isRequired: boolean) =>
          !isRequired && readOnly(schema),
        isUntyped: readOnly,
      },
      exactResponse: { isLeftOut: nothing, isUntyped: writeOnly },
      request: { isLeftOut: readOnly, isUntyped: readOnly },
      response: { isLeftOut: writeOnly, isUntyped: writeOnly },
    };
    this.#samplers = Object.fromEntries(
      Object.entries(kinds).map(([name, kind]) => [
        name,
        new ValueSampler(api.definitions, choices, kind),
      ]),
    );
  }

  of(
    schema: OutputSchema,
    module: Readonly<Record<string, unknown>>,
  ): TypedLines {
    const { exports, name, pointer } = schema;
    const path = `${this.#typeFolder}/${schema.typeModule.replace(/\.ts$/, ".js")}`;
    const lines: string[] = [];
    const refused: string[] = [];
    const missing: string[] = [];
    for (const { is, types, view } of guards) {
      const functionName = exports[is];
      const type = types.map((each) => exports[each]).find(Boolean);
      if (functionName === undefined || type === undefined) continue;
      const test = module[functionName] as (value: unknown) => boolean;
      const sampler = this.#samplers[this.#kindOf(pointer, view)];
      const values =
        sampler === undefined ? [] : this.#values(sampler, pointer, test);
      if (values.length === 0) missing.push(functionName);
      const target = `import(${JSON.stringify(path)}).${type}`;
      const assign = (value: JsonValue): string =>
        `take<${target}>(given(${JSON.stringify(value)})); // ${name}`;
      lines.push(...values.map(assign));
      const isResponse =
        view === "response" ||
        (view === "exact" && this.#sides.get(pointer) === "response");
      const others = values
        .slice(0, 1)
        .flatMap((value) =>
          refusedValues(pointer, this.#api, isResponse, value),
        );
      refused.push(
        ...others.map((value) => `// @ts-expect-error\n${assign(value)}`),
      );
    }
    return { lines, refused, missing };
  }

  #kindOf(id: DefinitionId, view: View | "exact"): string {
    const side = this.#sides.get(id);
    if (view !== "exact" || side === undefined) return view;
    return side === "request" ? "exactRequest" : "exactResponse";
  }

  #values(
    sampler: ValueSampler,
    id: DefinitionId,
    test: (value: unknown) => boolean,
  ): readonly JsonValue[] {
    const found = new Map<string, JsonValue>();
    const enough = this.#perType * 4;
    for (let index = 0; index < attempts; index++) {
      if (found.size === this.#perType) break;
      if (found.size > 0 && index > enough) break;
      const fullness = fullnessOf[index % fullnessOf.length] ?? "any";
      const value = sampler.sample(id, fullness);
      if (value === undefined || !test(value)) continue;
      const text = JSON.stringify(value);
      if (text.length < longest && !text.includes("__proto__")) {
        found.set(text, value);
      }
    }
    return [...found.values()];
  }
}

const fullnessOf: readonly Fullness[] = ["all", "any", "any", "none"];

/** From which side the type of a definition that has its plain name is seen. */
function sidesOf(api: Api): ReadonlyMap<DefinitionId, View> {
  const sides = new Map<DefinitionId, View>();
  for (const [id, { inRequests, inResponses }] of findViews(api)) {
    if (inResponses) sides.set(id, "response");
    else if (inRequests) sides.set(id, "request");
  }
  return sides;
}
