import { Query } from "../../../tracking/query.js";
import type { Api } from "../../../model/api.js";
import { ownKeywords } from "../../../model/matches.js";
import type { Schema } from "../../../model/schema.js";
import { visit } from "../../../model/walk-schema.js";
import { findOperation } from "../../operation-at.js";
import { lineText } from "../text/plain-text.js";

/** What a page is found by, besides its title, path and id. */
export interface SearchText {
  /** Names of parameters and members, each once. */
  readonly fields: readonly string[];
  /** The description, without its markup. */
  readonly text: string;
}

/** Longer descriptions are guides; their beginning says what they are about. */
const longestText = 1000;

/** What the page of an operation is found by, by the operation's pointer. */
export const operationSearch = new Query<Api, SearchText>(
  "operation-search",
  (api) => (pointer) => {
    const operation = findOperation(api, pointer);
    if (operation === undefined) return nothing;
    const { parameters, body, responses, description } = operation;
    const fields = new Set(parameters.map(({ name }) => name));
    for (const { schema } of body?.contents ?? []) {
      if (schema === undefined) continue;
      addNames(schema, fields);
      addReferredNames(schema, api, fields);
    }
    for (const { contents, headers } of responses) {
      for (const { name } of headers) fields.add(name);
      for (const { schema } of contents)
        if (schema !== undefined) addNames(schema, fields);
    }
    return { fields: [...fields], text: searchText(description) };
  },
);

/** What the page of a schema is found by, by the schema's id. */
export const schemaSearch = new Query<Api, SearchText>(
  "schema-search",
  (api) => (id) => {
    const schema = api.definitions[id]?.schema;
    if (schema === undefined) return nothing;
    const fields = new Set<string>();
    addNames(schema, fields);
    return {
      fields: [...fields],
      text: searchText(schema.annotations.description),
    };
  },
);

const nothing: SearchText = { fields: [], text: "" };

/** The names of all members that are written in a schema. */
function addNames(schema: Schema, names: Set<string>): void {
  visit(schema, (part) => {
    for (const keyword of ownKeywords(part))
      if (keyword.kind === "properties")
        for (const { name } of keyword.named) names.add(name);
  });
}

/** The names of the members of the schema that a body refers to: people look for the operation by them. */
function addReferredNames(schema: Schema, api: Api, names: Set<string>): void {
  for (const keyword of ownKeywords(schema)) {
    if (keyword.kind !== "reference") continue;
    const target = api.definitions[keyword.target];
    if (target !== undefined) addNames(target.schema, names);
  }
}

/** Markdown without link targets, code fences and marks: its words. */
function searchText(markdown = ""): string {
  const words = markdown
    .replace(/\]\([^)]*\)/g, "]")
    .replace(/<[^>]*>/g, " ")
    .replace(/[*_`#>|[\]~-]+/g, " ");
  const text = lineText(words);
  if (text.length <= longestText) return text;
  return text.slice(0, longestText).replace(/\S+$/u, "").trimEnd();
}
