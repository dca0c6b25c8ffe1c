import { createHash } from "node:crypto";
import { Query } from "../../../tracking/query.js";
import type { Api, Example } from "../../../model/api.js";
import { allOperations } from "../../../model/api.js";
import { CodeWriter } from "../samples/code-writer.js";
import { jsonCode } from "../samples/layout-value.js";
import type { Code } from "./page.js";

/** Longer examples are files of their own, so that pages that share one stay small. */
const maximumInline = 800;

/** An example of the description as code; undefined if it has no value. */
export function exampleCode(example: Example): Code | undefined {
  const { value, serializedValue } = example;
  if (serializedValue !== undefined) return textCode(serializedValue);
  if (value === undefined) return undefined;
  if (typeof value === "string" && value.includes("\n")) return textCode(value);
  return { label: "JSON", language: "json", code: jsonCode(value) };
}

function textCode(text: string): Code {
  const code = new CodeWriter().plain(text).text;
  return { label: "Text", language: "text", code };
}

/** Whether an example is printed in a file of its own. */
export function isLarge({ code }: Code): boolean {
  return code.length > maximumInline;
}

/** The name of the file of an example: of its text alone. */
export function largeExampleId({ code }: Code): string {
  return createHash("sha256").update(code).digest("hex").slice(0, 12);
}

/** The large examples of bodies, the text of each by its id; the ids, sorted and joined by spaces, under "". */
export const largeExamples = new Query<Api, string>("large-examples", (api) => {
  const texts = new Map<string, string>();
  for (const { body, responses } of allOperations(api)) {
    const bodies = [...(body?.contents ?? [])];
    for (const { contents } of responses) bodies.push(...contents);
    for (const example of bodies.flatMap(({ examples }) => examples)) {
      const code = exampleCode(example);
      if (code !== undefined && isLarge(code))
        texts.set(largeExampleId(code), code.code);
    }
  }
  const ids = [...texts.keys()].sort().join(" ");
  return (id) => (id === "" ? ids : (texts.get(id) ?? ""));
});
