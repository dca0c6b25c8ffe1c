import { ownKeywords } from "../matches.js";
import type { Api } from "../api.js";
import type { Keyword, Schema } from "../schema.js";

/** The schemas that a keyword applies to the value of its own schema, references followed. */
export function appliedInPlace(
  keyword: Keyword,
  { definitions }: Pick<Api, "definitions">,
): readonly Schema[] {
  switch (keyword.kind) {
    case "reference": {
      const target = definitions[keyword.target];
      return target === undefined ? [] : [target.schema];
    }
    case "allOf":
    case "anyOf":
    case "oneOf":
      return keyword.schemas;
    case "not":
      return [keyword.schema];
    case "dependentSchemas":
      return keyword.entries.map(({ schema }) => schema);
    case "conditional":
      return [keyword.if, keyword.then, keyword.else].filter(
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
  readonly #names = new Map<
    ReadonlySet<Schema>,
    ReadonlySet<string> | undefined
  >();

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

  /** The properties that a schema and its relatives describe; undefined if other members are described as well. */
  describedNames(schema: Schema): ReadonlySet<string> | undefined {
    const all = this.of(schema);
    if (!this.#names.has(all)) this.#names.set(all, describedNames(all));
    return this.#names.get(all);
  }

  #appliedBy(schema: Schema): readonly Schema[] {
    return ownKeywords(schema).flatMap((keyword) =>
      appliedInPlace(keyword, this.#api),
    );
  }
}

function describedNames(
  schemas: ReadonlySet<Schema>,
): ReadonlySet<string> | undefined {
  const known = new Set<string>();
  for (const schema of schemas) {
    for (const keyword of ownKeywords(schema)) {
      if (keyword.kind === "propertyNames") return undefined;
      if (keyword.kind === "unevaluatedProperties") {
        if (keyword.schema.kind !== "never") return undefined;
      }
      if (keyword.kind !== "properties") continue;
      const { additional, named, patterns } = keyword;
      if (patterns.length > 0) return undefined;
      if (additional !== undefined && additional.kind !== "never")
        return undefined;
      for (const { name } of named) known.add(name);
    }
  }
  return known;
}
