import type { Api } from "../../../generator/model/api.js";
import { findViews } from "../../../generator/model/find-views.js";
import type { JsonValue } from "../../../generator/model/json.js";
import type { DefinitionId } from "../../../generator/model/schema.js";
import type { OutputSchema } from "../load-output.js";
import { refusedValues } from "./refused-values.js";
import type { Guard } from "./guards-of.js";
import { typeText } from "./type-text.js";

/** What values of a named schema say about its types, as lines of TypeScript. */
export interface TypedLines {
  /** Lines that assign to each type what its guard takes. */
  readonly lines: readonly string[];
  /** Lines that assign what a type has to refuse, each below a directive that says so. */
  readonly refused: readonly string[];
  /** The guards that took none of the values, by name: their types were held against nothing. */
  readonly missing: readonly string[];
}

/** What lines of samples stand below. A type instead of a literal: it is not fresh, and may have other members. */
export const typedHeading =
  "export type Take<Target, Value extends Target> = Value;";

/** Longer samples are left out, for the compiler's sake. */
const longest = 20_000;

/** Makes lines that assign to each type of a named schema what its guard takes. */
export class TypedSamples {
  readonly #api: Api;
  readonly #types: string;
  readonly #sides: ReadonlyMap<DefinitionId, "request" | "response">;
  #count = 0;

  /** @param types the folder of the types, as the lines import from it */
  constructor(api: Api, types: string) {
    this.#api = api;
    this.#types = types;
    this.#sides = sidesOf(api);
  }

  /** @param values what the guards are tried with */
  of(
    schema: OutputSchema,
    guards: readonly Guard[],
    module: Readonly<Record<string, unknown>>,
    values: readonly JsonValue[],
  ): TypedLines {
    const lines: string[] = [];
    const refused: string[] = [];
    const missing: string[] = [];
    for (const guard of guards) {
      const test = module[guard.name] as (value: unknown) => boolean;
      const taken = values.filter((value) => test(value));
      if (taken.length === 0) missing.push(guard.name);
      const path = `${this.#types}/${guard.typeModule.replace(/\.ts$/, ".js")}`;
      const target = `import(${JSON.stringify(path)}).${guard.type}`;
      const assign = (text: string): string =>
        `export type A${this.#count++} = Take<${target}, ${text}>; // ${guard.name}`;
      const texts = new Set(taken.map(typeText));
      for (const text of texts) {
        if (text.length < longest) lines.push(assign(text));
      }
      const others = taken
        .slice(0, 1)
        .flatMap((value) =>
          refusedValues(
            schema.pointer,
            this.#api,
            this.#isResponse(schema, guard),
            value,
          ),
        );
      refused.push(
        ...others.map(
          (value) => `// @ts-expect-error\n${assign(typeText(value))}`,
        ),
      );
    }
    return { lines, refused, missing };
  }

  #isResponse({ exports, pointer }: OutputSchema, { name }: Guard): boolean {
    return (
      name !== exports["requestIs"] && this.#sides.get(pointer) === "response"
    );
  }
}

/** From which side the type of a definition that has its plain name is seen. */
export function sidesOf(
  api: Api,
): ReadonlyMap<DefinitionId, "request" | "response"> {
  const sides = new Map<DefinitionId, "request" | "response">();
  for (const [id, { inRequests, inResponses }] of findViews(api)) {
    if (inResponses) sides.set(id, "response");
    else if (inRequests) sides.set(id, "request");
  }
  return sides;
}
