import { writeFileSync } from "node:fs";
import { isJsonObject, type JsonValue } from "../../generator/model/json.js";
import type { DefinitionId } from "../../generator/model/schema.js";
import type { Description } from "../../generator/resolve/description.js";
import type { Disagreement } from "../../test/validators/agreement.js";
import { Choices } from "../../test/validators/choices.js";
import { explanations } from "../../test/validators/explained-disagreements.js";
import { ajvValidators } from "./ajv-validators.js";
import type { BuiltDescription } from "./build-description.js";
import { findContradiction } from "./find-contradiction.js";
import { loadOutput } from "./load-output.js";
import { mutateValue } from "./mutate-value.js";
import { ValueSampler } from "./sample-values.js";
import { TypedSamples, typedHeading } from "./typed-samples.js";

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
  /** Schemas of which at least one valid value is to be assignable to each of their types. */
  readonly held: number;
  /** Schemas under which nothing is valid, each with the reason among the notes. */
  readonly empty: number;
  /** Values that are to be assignable to their types, in the file beside the output. */
  readonly typed: number;
  /** Values that their types have to refuse, in the same file. */
  readonly refused: number;
}

interface ValidateResult {
  readonly ok: boolean;
  readonly issues?: readonly { pointer: string; message: string }[];
}

/**
 * Makes values for every named schema, as they should be and mutated, and holds the generated validators against
 * ajv on the description itself. Writes the file of `assignableFile`, in which values that passed are assigned to their
 * types.
 * @param folder of the generated output
 * @param perSchema samples of each schema
 * @param perType valid samples that are to be assignable to each type
 */
export async function checkSamples(
  { api, description }: BuiltDescription,
  folder: string,
  perSchema: number,
  perType = 2,
): Promise<SampleReport> {
  const { schemas, load } = await loadOutput(folder);
  const ajv = ajvValidators(description);
  const choices = new Choices(2026);
  const sampler = new ValueSampler(api.definitions, choices, {
    isLeftOut: () => false,
    isUntyped: () => false,
  });
  const typed = new TypedSamples(api, new Choices(2027), folder, perType);
  const lines: string[] = [];
  const others: string[] = [];
  const report = {
    schemas: 0,
    samples: 0,
    valid: 0,
    explained: {} as Record<string, number>,
    faults: [] as string[],
    notes: [] as string[],
    held: 0,
    empty: 0,
    typed: 0,
    refused: 0,
  };
  for (const schema of schemas) {
    if (api.definitions[schema.pointer] === undefined) {
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
    const made = samples(schema.pointer, sampler, choices, perSchema);
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
    const { lines: own, refused, missing } = typed.of(schema, module);
    lines.push(...own);
    others.push(...refused);
    if (missing.length === 0) report.held += 1;
    const reason =
      missing.length === 0
        ? undefined
        : findContradiction(schema.pointer, api.definitions);
    if (reason !== undefined) {
      report.empty += 1;
      report.notes.push(`${schema.pointer}: nothing is valid: ${reason}`);
    } else {
      report.faults.push(
        ...missing.map(
          (name) => `${schema.pointer}: no sample was found that ${name} takes`,
        ),
      );
    }
  }
  report.typed = lines.length;
  report.refused = others.length;
  writeFileSync(
    assignableFile(folder),
    [typedHeading, ...lines, ...others, ""].join("\n"),
  );
  return report;
}

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
  id: DefinitionId,
  sampler: ValueSampler,
  choices: Choices,
  count: number,
): Samples {
  const plain: JsonValue[] = [];
  const mutated: JsonValue[] = [];
  for (let index = 0; index < count; index++) {
    const value = sampler.sample(id, "any") ?? null;
    if (index % 5 < 3) plain.push(value);
    else mutated.push(mutateValue(value, choices));
  }
  return { plain, mutated };
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
