import { parse } from "yaml";

/** A change of one line of a description's text; each number gives another text. */
export type LineEdit = (text: string, number: number) => string;

export interface LineEdits {
  /** Of what the description says of an operation. */
  readonly operation: LineEdit;
  /** Of what it says of the schema that most references lead to. */
  readonly schema: LineEdit;
}

type Json = { readonly [key: string]: unknown };

/** Finds lines to edit in a description, JSON or YAML. */
export function findLineEdits(text: string): LineEdits {
  const spec = (
    text.trimStart().startsWith("{") ? JSON.parse(text) : parse(text)
  ) as Json;
  return {
    operation: editOf(firstUnique(operationTexts(spec), text)),
    schema: editOf(firstUnique(schemaTexts(spec, text), text)),
  };
}

function editOf(words: string): LineEdit {
  return (text, number) => text.replace(words, `Edit ${number} ${words}`);
}

/** The first words of the first text of which they stand at one place of the file. */
function firstUnique(texts: readonly string[], file: string): string {
  for (const length of [70, 50, 30, 15]) {
    for (const text of texts) {
      const words = /^[A-Z][\w ,.()-]+/.exec(text.slice(0, length))?.[0].trim();
      if (words === undefined || words.length < 10) continue;
      if (file.split(words).length === 2) return words;
    }
  }
  throw new Error("no text of the description stands at one place alone");
}

/** Texts of operations, from the middle on. */
function operationTexts(spec: Json): string[] {
  const texts = valuesOf(spec["paths"])
    .flatMap(valuesOf)
    .flatMap(({ description, summary }) => [description, summary])
    .filter((text) => typeof text === "string");
  const middle = Math.floor(texts.length / 2);
  return [...texts.slice(middle), ...texts.slice(0, middle)];
}

/** Texts of schemas, those first to which most references lead. */
function schemaTexts(spec: Json, file: string): string[] {
  const schemas = objectOf(objectOf(spec["components"])["schemas"]);
  const uses = (name: string): number =>
    file.split(`#/components/schemas/${name}"`).length +
    file.split(`#/components/schemas/${name}\n`).length +
    file.split(`#/components/schemas/${name}'`).length;
  return Object.keys(schemas)
    .map((name) => ({ name, uses: uses(name) }))
    .sort((a, b) => b.uses - a.uses)
    .flatMap(({ name }) => {
      const schema = objectOf(schemas[name]);
      const members = valuesOf(schema["properties"]);
      return [schema, ...members].map(({ description }) => description);
    })
    .filter((text) => typeof text === "string");
}

function objectOf(value: unknown): Json {
  return typeof value === "object" && value !== null ? (value as Json) : {};
}

function valuesOf(value: unknown): Json[] {
  return Object.values(objectOf(value)).map(objectOf);
}
