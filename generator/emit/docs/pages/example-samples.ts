import type { Api, Example, MediaType } from "../../../model/api.js";
import type { JsonValue } from "../../../model/json.js";
import type { View } from "../../../model/views.js";
import { exampleOf } from "../examples/example-of.js";
import {
  jsonSpelling,
  layoutValue,
  tokensText,
} from "../samples/layout-value.js";
import { titleOf } from "../samples/sample-input.js";
import type { Anchors } from "../text/anchors.js";
import type { Block, Code } from "./page.js";

const maximumExamples = 6;

export const madeNote = "Made from the schema: the description has no example.";

/** The examples of a body: those of the spec, else one made from the schema and marked as such. */
export function exampleBlocks(
  media: MediaType,
  view: View,
  api: Api,
  anchors: Anchors,
  path: readonly string[],
): readonly Block[] {
  const given = media.examples
    .slice(0, maximumExamples)
    .flatMap((example, index) => givenExample(example, index, anchors, path));
  if (given.length > 0) return given;
  const schema = media.schema ?? media.itemSchema;
  if (schema === undefined || media.codec === "binary") return [];
  const value = exampleOf(schema, { api, view, isFull: true });
  if (value === undefined) return [];
  return [
    {
      kind: "samples",
      samples: {
        id: anchors.claim([...path, "example"]),
        title: "Example",
        note: madeNote,
        codes: [valueCode("JSON", value)],
      },
    },
  ];
}

function givenExample(
  example: Example,
  index: number,
  anchors: Anchors,
  path: readonly string[],
): readonly Block[] {
  const code = exampleCode(example);
  if (code === undefined) return [];
  const { title = "Example", description } = titleOf(example);
  return [
    {
      kind: "samples",
      samples: {
        id: anchors.claim([...path, "example", example.name ?? String(index)]),
        title,
        ...(description === undefined ? {} : { description }),
        codes: [code],
      },
    },
  ];
}

function exampleCode(example: Example): Code | undefined {
  if (example.serializedValue !== undefined)
    return { label: "Text", language: "text", text: example.serializedValue };
  if (example.value === undefined) return undefined;
  if (typeof example.value === "string" && example.value.includes("\n"))
    return { label: "Text", language: "text", text: example.value };
  return valueCode("JSON", example.value);
}

/** A value as JSON. */
export function valueCode(label: string, value: JsonValue): Code {
  const tokens = layoutValue(value, jsonSpelling);
  return { label, language: "json", text: tokensText(tokens), tokens };
}
