import type { Api, Example, MediaType } from "../../../model/api.js";
import type { JsonValue } from "../../../model/json.js";
import type { DefinitionId, Schema } from "../../../model/schema.js";
import type { View } from "../../../model/views.js";
import {
  definitionSchema,
  schemaPage,
  type DescribeContext,
} from "../describe/describe-context.js";
import { keywordSet } from "../describe/keywords-by-kind.js";
import { exampleOf } from "../examples/example-of.js";
import { jsonCode } from "../samples/layout-value.js";
import { titleOf } from "../samples/sample-input.js";
import type { Anchors } from "../text/anchors.js";
import { link } from "../text/words.js";
import { exampleCode, isLarge, largeExampleId } from "./given-examples.js";
import type { Code, Samples, SampleSource } from "./page.js";

const maximumExamples = 6;

/** A made example that is longer says less than the fields beside it. */
const maximumMadeLength = 1200;

export const madeNote = "Made from the schema.";

/** The examples of a body: those of the description, else one made from the schema and marked as such. */
export function exampleSamples(
  media: MediaType,
  context: DescribeContext,
  anchors: Anchors,
  path: readonly string[],
): readonly Samples[] {
  const given = media.examples
    .slice(0, maximumExamples)
    .flatMap((example, index) => givenExample(example, index, anchors, path));
  if (given.length > 0) return given;
  const schema = media.schema ?? media.itemSchema;
  if (schema === undefined || media.codec === "binary") return [];
  const { api, view } = context;
  const value = madeValue(schema, view, api);
  if (value === undefined) return [];
  const id = anchors.claim(["example", ...path]);
  const source = sourceOf(schema, value, context);
  if (source !== undefined)
    return [{ id, title: "Example", codes: [], source }];
  return [{ id, title: "Example", note: madeNote, codes: [valueCode(value)] }];
}

/** The example on the page of a schema. */
export function schemaExample(schema: Schema, api: Api): JsonValue | undefined {
  const [given] = schema.annotations.examples ?? [];
  return given ?? madeValue(schema, "written", api);
}

/** An example with all fields, or with the required ones alone where it would be too long. */
function madeValue(
  schema: Schema,
  view: View | "written",
  api: Api,
): JsonValue | undefined {
  for (const isFull of [true, false]) {
    const value = exampleOf(schema, { api, view, isFull });
    if (value === undefined) return undefined;
    if (JSON.stringify(value).length <= maximumMadeLength) return value;
  }
  return undefined;
}

/** The page of the named schema whose example the value is, or the only item of which is. */
function sourceOf(
  schema: Schema,
  value: JsonValue,
  context: DescribeContext,
): SampleSource | undefined {
  const items = keywordSet(schema).items?.rest;
  const isList = schema.kind !== "ref" && items?.kind === "ref";
  const target = isList ? targetOf(items) : targetOf(schema);
  if (target === undefined) return undefined;
  const named = definitionSchema(context, target);
  const names = context.names.schemas.get(target);
  if (named === undefined || names === undefined) return undefined;
  const printed = JSON.stringify(schemaExample(named, context.api));
  if (JSON.stringify(value) !== (isList ? `[${printed}]` : printed))
    return undefined;
  const page = schemaPage(context, target);
  const anchor = "sample-1";
  return {
    script: page,
    link: link(`Example of ${names.name}`, { kind: "page", page, anchor }),
    isOfSchema: true,
    isList,
  };
}

function targetOf(schema: Schema): DefinitionId | undefined {
  return schema.kind === "ref" ? schema.target : undefined;
}

function givenExample(
  example: Example,
  index: number,
  anchors: Anchors,
  path: readonly string[],
): readonly Samples[] {
  const code = exampleCode(example);
  if (code === undefined) return [];
  const { title = "Example", description } = titleOf(example);
  const samples = {
    id: anchors.claim(["example", ...path, example.name ?? String(index)]),
    title,
    ...(description === undefined ? {} : { description }),
  };
  if (!isLarge(code)) return [{ ...samples, codes: [code] }];
  const script = `examples/${largeExampleId(code)}`;
  const target = { kind: "asset", path: `${script}.js` } as const;
  const source = {
    script,
    link: link(title, target),
    isOfSchema: false,
    isList: false,
  };
  return [{ ...samples, codes: [], source }];
}

/** A value as JSON. */
export function valueCode(value: JsonValue): Code {
  return { label: "JSON", language: "json", code: jsonCode(value) };
}
