import { didYouMean } from "../../diagnostics/suggest.js";

/** What other languages, databases and formats call the types of JSON Schema. */
const aliases: Readonly<Record<string, string>> = {
  integer: "int int8 int16 uint uint32 uint64 short long bigint biginteger",
  number: "num decimal real numeric bigdecimal currency",
  string: "str text varchar nvarchar char character enum",
  boolean: "bool bit logical",
  object: "obj dict dictionary map hash hashmap record struct json model any",
  array: "arr list vec vector set tuple sequence slice collection iterable",
  null: "none nil void undefined",
};

/** Words that are formats, by the type that they belong to; after `=` what the format is called. */
const formats: Readonly<Record<string, string>> = {
  integer: "int32 int64",
  number: "float double float32=float float64=double",
  string:
    "date time duration uuid email hostname ipv4 ipv6 uri password byte binary date-time datetime=date-time timestamp=date-time guid=uuid url=uri file=binary bytes=binary blob=binary",
};

const typeOf = new Map<string, string>();
const typeAndFormatOf = new Map<string, readonly [string, string]>();
for (const [type, words] of Object.entries(aliases)) {
  for (const word of words.split(" ")) typeOf.set(word, type);
}
for (const [type, words] of Object.entries(formats)) {
  for (const entry of words.split(" ")) {
    const [word = "", format = word] = entry.split("=");
    typeAndFormatOf.set(word, [type, format]);
  }
}

/**
 * What was probably meant by a value that is none of the allowed ones: a type by the name that another language
 * gives it, or the one that is spelt alike.
 */
export function adviseOnValue(
  value: string,
  values: readonly string[],
): string | undefined {
  const word = value.trim().toLowerCase();
  if (values.includes(word)) return `Did you mean ${JSON.stringify(word)}?`;
  if (!values.includes("integer")) return didYouMean(value, values);
  const [type, format] = typeAndFormatOf.get(word) ?? [typeOf.get(word)];
  if (type === undefined) return didYouMean(value, values);
  if (word === "any")
    return 'Remove "type": a schema without it takes any value.';
  if (word === "enum") {
    return 'Did you mean "string"? The values of an enum are listed under "enum".';
  }
  const name = JSON.stringify(type);
  return format === undefined
    ? `Did you mean ${name}?`
    : `Did you mean ${name} with the format ${JSON.stringify(format)}? Write type: ${type} and format: ${format}.`;
}
