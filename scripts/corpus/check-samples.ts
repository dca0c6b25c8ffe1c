import { writeFileSync } from "node:fs";
import { basename } from "node:path";
import { isReadOnly } from "../../generator/model/access.js";
import { isJsonObject, type JsonValue } from "../../generator/model/json.js";
import type { Schema } from "../../generator/model/schema.js";
import type { Description } from "../../generator/resolve/description.js";
import type { Disagreement } from "../../test/validators/agreement.js";
import { Choices } from "../../test/validators/choices.js";
import { explanations } from "../../test/validators/explained-disagreements.js";
import { ajvValidators } from "./ajv-validators.js";
import { buildDescription } from "./build-description.js";
import { followsTags } from "./follows-tags.js";
import { loadOutput, type OutputSchema } from "./load-output.js";
import { mutateValue } from "./mutate-value.js";
import { ValueSampler } from "./sample-values.js";

/** What samples of a spec's named schemas say. */
export interface SampleReport {
  readonly schemas: number;
  readonly samples: number;
  readonly valid: number;
  /** Samples on which ajv says otherwise, by the title of the explanation. */
  readonly explained: Readonly<Record<string, number>>;
  /** Samples on which ajv says otherwise for no known reason, and values whose two functions disagree: our faults. */
  readonly faults: readonly string[];
  /** What was not checked, and why. */
  readonly notes: readonly string[];
  /** Values that are to be assignable to their types, in the file beside the output. */
  readonly typed: number;
}

interface ValidateResult {
  readonly ok: boolean;
  readonly issues?: readonly { pointer: string; message: string }[];
}

/** Of each schema and view, so many valid samples are to be assignable to the type. */
const typedSamples = 2;

/**
 * Makes values for every named schema, as they should be and mutated, and holds the generated validators against
 * ajv on the description itself. Writes the file of `assignableFile`, in which values that passed are assigned to their
 * types.
 * @param folder of the generated output
 * @param perSchema samples of each schema
 */
export async function checkSamples(
  specPath: string,
  folder: string,
  perSchema: number,
): Promise<SampleReport> {
  const { api, description } = buildDescription(specPath);
  const { schemas, load } = await loadOutput(folder);
  const ajv = ajvValidators(description);
  const choices = new Choices(2026);
  const exact = new ValueSampler(api.definitions, choices);
  const requests = new ValueSampler(api.definitions, choices, (schema) =>
    isReadOnly(schema, api),
  );
  const lines: string[] = [];
  const report = {
    schemas: 0,
    samples: 0,
    valid: 0,
    explained: {} as Record<string, number>,
    faults: [] as string[],
    notes: [] as string[],
    typed: 0,
  };
  for (const schema of schemas) {
    const definition = api.definitions[schema.pointer]?.schema;
    if (definition === undefined) {
      report.faults.push(`${schema.pointer}: not in the model`);
      continue;
    }
    report.schemas += 1;
    const module = await load(schema);
    const { is: isName = "", validate: validateName = "" } = schema.exports;
    const is = module[isName] as (value: unknown) => boolean;
    const validate = module[validateName] as (value: unknown) => ValidateResult;
    const theirs = ajv(schema.pointer);
    if (theirs === undefined) {
      report.notes.push(`${schema.pointer}: ajv cannot compile it`);
    }
    const made = samples(definition, exact, choices, perSchema);
    const plain = made.plain.filter(is);
    let valid = 0;
    for (const value of [...made.plain, ...made.mutated]) {
      report.samples += 1;
      const found = is(value);
      const result = validate(value);
      if (found) valid += 1;
      if (result.ok !== found || (!found && result.issues?.length === 0)) {
        report.faults.push(
          `${schema.pointer}: ${validateName} disagrees with ${isName} on ${short(value)}`,
        );
      }
      const expected = theirs?.(value) ?? found;
      if (expected === found) continue;
      const pair: Disagreement = {
        schema: valueAt(description, schema.pointer),
        reached: [],
        data: value,
        ours: found,
        theirs: expected,
      };
      const reason = explanations.find(({ explains }) => explains(pair));
      if (reason === undefined) {
        const issue = result.issues?.[0];
        report.faults.push(
          `${schema.pointer}: ours ${found}, ajv ${expected} (${issue?.pointer} ${issue?.message}) on ${short(value)}`,
        );
      } else {
        report.explained[reason.title] =
          (report.explained[reason.title] ?? 0) + 1;
      }
    }
    report.valid += valid;
    if (valid === 0)
      report.notes.push(`${schema.pointer}: no valid sample was found`);
    const isTagged = (value: JsonValue): boolean =>
      followsTags(
        value,
        { ...definition, kind: "ref", target: schema.pointer },
        api,
      );
    const tagged = plain.filter(isTagged);
    if (plain.length > 0 && tagged.length === 0) {
      report.notes.push(
        `${schema.pointer}: no valid sample has the tags of its discriminators`,
      );
    }
    const typed = new TypedSamples(schema, module, folder);
    lines.push(...typed.of("is", "type", tagged));
    if (schema.exports["requestType"] !== undefined) {
      const sent = samples(definition, requests, choices, 20).plain;
      lines.push(
        ...typed.of("requestIs", "requestType", sent.filter(isTagged)),
        ...typed.of("responseIs", "type", tagged),
      );
    }
  }
  report.typed = lines.length;
  writeFileSync(assignableFile(folder), [heading, ...lines, ""].join("\n"));
  return report;
}

/** Literal types without the freshness of literals, which refuses members that a type does not name. */
const heading = `type Written<T> = { -readonly [K in keyof T]: Written<T[K]> };
declare function given<const T>(value: T): Written<T>;
declare function take<T>(value: T): void;
export {};`;

/** The file beside an output in which samples are assigned to its types. */
export function assignableFile(folder: string): string {
  return `${folder}-samples.ts`;
}

interface Samples {
  readonly plain: readonly JsonValue[];
  readonly mutated: readonly JsonValue[];
}

/** Samples of a schema: three of five as it should be, the others with changes. */
function samples(
  schema: Schema,
  sampler: ValueSampler,
  choices: Choices,
  count: number,
): Samples {
  const plain: JsonValue[] = [];
  const mutated: JsonValue[] = [];
  for (let index = 0; index < count; index++) {
    const value = sampler.sample(schema) ?? null;
    if (index % 5 < 3) plain.push(value);
    else mutated.push(mutateValue(value, choices));
  }
  return { plain, mutated };
}

/** Lines that assign what a validator takes to a type. */
class TypedSamples {
  readonly #schema: OutputSchema;
  readonly #module: Readonly<Record<string, unknown>>;
  readonly #path: string;

  constructor(
    schema: OutputSchema,
    module: Readonly<Record<string, unknown>>,
    folder: string,
  ) {
    this.#schema = schema;
    this.#module = module;
    const typeModule = schema.typeModule.replace(/\.ts$/, ".js");
    this.#path = `./${basename(folder)}/${typeModule}`;
  }

  of(is: string, type: string, values: readonly JsonValue[]): string[] {
    const { exports, name } = this.#schema;
    const test = this.#module[exports[is] ?? ""] as
      ((value: unknown) => boolean) | undefined;
    const typeName = exports[type];
    if (test === undefined || typeName === undefined) return [];
    const target = `import(${JSON.stringify(this.#path)}).${typeName}`;
    return values
      .filter((value) => test(value))
      .map((value) => JSON.stringify(value))
      .filter((text) => text.length < 20_000 && !text.includes("__proto__"))
      .slice(0, typedSamples)
      .map((text) => `take<${target}>(given(${text})); // ${name}`);
  }
}

function short(value: JsonValue): string {
  const text = JSON.stringify(value);
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}

function valueAt({ documents }: Description, id: string): JsonValue {
  const [file = "", pointer = ""] = id.split("#");
  let value: JsonValue = documents.get(file)?.value ?? null;
  for (const token of pointer.split("/").slice(1)) {
    const key = token.replace(/~1/g, "/").replace(/~0/g, "~");
    if (Array.isArray(value))
      value = (value as JsonValue[])[Number(key)] ?? null;
    else value = isJsonObject(value) ? (value[key] ?? null) : null;
  }
  return value;
}
