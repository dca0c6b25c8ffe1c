import { parse } from "yaml";

/** A change of one line of a description's text; each number gives another text. */
export type LineEdit = (text: string, number: number) => string;

export interface LineEdits {
  /** Of what the description says of an operation. */
  readonly operation: LineEdit;
  /** Of what it says of the schema that most references lead to. */
  readonly schema: LineEdit;
  /** A member more of such a schema, which is more than words. */
  readonly member: LineEdit;
}

type Json = { readonly [key: string]: unknown };

/** Finds lines to edit in a description, JSON or YAML. */
export function findLineEdits(text: string): LineEdits {
  const spec = readSpec(text);
  return {
    operation: editOf(firstUnique(operationTexts(spec), text)),
    schema: editOf(firstUnique(schemaTexts(spec, text), text)),
    member: memberEdit(spec, text),
  };
}

/** Adds a member, in a line of its own, to the schema with members to which most references lead. */
function memberEdit(spec: Json, file: string): LineEdit {
  const schemas = objectOf(objectOf(spec["components"])["schemas"]);
  for (const name of schemasByUse(spec, file)) {
    if (objectOf(schemas[name])["type"] !== "object") continue;
    if (!Object.hasOwn(objectOf(schemas[name]), "properties")) continue;
    const edit = memberEditOf(name, file);
    const edited = edit === undefined ? {} : readSpec(edit(file, 0));
    const own = objectOf(objectOf(edited["components"])["schemas"])[name];
    const members = objectOf(objectOf(own)["properties"]);
    if (edit !== undefined && Object.hasOwn(members, "edit_0")) return edit;
  }
  throw new Error("no schema takes a member more");
}

function memberEditOf(name: string, file: string): LineEdit | undefined {
  const isJson = file.trimStart().startsWith("{");
  const head = isJson ? `"${name}": {` : `\n    ${name}:\n`;
  const key = isJson ? `"properties": {` : "\n      properties:";
  const start = file.indexOf(head);
  const place = file.indexOf(key, start) + key.length;
  if (start < 0 || place < start) return undefined;
  return (text, number) => {
    const line = isJson
      ? `\n"edit_${number}": { "type": "string" },`
      : `\n        edit_${number}: { type: string }`;
    return `${text.slice(0, place)}${line}${text.slice(place)}`;
  };
}

function readSpec(text: string): Json {
  return (
    text.trimStart().startsWith("{") ? JSON.parse(text) : parse(text)
  ) as Json;
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
  return schemasByUse(spec, file)
    .flatMap((name) => {
      const schema = objectOf(schemas[name]);
      const members = valuesOf(schema["properties"]);
      return [schema, ...members].map(({ description }) => description);
    })
    .filter((text) => typeof text === "string");
}

/** The names of schemas, those first to which most references lead. */
function schemasByUse(spec: Json, file: string): string[] {
  const uses = (name: string): number =>
    file.split(`#/components/schemas/${name}"`).length +
    file.split(`#/components/schemas/${name}\n`).length +
    file.split(`#/components/schemas/${name}'`).length;
  return Object.keys(objectOf(objectOf(spec["components"])["schemas"]))
    .map((name) => ({ name, uses: uses(name) }))
    .sort((a, b) => b.uses - a.uses)
    .map(({ name }) => name);
}

function objectOf(value: unknown): Json {
  return typeof value === "object" && value !== null ? (value as Json) : {};
}

function valuesOf(value: unknown): Json[] {
  return Object.values(objectOf(value)).map(objectOf);
}
