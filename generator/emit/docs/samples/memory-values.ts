import { quoteString } from "../../../code/quote.js";
import type { Leaf } from "../../../mapping/mappings.js";
import type { JsonObject, JsonValue } from "../../../model/json.js";
import type { DefinitionId, Schema } from "../../../model/schema.js";
import { resolvedKeywords } from "../../../model/value-structure.js";
import { leafOf, type DescribeContext } from "../describe/describe-context.js";
import { isObject, matches } from "../../../model/matches.js";

/** What values are written from. */
export type MemoryContext = Pick<DescribeContext, "api" | "mappings" | "names">;

/**
 * The values of a sample as they are in memory: in the place of each one that is another thing there stands an
 * object, by which its expression is found.
 */
export class MemoryValues {
  readonly #context: MemoryContext;
  /** The expressions by what stands for them. */
  readonly expressions = new Map<JsonValue, string>();
  /** What they use, by module; the package itself has an empty name. */
  readonly imports = new Map<string, Set<string>>();

  constructor(context: MemoryContext) {
    this.#context = context;
  }

  /** The value of a schema. */
  of(schema: Schema | undefined, value: JsonValue): JsonValue {
    if (this.#context.mappings.isEmpty || schema === undefined) return value;
    const leaf = leafOf(schema, this.#context);
    if (leaf !== undefined) {
      const target = schema.kind === "ref" ? schema.target : undefined;
      return this.#standIn(leaf, target, value) ?? value;
    }
    if (Array.isArray(value)) return this.#items(schema, value);
    return isObject(value)
      ? this.#members(schema, value)
      : this.#option(schema, value);
  }

  #items(schema: Schema, items: readonly JsonValue[]): JsonValue {
    const keyword = this.#keywords(schema).find(({ kind }) => kind === "items");
    if (keyword?.kind !== "items") return items;
    return items.map((item, index) =>
      this.of(keyword.prefix[index] ?? keyword.rest, item),
    );
  }

  #members(schema: Schema, value: JsonObject): JsonValue {
    const keywords = this.#keywords(schema);
    const members = Object.entries(value).map(([name, member]) => {
      const found = keywords.flatMap((keyword) =>
        keyword.kind === "properties"
          ? (keyword.named.find((one) => one.name === name)?.schema ??
            keyword.additional ??
            [])
          : [],
      );
      return [name, this.of(found[0], member as JsonValue)] as const;
    });
    return Object.fromEntries(members);
  }

  /** A scalar by the option of a union that it fits. */
  #option(schema: Schema, value: JsonValue): JsonValue {
    const option = this.#unions(schema).find((one) =>
      matches(one, value, this.#context.api),
    );
    return option === undefined ? value : this.of(option, value);
  }

  /** The keywords of a schema, and those of the options of its unions. */
  #keywords(schema: Schema) {
    const { api } = this.#context;
    return [schema, ...this.#unions(schema)].flatMap((one) =>
      resolvedKeywords(one, api),
    );
  }

  #unions(schema: Schema): readonly Schema[] {
    return resolvedKeywords(schema, this.#context.api).flatMap((keyword) =>
      keyword.kind === "anyOf" || keyword.kind === "oneOf"
        ? keyword.schemas
        : [],
    );
  }

  #standIn(
    leaf: Leaf,
    target: DefinitionId | undefined,
    value: JsonValue,
  ): JsonValue | undefined {
    if (typeof value !== "string" && typeof value !== "number") {
      return undefined;
    }
    const expression = this.#expression(leaf, target, value);
    if (expression === undefined) return undefined;
    const standIn: JsonValue = Object.freeze({});
    this.expressions.set(standIn, expression);
    return standIn;
  }

  #expression(
    { type, subject }: Leaf,
    target: DefinitionId | undefined,
    value: string | number,
  ): string | undefined {
    const literal = typeof value === "string" ? quoteString(value) : `${value}`;
    if (type === "bigint") {
      return /^-?\d+$/.test(String(value)) ? `${value}n` : undefined;
    }
    if (type === "Date") return `new Date(${literal})`;
    const names =
      target === undefined
        ? undefined
        : this.#context.names.schemas.get(target);
    if (names !== undefined) {
      const { mapped } = names;
      if (mapped !== undefined) {
        return `${this.#used("", mapped.parse.name)}(${literal})`;
      }
      this.#used("", `type ${names.type.name}`);
      return `${literal} as ${names.type.name}`;
    }
    if (type === "brand") {
      this.#used("runtime/branded", "type Branded");
      return `${literal} as Branded<${typeof value}, ${quoteString(subject)}>`;
    }
    if (type.parse !== undefined) {
      return `${this.#used(type.module, type.parse)}(${literal})`;
    }
    this.#used(type.module, `type ${type.type}`);
    return `${literal} as ${type.type}`;
  }

  #used(module: string, name: string): string {
    const known = this.imports.get(module) ?? new Set<string>();
    this.imports.set(module, known.add(name));
    return name;
  }
}
