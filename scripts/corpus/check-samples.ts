import { basename } from "node:path";
import { findViews } from "../../generator/model/find-views.js";
import type { JsonValue } from "../../generator/model/json.js";
import { plainViewOf } from "../../generator/model/views.js";
import type { Description } from "../../generator/resolve/description.js";
import type { Disagreement } from "../../test/validators/agreement.js";
import { explanations } from "../../test/validators/explained-disagreements.js";
import { ajvValidators } from "./ajv-validators.js";
import type { BuiltDescription } from "./build-description.js";
import { findContradiction } from "./find-contradiction.js";
import { loadOutput } from "./load-output.js";
import { valueAt as valueIn } from "./json-schema/locations.js";
import { SamplePool } from "./sample-pool.js";
import { TypedSamples, typedHeading } from "./types/typed-samples.js";
import { typedFolder } from "./types/check-assignable.js";
import { guardsOf } from "./types/guards-of.js";
import { LineWriter } from "./types/line-writer.js";
import { openTypes } from "./types/open-types.js";

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
  readonly issues?: readonly {
    readonly pointer: string;
    readonly keyword: string;
    readonly message: string;
  }[];
}

/**
 * Makes values for every named schema, as they should be and mutated, and holds the generated validators against
 * ajv on the description itself. Writes the files of `typedFolder`, in which values that passed are assigned to their
 * types.
 * @param folder of the generated output
 * @param perSchema samples of each schema, and half as many for each side where requests and responses differ
 */
export async function checkSamples(
  { api, description }: BuiltDescription,
  folder: string,
  perSchema: number,
): Promise<SampleReport> {
  const { schemas, load } = await loadOutput(folder);
  const ajv = ajvValidators(description);
  const withFormats = ajvValidators(description, { assertsFormats: true });
  const views = findViews(api);
  const pool = new SamplePool(api, 2026);
  const typed = new TypedSamples(api, `../${basename(openTypes(folder))}`);
  const writer = new LineWriter(typedFolder(folder), typedHeading);
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
    const { pointer } = schema;
    if (api.definitions[pointer] === undefined) {
      report.faults.push(`${pointer}: not in the model`);
      continue;
    }
    report.schemas += 1;
    const module = await load(schema);
    const { is: isName = "", validate: validateName = "" } = schema.exports;
    const is = module[isName] as (value: unknown) => boolean;
    const validate = module[validateName] as (value: unknown) => ValidateResult;
    const side = plainViewOf(views.get(pointer));
    const theirs = ajv(pointer, side);
    const strictly =
      side === "request" ? withFormats(pointer, side) : undefined;
    if (theirs === undefined) {
      report.faults.push(`${pointer}: ajv cannot compile it`);
    }
    const { exact, sides } = pool.samplesOf(pointer, perSchema);
    for (const value of exact) {
      report.samples += 1;
      const isTaken = is(value);
      const result = validate(value);
      if (isTaken) report.valid += 1;
      if (result.ok !== isTaken || (!isTaken && result.issues?.length === 0)) {
        report.faults.push(
          `${pointer}: ${validateName} disagrees with ${isName} on ${short(value)}`,
        );
      }
      // Requests are held to formats: in each of them, or as ajv-formats knows them.
      const found =
        side === "request" &&
        (isFormatAlone(result) || strictly?.(value) === isTaken)
          ? (theirs?.(value) ?? isTaken)
          : isTaken;
      const expected = theirs?.(value) ?? found;
      if (expected === found) continue;
      const pair: Disagreement = {
        schema: valueAt(description, pointer),
        reached: [],
        data: value,
        ours: found,
        theirs: expected,
      };
      const reason = explanations.find(({ explains }) => explains(pair));
      if (reason === undefined) {
        const issue = result.issues?.[0];
        report.faults.push(
          `${pointer}: ours ${found}, ajv ${expected} (${issue?.pointer} ${issue?.message}) on ${short(value)}`,
        );
      } else {
        report.explained[reason.title] =
          (report.explained[reason.title] ?? 0) + 1;
      }
    }
    const guards = guardsOf(folder, schema);
    const more = guards.flatMap(({ name }) => {
      const test = module[name] as (value: unknown) => boolean;
      if ([...exact, ...sides].some((value) => test(value))) return [];
      return pool.find(pointer, test) ?? [];
    });
    const values = [...exact, ...sides, ...more];
    const { lines, refused, missing } = typed.of(
      schema,
      guards,
      module,
      values,
    );
    writer.add([...lines, ...refused]);
    report.typed += lines.length;
    report.refused += refused.length;
    if (missing.length === 0) {
      report.held += 1;
      continue;
    }
    const reason = findContradiction(pointer, api.definitions);
    if (reason === undefined) {
      report.faults.push(
        ...missing.map(
          (name) => `${pointer}: no sample was found that ${name} takes`,
        ),
      );
    } else {
      report.empty += 1;
      report.notes.push(`${pointer}: nothing is valid: ${reason}`);
    }
  }
  writer.end();
  return report;
}

function isFormatAlone({ issues = [] }: ValidateResult): boolean {
  return (
    issues.length > 0 && issues.every(({ keyword }) => keyword === "format")
  );
}

function short(value: JsonValue): string {
  const text = JSON.stringify(value);
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}

function valueAt({ documents }: Description, id: string): JsonValue {
  const parsed = new Map(
    [...documents].map(([file, { value }]) => [file, value] as const),
  );
  return valueIn(id, parsed) ?? null;
}
