import type { Api } from "../../generator/model/api.js";
import type { Rule, Schema } from "../../generator/model/schema.js";
import { visitWithin } from "../../generator/model/walk-schema.js";
import { appliedRules, memberSchemas } from "./applied-rules.js";
import { most } from "./rule-bounds.js";
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
    const rules = new Map<Schema, readonly Rule[]>();
    for (const { schema } of Object.values(definitions)) {
      visitWithin(schema, (each) => {
        if (each.kind !== "rules") return;
        rules.set(each, appliedRules(each, definitions));
      });
    }
    // Each turn finds the depths that are greater by one.
    for (let isChanged = true; isChanged;) {
      isChanged = false;
      for (const [schema, own] of rules) {
        const depth = this.#ofRules(own);
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

  #ofRules(rules: readonly Rule[]): number {
    const unions = rules.map((rule) =>
      rule.kind === "anyOf" || rule.kind === "oneOf"
        ? Math.min(...rule.schemas.map((branch) => this.of(branch)))
        : 0,
    );
    const types = typesOf(rules);
    const own = types.map((type) => {
      if (type === "array") return this.#ofItems(rules);
      return type === "object" ? this.#ofMembers(rules) : 0;
    });
    const isListed = rules.some(
      ({ kind }) => kind === "enum" || kind === "const",
    );
    return Math.max(0, ...unions, isListed ? 0 : Math.min(...own));
  }

  #ofItems(rules: readonly Rule[]): number {
    const count = most(rules, "minItems", 0);
    const items = rules.flatMap((rule) => {
      if (rule.kind === "contains") return rule.min > 0 ? [rule.schema] : [];
      if (rule.kind !== "items" || count === 0) return [];
      const { prefix, rest } = rule;
      const first = prefix.slice(0, count);
      return count > first.length && rest !== undefined
        ? [...first, rest]
        : first;
    });
    return count === 0 && items.length === 0 ? 0 : 1 + this.ofAll(items);
  }

  #ofMembers(rules: readonly Rule[]): number {
    const maps = rules.filter((rule) => rule.kind === "properties");
    const required = new Set(
      rules.flatMap((rule) => (rule.kind === "required" ? rule.names : [])),
    );
    const depths = [...required].map((name) =>
      this.ofAll(memberSchemas(name, maps)),
    );
    const missing = most(rules, "minProperties", 0) - required.size;
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
