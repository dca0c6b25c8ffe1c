import type { Header, Parameter } from "../../../model/api.js";
import type { OutlineBuilder } from "../describe/outline-builder.js";
import { adviceWords, fieldOf } from "../describe/field-of.js";
import {
  inOrder,
  type Field,
  type Mark,
  type Outline,
} from "../describe/outline.js";
import { Segments } from "../text/anchors.js";
import { code } from "../text/words.js";
import { serializationFacts, valueText } from "./operation-words.js";

/** The outline of parameters or headers: a field for each. */
export function parametersOutline(
  parameters: readonly (Parameter | Header)[],
  outlines: OutlineBuilder,
): Outline {
  const segments = new Segments();
  const fields = parameters.map((parameter) =>
    parameterField(parameter, segments, outlines),
  );
  return {
    type: [],
    facts: [],
    rules: [],
    fields: inOrder(fields),
    variants: [],
  };
}

function parameterField(
  parameter: Parameter | Header,
  segments: Segments,
  outlines: OutlineBuilder,
): Field {
  const { name, schema, description } = parameter;
  const outline = outlines.build(schema, [code(name)]);
  const ignoredWith = "ignoredWith" in parameter ? parameter.ignoredWith : [];
  const marks: Mark[] = [];
  if (parameter.required) marks.push("required");
  if (parameter.deprecated) marks.push("deprecated");
  const example = parameter.examples.find(({ value }) => value !== undefined);
  const facts = [...outline.facts, ...serializationFacts(parameter)];
  if (example?.value !== undefined)
    facts.push({ label: "Example", words: [code(valueText(example.value))] });
  return fieldOf(outline, {
    facts,
    segment: segments.claim(name),
    name,
    isPattern: false,
    marks,
    description: description ?? schema.annotations.description,
    advice: adviceWords(ignoredWith ?? []),
  });
}
