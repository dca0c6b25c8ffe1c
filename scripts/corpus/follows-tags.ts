import type { Api } from "../../generator/model/api.js";
import { isJsonObject, type JsonValue } from "../../generator/model/json.js";
import type {
  DefinitionId,
  Discriminator,
  Rule,
  Schema,
} from "../../generator/model/schema.js";

const greatestDepth = 40;

/**
 * Whether every object in a value has the tag that the discriminators of its schemas give it. Validators do not ask
 * for it, because a discriminator changes nothing of what is valid; types do, so that they narrow.
 */
export function followsTags(
  value: JsonValue,
  schema: Schema,
  api: Api,
): boolean {
  return new TagCheck(api).check(value, schema, undefined, 0);
}

class TagCheck {
  readonly #definitions: Api["definitions"];

  constructor({ definitions }: Api) {
    this.#definitions = definitions;
  }

  /** @param self the definition that the value is an instance of */
  check(
    value: JsonValue,
    schema: Schema,
    self: DefinitionId | undefined,
    depth: number,
  ): boolean {
    if (typeof value !== "object" || value === null) return true;
    if (depth > greatestDepth) return true;
    if (schema.kind === "ref") {
      return this.#target(value, schema.target, self, depth);
    }
    return (
      schema.kind !== "rules" ||
      schema.rules.every((rule) => this.#rule(value, rule, self, depth))
    );
  }

  #target(
    value: JsonValue,
    target: DefinitionId,
    self: DefinitionId | undefined,
    depth: number,
  ): boolean {
    const schema = this.#definitions[target]?.schema;
    return (
      schema === undefined ||
      this.check(value, schema, self ?? target, depth + 1)
    );
  }

  #rule(
    value: JsonValue,
    rule: Rule,
    self: DefinitionId | undefined,
    depth: number,
  ): boolean {
    if (rule.kind === "discriminator") {
      return this.#hasTag(value, rule.discriminator, self);
    }
    if (rule.kind === "reference") {
      return this.#target(value, rule.target, self, depth);
    }
    if (rule.kind === "allOf") {
      return rule.schemas.every((each) =>
        this.check(value, each, self, depth + 1),
      );
    }
    if (rule.kind === "anyOf" || rule.kind === "oneOf") {
      const { discriminator, schemas } = rule;
      return discriminator === undefined
        ? schemas.every((each) => this.check(value, each, undefined, depth + 1))
        : this.#followsBranch(value, discriminator, depth);
    }
    if (rule.kind === "items" && Array.isArray(value)) {
      return (value as readonly JsonValue[]).every((item, index) => {
        const schema = rule.prefix[index] ?? rule.rest;
        return (
          schema === undefined || this.check(item, schema, undefined, depth + 1)
        );
      });
    }
    if (rule.kind !== "properties" || !isJsonObject(value)) return true;
    return Object.entries(value).every(([name, member]) => {
      const own = rule.named.find((entry) => entry.name === name)?.schema;
      const schema = own ?? rule.additional;
      return (
        schema === undefined || this.check(member, schema, undefined, depth + 1)
      );
    });
  }

  /** The tag of a union names the branch that the value belongs to. */
  #followsBranch(
    value: JsonValue,
    { property, cases }: Discriminator,
    depth: number,
  ): boolean {
    if (!isJsonObject(value)) return true;
    const named = cases.filter((each) => each.value === value[property]);
    return (
      named.length > 0 &&
      named.every(({ target }) =>
        this.#target(value, target, undefined, depth + 1),
      )
    );
  }

  #hasTag(
    value: JsonValue,
    { property, cases }: Discriminator,
    self: DefinitionId | undefined,
  ): boolean {
    if (!isJsonObject(value)) return true;
    const named = cases.filter((each) => each.value === value[property]);
    const isLeaf = cases.some(({ target }) => target === self);
    return isLeaf
      ? named.some(({ target }) => target === self)
      : named.length > 0;
  }
}
