import { pointerKeys } from "../model/source.js";
import { pascalCase } from "./words.js";

/** Tokens of a pointer that say nothing about what stands there. */
const silentTokens: ReadonlySet<string> = new Set([
  "$defs",
  "callbacks",
  "components",
  "content",
  "definitions",
  "dependentSchemas",
  "paths",
  "properties",
  "schema",
  "schemas",
  "webhooks",
]);

/** What a schema below a keyword is to its owner. */
const keywordNames: ReadonlyMap<string, string> = new Map([
  ["additionalItems", "Item"],
  ["additionalProperties", "Value"],
  ["allOf", "Part"],
  ["anyOf", "Option"],
  ["contains", "Member"],
  ["else", "Else"],
  ["headers", "Header"],
  ["if", "Condition"],
  ["items", "Item"],
  ["itemSchema", "Item"],
  ["not", "Not"],
  ["oneOf", "Option"],
  ["parameters", "Parameter"],
  ["patternProperties", "Value"],
  ["prefixItems", "Item"],
  ["propertyNames", "Name"],
  ["requestBody", "Body"],
  ["requestBodies", "Body"],
  ["responses", "Response"],
  ["then", "Then"],
  ["unevaluatedItems", "Item"],
  ["unevaluatedProperties", "Value"],
]);

/**
 * A name in PascalCase for a schema without one, from where it stands: the file where the pointer is empty,
 * else the pointer's tokens from its owner on (`#/components/schemas/Tag/allOf/0` gives `TagPart1`).
 */
export function placeName(file: string, pointer: string): string {
  const keys = pointerKeys(pointer);
  const words = keys.flatMap((key, index) => {
    if (silentTokens.has(key)) return [];
    const position = /^\d+$/.test(key) && isListKeyword(keys[index - 1]);
    if (position) return [String(Number(key) + 1)];
    if (/^[a-z]+\/[\w.+-]+$/.test(key)) return [];
    return [keywordNames.get(key) ?? key];
  });
  const name = pascalCase(words.join(" "));
  return name === "" ? pascalCase(fileStem(file)) : name;
}

/** The same with the file and its folder in front, for schemas of several files that are called alike. */
export function qualifiedPlaceName(file: string, pointer: string): string {
  const folders = file.split("/").slice(-2, -1).join(" ");
  const stem = pascalCase(`${folders} ${fileStem(file)}`);
  const name = placeName(file, pointer);
  return name === pascalCase(fileStem(file)) ? stem : stem + name;
}

function isListKeyword(key: string | undefined): boolean {
  return [
    "allOf",
    "anyOf",
    "oneOf",
    "items",
    "prefixItems",
    "parameters",
  ].includes(key ?? "");
}

function fileStem(file: string): string {
  return file.replace(/^.*\//, "").replace(/\.[^.]*$/, "");
}
