import type { Api } from "../../generator/model/api.js";
import type { JsonValue } from "../../generator/model/json.js";
import type {
  DefinitionId,
  Discriminator,
  Rule,
  RuleByKind,
  Schema,
} from "../../generator/model/schema.js";
import type { Choices } from "../../test/validators/choices.js";
import { declaredTypes, isOf } from "./sample-scalars.js";

const greatestNesting = 30;

/** What has to hold for one value, after a branch of each union was chosen. */
export interface Holding {
  readonly rules: readonly Rule[];
  /** By discriminating member: the values that pick the branches that were chosen. */
  readonly tags: ReadonlyMap<string, readonly string[]>;
  /** Members that must not be there. */
  readonly absent: ReadonlySet<string>;
  /** Members that keep the value from being valid under other branches of `oneOf`. */
  readonly spoilers: ReadonlyMap<string, JsonValue>;
  /** Values that the description gives. */
  readonly examples: readonly JsonValue[];
}

/** Which definition a value is an instance of, and whether it is nothing else: no schema that takes it over. */
interface Identity {
  readonly self: DefinitionId | undefined;
  readonly isAlias: boolean;
}

const anonymous: Identity = { self: undefined, isAlias: true };

/** Finds the rules of schemas that all apply to one value. */
export class RuleFinder {
  readonly #definitions: Api["definitions"];
  readonly #extensions: ReadonlySet<DefinitionId>;
  readonly #choices: Choices;

  constructor(definitions: Api["definitions"], choices: Choices) {
    this.#definitions = definitions;
    this.#extensions = extensionsAmong(definitions);
    this.#choices = choices;
  }

  /**
   * @param isPlain whether unions are to be left by the branch that asks for least
   * @returns undefined where nothing fits
   */
  find(schemas: readonly Schema[], isPlain: boolean): Holding | undefined {
    const collector = new Collector(
      this.#definitions,
      this.#extensions,
      this.#choices,
      isPlain,
    );
    return schemas.every((schema) => collector.add(schema, anonymous, 0))
      ? collector
      : undefined;
  }
}

/** The definitions that extend a base with a discriminator. */
function extensionsAmong(
  definitions: Api["definitions"],
): ReadonlySet<DefinitionId> {
  const found = new Set<DefinitionId>();
  for (const [base, { schema }] of Object.entries(definitions)) {
    if (schema.kind !== "rules") continue;
    for (const rule of schema.rules) {
      if (rule.kind !== "discriminator") continue;
      for (const { target } of rule.discriminator.cases) {
        if (target !== base) found.add(target);
      }
    }
  }
  return found;
}

class Collector implements Holding {
  readonly rules: Rule[] = [];
  readonly tags = new Map<string, readonly string[]>();
  readonly absent = new Set<string>();
  readonly spoilers = new Map<string, JsonValue>();
  readonly examples: JsonValue[] = [];

  readonly #definitions: Api["definitions"];
  readonly #extensions: ReadonlySet<DefinitionId>;
  readonly #choices: Choices;
  readonly #isPlain: boolean;

  constructor(
    definitions: Api["definitions"],
    extensions: ReadonlySet<DefinitionId>,
    choices: Choices,
    isPlain: boolean,
  ) {
    this.#definitions = definitions;
    this.#extensions = extensions;
    this.#choices = choices;
    this.#isPlain = isPlain;
  }

  /** @param owner the definition whose own schema it is */
  add(
    schema: Schema,
    identity: Identity,
    nesting: number,
    owner?: DefinitionId,
  ): boolean {
    if (nesting > greatestNesting || schema.kind === "never") return false;
    this.examples.push(...(schema.annotations.examples ?? []));
    if (schema.kind === "any") return true;
    if (schema.kind === "ref") {
      return this.#addTarget(schema.target, identity, nesting);
    }
    const inner = {
      ...identity,
      isAlias: identity.isAlias && appliesOnlyOne(schema.rules),
    };
    return schema.rules.every((rule) => {
      this.rules.push(rule);
      if (rule.kind === "discriminator") {
        return this.#addExtension(
          rule.discriminator,
          identity.self,
          owner,
          nesting,
        );
      }
      if (rule.kind === "anyOf" || rule.kind === "oneOf") {
        return this.#addBranch(rule, nesting);
      }
      if (rule.kind === "reference") {
        return this.#addTarget(rule.target, inner, nesting);
      }
      return this.#appliedBy(rule).every((each) =>
        this.add(each, inner, nesting + 1),
      );
    });
  }

  /** What extends a base is no instance of the base alone: it has a tag of its own. */
  #addTarget(
    target: DefinitionId,
    { self, isAlias }: Identity,
    nesting: number,
  ): boolean {
    const schema = this.#definitions[target]?.schema;
    if (schema === undefined) return false;
    const isNamed =
      isAlias && (self === undefined || !this.#extensions.has(self));
    return this.add(
      schema,
      isNamed ? { self: target, isAlias: true } : { self, isAlias: false },
      nesting + 1,
      target,
    );
  }

  /** An instance of a base is one of its extensions; the tag tells which. */
  #addExtension(
    discriminator: Discriminator,
    self: DefinitionId | undefined,
    owner: DefinitionId | undefined,
    nesting: number,
  ): boolean {
    const { cases } = discriminator;
    if (cases.length === 0) return true;
    if (self !== owner) {
      this.#addTag(discriminator, self);
      return true;
    }
    const { target } = this.#choices.pick(cases);
    this.#addTag(discriminator, target);
    const schema = this.#definitions[target]?.schema;
    if (target === owner || schema === undefined) return true;
    return this.add(
      schema,
      { self: target, isAlias: false },
      nesting + 1,
      target,
    );
  }

  #addTag(
    { property, cases }: Discriminator,
    target: DefinitionId | undefined,
  ): void {
    const values = cases
      .filter((each) => each.target === target)
      .map(({ value }) => value);
    if (values.length === 0) return;
    const known = this.tags.get(property) ?? values;
    const both = values.filter((value) => known.includes(value));
    this.tags.set(property, both.length > 0 ? both : values);
  }

  #addBranch(
    rule: RuleByKind["anyOf"] | RuleByKind["oneOf"],
    nesting: number,
  ): boolean {
    const { schemas, discriminator } = rule;
    const branch = this.#isPlain
      ? [...schemas].sort((a, b) => weightOf(a) - weightOf(b))[0]
      : this.#choices.pick(schemas);
    if (branch === undefined) return false;
    if (discriminator !== undefined && branch.kind === "ref") {
      this.#addTag(discriminator, branch.target);
    }
    if (rule.kind === "oneOf") this.#refuseOthers(branch, schemas);
    return this.add(branch, anonymous, nesting + 1);
  }

  /** Keeps the value from being valid under the other branches, where that is easily had. */
  #refuseOthers(branch: Schema, all: readonly Schema[]): void {
    const own = new Set(this.#namesOf(branch));
    const spoils = this.#choices.chance(0.25);
    for (const other of all) {
      if (other === branch) continue;
      for (const name of requiredAlone(other) ?? []) {
        if (!own.has(name)) this.absent.add(name);
      }
      if (!spoils) continue;
      for (const { name, schema } of this.#membersOf(other)) {
        if (own.has(name)) continue;
        const value = this.#otherThan(schema);
        if (value !== undefined) this.spoilers.set(name, value);
        break;
      }
    }
  }

  #appliedBy(rule: Rule): readonly Schema[] {
    if (rule.kind === "allOf") return rule.schemas;
    if (rule.kind === "not") {
      for (const name of refusedNames(rule.schema)) this.absent.add(name);
    }
    if (rule.kind === "conditional") {
      if (this.#choices.chance(0.5)) {
        return rule.then === undefined ? [rule.if] : [rule.if, rule.then];
      }
      for (const name of refusedNames(rule.if)) this.absent.add(name);
      return rule.else === undefined ? [] : [rule.else];
    }
    if (rule.kind !== "dependentSchemas") return [];
    return rule.entries.flatMap(({ name, schema }) => {
      if (this.#choices.chance(0.5)) {
        this.rules.push({ kind: "required", names: [name] });
        return [schema];
      }
      this.absent.add(name);
      return [];
    });
  }

  #membersOf(schema: Schema): readonly RuleByKind["properties"]["named"][0][] {
    return this.#rulesOf(schema).flatMap((rule) =>
      rule.kind === "properties" ? rule.named : [],
    );
  }

  #namesOf(schema: Schema): readonly string[] {
    const required = this.#rulesOf(schema).flatMap((rule) =>
      rule.kind === "required" ? rule.names : [],
    );
    return [...required, ...this.#membersOf(schema).map(({ name }) => name)];
  }

  /** What holds for every value under a schema: its own rules, those of what it refers to and of `allOf`. */
  #rulesOf(schema: Schema): readonly Rule[] {
    const found: Rule[] = [];
    const seen = new Set<Schema>();
    const addTarget = (target: DefinitionId): void => {
      const definition = this.#definitions[target];
      if (definition !== undefined) add(definition.schema);
    };
    const add = (each: Schema): void => {
      if (seen.has(each)) return;
      seen.add(each);
      if (each.kind === "ref") addTarget(each.target);
      if (each.kind !== "rules") return;
      for (const rule of each.rules) {
        found.push(rule);
        if (rule.kind === "allOf") rule.schemas.forEach(add);
        if (rule.kind === "reference") addTarget(rule.target);
      }
    };
    add(schema);
    return found;
  }

  /** A value of a type that a schema does not take. */
  #otherThan(schema: Schema): JsonValue | undefined {
    const rules = this.#rulesOf(schema);
    const types = declaredTypes(rules);
    return types === undefined
      ? undefined
      : strangers.find((value) => !types.some((type) => isOf(value, type)));
  }
}

const strangers: readonly JsonValue[] = [true, "\u0001", [], {}, null];

/** Whether a schema is another one by another name: it applies one, and says nothing of its own. */
function appliesOnlyOne(rules: readonly Rule[]): boolean {
  const counts = rules.map((rule): number => {
    if (rule.kind === "allOf") return rule.schemas.length;
    return rule.kind === "reference" ? 1 : 0;
  });
  return (
    counts.reduce((sum, count) => sum + count, 0) === 1 &&
    rules.every(({ kind }) => /^(?:allOf|reference|type)$/.test(kind))
  );
}

/** The names that a schema asks for, where it says nothing else. */
function requiredAlone(schema: Schema): readonly string[] | undefined {
  if (schema.kind !== "rules") return undefined;
  const says = schema.rules.filter(({ kind }) => kind !== "type");
  const [rule] = says;
  return says.length === 1 && rule?.kind === "required"
    ? rule.names
    : undefined;
}

/** The names whose absence keeps a schema from holding, where it asks for one of them and nothing else. */
function refusedNames(schema: Schema): readonly string[] {
  if (schema.kind !== "rules") return [];
  const [rule] = schema.rules;
  if (schema.rules.length === 1 && rule?.kind === "anyOf") {
    return rule.schemas.flatMap(refusedNames);
  }
  return requiredAlone(schema)?.slice(0, 1) ?? [];
}

/** How much a branch may ask for: plain values first, so that recursion ends. */
function weightOf(schema: Schema): number {
  if (schema.kind === "never") return 9;
  if (schema.kind === "ref") return 3;
  if (schema.kind === "any") return 0;
  const isDeep = schema.rules.some(({ kind }) =>
    /propert|items|required|Of$|reference/i.test(kind),
  );
  return isDeep ? 2 : 1;
}
