import { ownRules } from "../matches.js";
import type { Api } from "../api.js";
import type { Rule, Schema } from "../schema.js";

/** The schemas that a rule applies to the value of its own schema, references followed. */
export function appliedInPlace(
  rule: Rule,
  { definitions }: Pick<Api, "definitions">,
): readonly Schema[] {
  switch (rule.kind) {
    case "reference": {
      const target = definitions[rule.target];
      return target === undefined ? [] : [target.schema];
    }
    case "allOf":
    case "anyOf":
    case "oneOf":
      return rule.schemas;
    case "not":
      return [rule.schema];
    case "dependentSchemas":
      return rule.entries.map(({ schema }) => schema);
    case "conditional":
      return [rule.if, rule.then, rule.else].filter(
        (schema) => schema !== undefined,
      );
    default:
      return [];
  }
}

/** Which schemas speak of the same values as a schema: those that it applies, and those that apply it, in turn. */
export class Relatives {
  readonly #api: Pick<Api, "definitions">;
  readonly #users = new Map<Schema, Schema[]>();
  readonly #known = new Map<Schema, ReadonlySet<Schema>>();

  /** @param schemas all of the description */
  constructor(schemas: Iterable<Schema>, api: Pick<Api, "definitions">) {
    this.#api = api;
    for (const schema of schemas) {
      for (const applied of this.#appliedBy(schema)) {
        const users = this.#users.get(applied);
        if (users === undefined) this.#users.set(applied, [schema]);
        else users.push(schema);
      }
    }
  }

  /** A schema and its relatives, who all have the same. */
  of(schema: Schema): ReadonlySet<Schema> {
    const known = this.#known.get(schema);
    if (known !== undefined) return known;
    const found = new Set([schema]);
    for (const next of found) {
      for (const applied of this.#appliedBy(next)) found.add(applied);
      for (const user of this.#users.get(next) ?? []) found.add(user);
      this.#known.set(next, found);
    }
    return found;
  }

  #appliedBy(schema: Schema): readonly Schema[] {
    return ownRules(schema).flatMap((rule) => appliedInPlace(rule, this.#api));
  }
}
