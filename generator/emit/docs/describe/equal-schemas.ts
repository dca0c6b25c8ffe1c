import { Memo } from "../../../tracking/memo.js";
import type { Keyword, KeywordByKind, Schema } from "../../../model/schema.js";

/** Whether keywords of a kind hold schemas. None of those that do holds data of the description. */
const holdsSchemas: { readonly [K in Keyword["kind"]]: boolean } = {
  type: false,
  const: false,
  enum: false,
  minimum: false,
  maximum: false,
  exclusiveMinimum: false,
  exclusiveMaximum: false,
  multipleOf: false,
  minLength: false,
  maxLength: false,
  pattern: false,
  format: false,
  content: true,
  binary: false,
  minItems: false,
  maxItems: false,
  uniqueItems: false,
  items: true,
  contains: true,
  minProperties: false,
  maxProperties: false,
  required: false,
  properties: true,
  propertyNames: true,
  dependentRequired: false,
  dependentSchemas: true,
  reference: false,
  allOf: true,
  anyOf: true,
  oneOf: true,
  not: true,
  conditional: true,
  unevaluatedItems: true,
  unevaluatedProperties: true,
};

/** Deeper schemas are taken for different ones: nobody writes them by hand. */
const maximumDepth = 60;

/** The first of several equal schemas, and its number among those. */
interface NumberedSchema {
  readonly schema: Schema;
  readonly number: number;
}

/**
 * Knows which schemas are the same in everything but the place where they stand, so that what is said of one need
 * not be worked out for the other: descriptions made by programs repeat themselves a lot.
 */
export class EqualSchemas {
  readonly #byText = new Memo<this, NumberedSchema>();
  readonly #known = new Memo<Schema, NumberedSchema>();
  #count = 0;

  /** The first of all schemas that are equal to this one. */
  of(schema: Schema): Schema {
    return this.#first(schema, 0).schema;
  }

  #first(schema: Schema, depth: number): NumberedSchema {
    const number = (): NumberedSchema => ({ schema, number: this.#count++ });
    return this.#known.get(schema, () =>
      depth > maximumDepth
        ? number()
        : this.#byText.get(this, number, this.#textOf(schema, depth)),
    );
  }

  #textOf(schema: Schema, depth: number): string {
    const { kind } = schema;
    const annotations = JSON.stringify(schema.annotations);
    if (kind === "ref") return `ref${schema.target}${annotations}`;
    let text = kind + annotations;
    if (kind === "keywords")
      for (const keyword of schema.keywords)
        text += this.#ruleText(keyword, depth);
    return text;
  }

  #ruleText(keyword: Keyword, depth: number): string {
    if (keyword.kind === "type") return `type${keyword.types.join()}`;
    if (!holdsSchemas[keyword.kind]) return JSON.stringify(keyword);
    if (keyword.kind === "properties") return this.#membersText(keyword, depth);
    return JSON.stringify(keyword, (_key, value: unknown) =>
      isSchema(value) ? this.#numberOf(value, depth + 1) : value,
    );
  }

  /** By far the most frequent keyword that holds schemas. */
  #membersText(keyword: KeywordByKind["properties"], depth: number): string {
    let text = "properties";
    for (const { name, schema, ignoredWith } of keyword.named) {
      text += `${this.#numberOf(schema, depth + 1)} ${name.length} ${name}`;
      if (ignoredWith !== undefined) text += JSON.stringify(ignoredWith);
    }
    for (const { pattern, schema } of keyword.patterns)
      text += `/${this.#numberOf(schema, depth + 1)} ${pattern.length} ${pattern}`;
    const { additional } = keyword;
    return additional === undefined
      ? text
      : `${text}*${this.#numberOf(additional, depth + 1)}`;
  }

  #numberOf(schema: Schema, depth: number): number {
    return this.#first(schema, depth).number;
  }
}

function isSchema(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && "annotations" in value;
}
