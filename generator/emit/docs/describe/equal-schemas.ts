import { Memo } from "../../../cache/memo.js";
import type { Rule, RuleByKind, Schema } from "../../../model/schema.js";

/** Whether rules of a kind hold schemas. None of those that do holds data of the description. */
const holdsSchemas: { readonly [K in Rule["kind"]]: boolean } = {
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
    if (kind === "rules")
      for (const rule of schema.rules) text += this.#ruleText(rule, depth);
    return text;
  }

  #ruleText(rule: Rule, depth: number): string {
    if (rule.kind === "type") return `type${rule.types.join()}`;
    if (!holdsSchemas[rule.kind]) return JSON.stringify(rule);
    if (rule.kind === "properties") return this.#membersText(rule, depth);
    return JSON.stringify(rule, (_key, value: unknown) =>
      isSchema(value) ? this.#numberOf(value, depth + 1) : value,
    );
  }

  /** By far the most frequent rule that holds schemas. */
  #membersText(rule: RuleByKind["properties"], depth: number): string {
    let text = "properties";
    for (const { name, schema, ignoredWith } of rule.named) {
      text += `${this.#numberOf(schema, depth + 1)} ${name.length} ${name}`;
      if (ignoredWith !== undefined) text += JSON.stringify(ignoredWith);
    }
    for (const { pattern, schema } of rule.patterns)
      text += `/${this.#numberOf(schema, depth + 1)} ${pattern.length} ${pattern}`;
    const { additional } = rule;
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
