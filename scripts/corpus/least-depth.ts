import type { Api } from "../../generator/model/api.js";
import type { Keyword, Schema } from "../../generator/model/schema.js";
import { visit } from "../../generator/model/walk-schema.js";
import { appliedKeywords, memberSchemas } from "./applied-keywords.js";
import { most } from "./keyword-bounds.js";
import { typesOf } from "./sample-scalars.js";

/**
 * How deep the plainest values of schemas are nested: 0 for a text or an empty object, infinite where each value has
 * another of its kind inside. What is chosen by it leads out of a recursion.
 */
export class LeastDepths {
  readonly #definitions: Api["definitions"];
  readonly #found = new Map<Schema, number>();

  constructor(definitions: Api["definitions"]) {
    this.#definitions = definitions;
    const keywords = new Map<Schema, readonly Keyword[]>();
    for (const { schema } of Object.values(definitions)) {
      visit(schema, (each) => {
        if (each.kind !== "keywords") return;
        keywords.set(each, appliedKeywords(each, definitions));
      });
    }
    // Each turn finds the depths that are greater by one.
    for (let isChanged = true; isChanged;) {
      isChanged = false;
      for (const [schema, own] of keywords) {
        const depth = this.#ofKeywords(own);
        if (depth === this.of(schema)) continue;
        this.#found.set(schema, depth);
        isChanged = true;
      }
    }
  }

  of(schema: Schema): number {
    if (schema.kind === "any") return 0;
    if (schema.kind !== "ref") return this.#found.get(schema) ?? Infinity;
    const target = this.#definitions[schema.target]?.schema;
    return target === undefined ? Infinity : this.of(target);
  }

  /** The depth of a value that several schemas apply to. */
  ofAll(schemas: readonly Schema[]): number {
    return Math.max(0, ...schemas.map((schema) => this.of(schema)));
  }

  #ofKeywords(keywords: readonly Keyword[]): number {
    const unions = keywords.map((keyword) =>
      keyword.kind === "anyOf" || keyword.kind === "oneOf"
        ? Math.min(...keyword.schemas.map((branch) => this.of(branch)))
        : 0,
    );
    const types = typesOf(keywords);
    const own = types.map((type) => {
      if (type === "array") return this.#ofItems(keywords);
      return type === "object" ? this.#ofMembers(keywords) : 0;
    });
    const isListed = keywords.some(
      ({ kind }) => kind === "enum" || kind === "const",
    );
    return Math.max(0, ...unions, isListed ? 0 : Math.min(...own));
  }

  #ofItems(keywords: readonly Keyword[]): number {
    const count = most(keywords, "minItems", 0);
    const items = keywords.flatMap((keyword) => {
      if (keyword.kind === "contains")
        return keyword.min > 0 ? [keyword.schema] : [];
      if (keyword.kind !== "items" || count === 0) return [];
      const { prefix, rest } = keyword;
      const first = prefix.slice(0, count);
      return count > first.length && rest !== undefined
        ? [...first, rest]
        : first;
    });
    return count === 0 && items.length === 0 ? 0 : 1 + this.ofAll(items);
  }

  #ofMembers(keywords: readonly Keyword[]): number {
    const maps = keywords.filter((keyword) => keyword.kind === "properties");
    const required = new Set(
      keywords.flatMap((keyword) =>
        keyword.kind === "required" ? keyword.names : [],
      ),
    );
    const depths = [...required].map((name) =>
      this.ofAll(memberSchemas(name, maps)),
    );
    const missing = most(keywords, "minProperties", 0) - required.size;
    if (missing > 0) {
      const others = maps
        .flatMap(({ named }) => named.map(({ name }) => name))
        .filter((name) => !required.has(name))
        .map((name) => this.ofAll(memberSchemas(name, maps)))
        .sort((a, b) => a - b)
        .slice(0, missing);
      const rest = maps.flatMap(({ additional }) => additional ?? []);
      depths.push(
        ...others,
        ...(others.length < missing ? rest.map((each) => this.of(each)) : []),
      );
    }
    return depths.length === 0 ? 0 : 1 + Math.max(...depths);
  }
}
