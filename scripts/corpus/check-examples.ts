import {
  type Api,
  type MediaType,
  allOperations,
} from "../../generator/model/api.js";
import type { JsonValue } from "../../generator/model/json.js";
import type { Schema } from "../../generator/model/schema.js";
import type { Description } from "../../generator/resolve/description.js";
import { buildDescription } from "./build-description.js";
import { loadOutput } from "./load-output.js";

/** What a spec's own examples say about it. */
export interface ExampleReport {
  readonly checked: number;
  /** An example that its schema does not accept, with its line: the spec's fault, or ours. */
  readonly failures: readonly string[];
}

type Validate = (value: unknown) =>
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly issues: readonly { pointer: string; message: string }[];
    };

interface Sample {
  readonly target: string;
  readonly value: JsonValue;
  readonly pointer: string;
  /** The export to check it with, and the one that stands in where there is none of that kind. */
  readonly validator: "validate" | "requestValidate";
}

/**
 * Runs every example that belongs to a named schema through that schema's generated validator: examples of
 * schemas, and of request and response bodies that are a named schema or a list of one.
 * @param folder of the generated output
 */
export async function checkExamples(
  specPath: string,
  folder: string,
): Promise<ExampleReport> {
  const { api, description } = buildDescription(specPath);
  const { schemas, load } = await loadOutput(folder);
  const byPointer = new Map(schemas.map((schema) => [schema.pointer, schema]));
  const failures: string[] = [];
  let checked = 0;
  for (const sample of samplesOf(api)) {
    const schema = byPointer.get(sample.target);
    const { [sample.validator]: own, validate: usual } = schema?.exports ?? {};
    const name = own ?? usual;
    if (schema === undefined || name === undefined) continue;
    const validate = (await load(schema))[name] as Validate;
    checked += 1;
    const result = validate(sample.value);
    if (result.ok) continue;
    const [issue] = result.issues;
    const place = lineOf(description, sample.pointer);
    failures.push(
      `${place} (${sample.pointer}): ${issue?.pointer} ${issue?.message}`,
    );
  }
  return { checked, failures };
}

function* samplesOf(api: Api): Generator<Sample> {
  for (const definition of Object.values(api.definitions)) {
    const { examples = [] } = definition.schema.annotations;
    for (const value of examples) {
      const { pointer } = definition.schema;
      yield { target: definition.id, value, pointer, validator: "validate" };
    }
  }
  for (const operation of allOperations(api)) {
    for (const content of operation.body?.contents ?? []) {
      yield* bodySamples(content, "requestValidate");
    }
    for (const response of operation.responses) {
      for (const content of response.contents) {
        yield* bodySamples(content, "validate");
      }
    }
  }
}

function* bodySamples(
  content: MediaType,
  validator: Sample["validator"],
): Generator<Sample> {
  if (content.codec !== "json" || content.schema === undefined) return;
  for (const { value, pointer } of content.examples) {
    if (value === undefined) continue;
    if (content.schema.kind === "ref") {
      yield { target: content.schema.target, value, pointer, validator };
    }
    const target = itemTarget(content.schema);
    if (target === undefined || !Array.isArray(value)) continue;
    for (const item of value as JsonValue[]) {
      yield { target, value: item, pointer, validator };
    }
  }
}

/** The named schema that the items of a list are. */
function itemTarget(schema: Schema): string | undefined {
  if (schema.kind !== "keywords") return undefined;
  for (const keyword of schema.keywords) {
    if (keyword.kind === "items" && keyword.rest?.kind === "ref") {
      return keyword.rest.target;
    }
  }
  return undefined;
}

function lineOf(description: Description, pointer: string): string {
  const at = pointer.indexOf("#");
  const file = description.documents.get(pointer.slice(0, at));
  const position = file?.position(pointer.slice(at + 1));
  return `${file?.displayName ?? ""}:${position?.line ?? "?"}`;
}
