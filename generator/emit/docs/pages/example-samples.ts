import type { Api, Example, MediaType } from "../../../model/api.js";
import type { JsonValue } from "../../../model/json.js";
import type { Schema } from "../../../model/schema.js";
import type { View } from "../../../model/views.js";
import { exampleOf } from "../examples/example-of.js";
import { CodeWriter } from "../samples/code-writer.js";
import { jsonCode } from "../samples/layout-value.js";
import { titleOf } from "../samples/sample-input.js";
import type { Anchors } from "../text/anchors.js";
import type { Code, Samples } from "./page.js";

const maximumExamples = 6;

/** A made example that is longer says less than the fields beside it. */
const maximumMadeLength = 6000;

export const madeNote = "Made from the schema.";

/** The examples of a body: those of the spec, else one made from the schema and marked as such. */
export function exampleSamples(
  media: MediaType,
  view: View,
  api: Api,
  anchors: Anchors,
  path: readonly string[],
): readonly Samples[] {
  const given = media.examples
    .slice(0, maximumExamples)
    .flatMap((example, index) => givenExample(example, index, anchors, path));
  if (given.length > 0) return given;
  const schema = media.schema ?? media.itemSchema;
  if (schema === undefined || media.codec === "binary") return [];
  return madeExample(schema, view, api, anchors.claim(["example", ...path]));
}

/** An example made from a schema, marked as such. */
export function madeExample(
  schema: Schema,
  view: View | "written",
  api: Api,
  id: string,
): readonly Samples[] {
  for (const isFull of [true, false]) {
    const value = exampleOf(schema, { api, view, isFull });
    if (value === undefined) return [];
    if (JSON.stringify(value).length > maximumMadeLength) continue;
    const codes = [valueCode(value)];
    return [{ id, title: "Example", note: madeNote, codes }];
  }
  return [];
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
  return [
    {
      id: anchors.claim(["example", ...path, example.name ?? String(index)]),
      title,
      ...(description === undefined ? {} : { description }),
      codes: [code],
    },
  ];
}

function exampleCode(example: Example): Code | undefined {
  if (example.serializedValue !== undefined)
    return textCode(example.serializedValue);
  if (example.value === undefined) return undefined;
  if (typeof example.value === "string" && example.value.includes("\n"))
    return textCode(example.value);
  return valueCode(example.value);
}

function textCode(text: string): Code {
  const code = new CodeWriter().plain(text).finish();
  return { label: "Text", language: "text", code };
}

/** A value as JSON. */
export function valueCode(value: JsonValue): Code {
  return { label: "JSON", language: "json", code: jsonCode(value) };
}
