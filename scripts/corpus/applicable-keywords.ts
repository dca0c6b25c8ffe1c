import type { Api } from "../../generator/model/api.js";
import type { JsonValue } from "../../generator/model/json.js";
import type {
  DefinitionId,
  Keyword,
  KeywordByKind,
  Schema,
  TagValue,
} from "../../generator/model/schema.js";
import type { Choices } from "../../test/validators/choices.js";
import { appliedKeywords } from "./applied-keywords.js";
import type { LeastDepths } from "./least-depth.js";
import { declaredTypes, isOf } from "./sample-scalars.js";

const greatestNesting = 30;

/** What has to hold for one value, after a branch of each union was chosen. */
export interface ApplicableKeywords {
  readonly keywords: readonly Keyword[];
  /** By discriminating member: the values that pick the branches that were chosen. */
  readonly tags: ReadonlyMap<string, readonly TagValue[]>;
  /** Members that must not be there. */
  readonly absent: ReadonlySet<string>;
  /** Members that keep the value from being valid under other branches of `oneOf`. */
  readonly spoilers: ReadonlyMap<string, JsonValue>;
  /** Values that the description gives. */
  readonly examples: readonly JsonValue[];
}

/** Finds the keywords of schemas that all apply to one value. */
export class KeywordFinder {
  readonly #definitions: Api["definitions"];
  readonly #choices: Choices;
  readonly #depths: LeastDepths;

  constructor(
    definitions: Api["definitions"],
    choices: Choices,
    depths: LeastDepths,
  ) {
    this.#definitions = definitions;
    this.#choices = choices;
    this.#depths = depths;
  }

  /**
   * @param isPlain whether unions are to be left by the branch whose values end soonest
   * @returns undefined where nothing fits
   */
  find(
    schemas: readonly Schema[],
    isPlain: boolean,
  ): ApplicableKeywords | undefined {
    const collector = new Collector(
      this.#definitions,
      this.#choices,
      this.#depths,
      isPlain,
    );
    return schemas.every((schema) => collector.add(schema, 0))
      ? collector
      : undefined;
  }
}

class Collector implements ApplicableKeywords {
  readonly keywords: Keyword[] = [];
  readonly tags = new Map<string, readonly TagValue[]>();
  readonly absent = new Set<string>();
  readonly spoilers = new Map<string, JsonValue>();
  readonly examples: JsonValue[] = [];

  readonly #definitions: Api["definitions"];
  readonly #choices: Choices;
  readonly #depths: LeastDepths;
  readonly #isPlain: boolean;

  constructor(
    definitions: Api["definitions"],
    choices: Choices,
    depths: LeastDepths,
    isPlain: boolean,
  ) {
    this.#definitions = definitions;
    this.#choices = choices;
    this.#depths = depths;
    this.#isPlain = isPlain;
  }

  add(schema: Schema, nesting: number): boolean {
    if (nesting > greatestNesting || schema.kind === "never") return false;
    this.examples.push(...(schema.annotations.examples ?? []));
    if (schema.kind === "any") return true;
    if (schema.kind === "ref") return this.#addTarget(schema.target, nesting);
    return schema.keywords.every((keyword) => {
      this.keywords.push(keyword);
      if (keyword.kind === "anyOf" || keyword.kind === "oneOf") {
        return this.#addBranch(keyword, nesting);
      }
      if (keyword.kind === "reference") {
        return this.#addTarget(keyword.target, nesting);
      }
      return this.#appliedBy(keyword).every((each) =>
        this.add(each, nesting + 1),
      );
    });
  }

  #addTarget(target: DefinitionId, nesting: number): boolean {
    const schema = this.#definitions[target]?.schema;
    return schema !== undefined && this.add(schema, nesting + 1);
  }

  #addTag(property: string, values: readonly TagValue[]): void {
    if (values.length === 0) return;
    const known = this.tags.get(property) ?? values;
    const both = values.filter((value) => known.includes(value));
    this.tags.set(property, both.length > 0 ? both : values);
  }

  #addBranch(
    keyword: KeywordByKind["anyOf"] | KeywordByKind["oneOf"],
    nesting: number,
  ): boolean {
    const { schemas, discriminator } = keyword;
    const branch = this.#isPlain
      ? [...schemas].sort((a, b) => this.#depths.of(a) - this.#depths.of(b))[0]
      : this.#choices.pick(schemas);
    if (branch === undefined) return false;
    if (discriminator !== undefined) {
      const { property, branches } = discriminator;
      this.#addTag(property, branches[schemas.indexOf(branch)]?.tags ?? []);
    }
    if (keyword.kind === "oneOf") this.#refuseOthers(branch, schemas);
    return this.add(branch, nesting + 1);
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

  #appliedBy(keyword: Keyword): readonly Schema[] {
    if (keyword.kind === "allOf") return keyword.schemas;
    if (keyword.kind === "not") {
      for (const name of refusedNames(keyword.schema)) this.absent.add(name);
    }
    if (keyword.kind === "conditional") {
      if (this.#choices.chance(0.5)) {
        return keyword.then === undefined
          ? [keyword.if]
          : [keyword.if, keyword.then];
      }
      for (const name of refusedNames(keyword.if)) this.absent.add(name);
      return keyword.else === undefined ? [] : [keyword.else];
    }
    if (keyword.kind !== "dependentSchemas") return [];
    return keyword.entries.flatMap(({ name, schema }) => {
      if (this.#choices.chance(0.5)) {
        this.keywords.push({ kind: "required", names: [name] });
        return [schema];
      }
      this.absent.add(name);
      return [];
    });
  }

  #membersOf(
    schema: Schema,
  ): readonly KeywordByKind["properties"]["named"][0][] {
    return appliedKeywords(schema, this.#definitions).flatMap((keyword) =>
      keyword.kind === "properties" ? keyword.named : [],
    );
  }

  #namesOf(schema: Schema): readonly string[] {
    const required = appliedKeywords(schema, this.#definitions).flatMap(
      (keyword) => (keyword.kind === "required" ? keyword.names : []),
    );
    return [...required, ...this.#membersOf(schema).map(({ name }) => name)];
  }

  /** A value of a type that a schema does not take. */
  #otherThan(schema: Schema): JsonValue | undefined {
    const keywords = appliedKeywords(schema, this.#definitions);
    const types = declaredTypes(keywords);
    return types === undefined
      ? undefined
      : strangers.find((value) => !types.some((type) => isOf(value, type)));
  }
}

const strangers: readonly JsonValue[] = [true, "\u0001", [], {}, null];

/** The names that a schema asks for, where it says nothing else. */
function requiredAlone(schema: Schema): readonly string[] | undefined {
  if (schema.kind !== "keywords") return undefined;
  const says = schema.keywords.filter(({ kind }) => kind !== "type");
  const [keyword] = says;
  return says.length === 1 && keyword?.kind === "required"
    ? keyword.names
    : undefined;
}

/** The names whose absence keeps a schema from holding, where it asks for one of them and nothing else. */
function refusedNames(schema: Schema): readonly string[] {
  if (schema.kind !== "keywords") return [];
  const [keyword] = schema.keywords;
  if (schema.keywords.length === 1 && keyword?.kind === "anyOf") {
    return keyword.schemas.flatMap(refusedNames);
  }
  return requiredAlone(schema)?.slice(0, 1) ?? [];
}
