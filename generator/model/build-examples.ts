import type { Absence } from "../resolve/description.js";
import type { Example } from "./api.js";
import type { ModelContext } from "./model-context.js";
import { followedEntries, followObject } from "./follow-object.js";
import {
  locationOf,
  member,
  stringMember,
  type ObjectSource,
} from "./source.js";

/** A reference to an example that is not there. */
export const brokenExample: Absence = {
  code: "example-reference-broken",
  reading: "the example is left out",
};

/** `example` and `examples` of a parameter, header or media type (OpenAPI Example Object). */
export function buildExamples(
  carrier: ObjectSource,
  context: ModelContext,
): Example[] {
  const examples: Example[] = [];
  const single = member(carrier, "example");
  if (single !== undefined) {
    examples.push({ value: single.value, pointer: locationOf(single) });
  }
  for (const [name, written] of followedEntries(
    carrier,
    "examples",
    context,
    brokenExample,
  )) {
    const followed = followObject(written, context, brokenExample);
    if (followed === undefined) continue;
    const { source } = followed;
    const summary = followed.summary ?? stringMember(source, "summary");
    const description =
      followed.description ?? stringMember(source, "description");
    const data = member(source, "dataValue") ?? member(source, "value");
    const serializedValue = stringMember(source, "serializedValue");
    const externalValue = stringMember(source, "externalValue");
    examples.push({
      name,
      ...(summary === undefined ? {} : { summary }),
      ...(description === undefined ? {} : { description }),
      ...(data === undefined ? {} : { value: data.value }),
      ...(serializedValue === undefined ? {} : { serializedValue }),
      ...(externalValue === undefined ? {} : { externalValue }),
      pointer: locationOf(source),
    });
  }
  return examples;
}
