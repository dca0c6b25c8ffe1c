import { textMatching } from "../../generator/patterns/text-matching.js";
import type { Api } from "../../generator/model/api.js";
import type { JsonValue } from "../../generator/model/json.js";
import type {
  DefinitionId,
  JsonType,
  Keyword,
  KeywordByKind,
  Schema,
  TagValue,
} from "../../generator/model/schema.js";
import type { Choices } from "../../test/validators/choices.js";
import { memberSchemas } from "./applied-keywords.js";
import {
  KeywordFinder,
  type ApplicableKeywords,
} from "./applicable-keywords.js";
import { LeastDepths } from "./least-depth.js";
import { least, most } from "./keyword-bounds.js";
import {
  declaredTypes,
  isOf,
  sampleConstant,
  sampleNumber,
  typesOf,
} from "./sample-scalars.js";
import { sampleText } from "./sample-texts.js";

/** Members and items that need not be there are left out below this depth, and in values with more parts. */
const freeDepth = 5;
const freeParts = 80;
const greatestDepth = 30;

type Members = { [name: string]: JsonValue };

/** How many of the members that need not be there: each by chance, all, or none. */
export type Fullness = "any" | "all" | "none";

/**
 * Makes values that are meant to be valid under schemas, different ones each time: branches of unions, optional
 * members, lengths and numbers are drawn. Objects have the tags that discriminators give them. What no single
 * pass can know (branches that overlap, `not` of more than names) is left to chance, so some values are not valid.
 * The same seed gives the same values.
 */
export class ValueSampler {
  readonly #depths: LeastDepths;
  readonly #keywords: KeywordFinder;
  readonly #choices: Choices;
  readonly #isLeftOut: (schema: Schema) => boolean;
  #fullness: Fullness = "any";
  #parts = 0;

  /** @param isLeftOut whether a member of a schema is never there */
  constructor(
    definitions: Api["definitions"],
    choices: Choices,
    isLeftOut: (schema: Schema) => boolean,
  ) {
    this.#depths = new LeastDepths(definitions);
    this.#keywords = new KeywordFinder(definitions, choices, this.#depths);
    this.#choices = choices;
    this.#isLeftOut = isLeftOut;
  }

  /** A value of a definition; undefined where none was found. */
  sample(target: DefinitionId, fullness: Fullness): JsonValue | undefined {
    this.#parts = 0;
    this.#fullness = fullness;
    const schema = {
      kind: "ref",
      target,
      pointer: "",
      annotations: {},
    } as const;
    return this.#make([schema], 0);
  }

  /** @param tags values to be preferred to others, where the schemas take them */
  #make(
    schemas: readonly Schema[],
    depth: number,
    tags: readonly TagValue[] = [],
  ): JsonValue | undefined {
    this.#parts += 1;
    if (depth > greatestDepth) return undefined;
    const applicable = this.#keywords.find(schemas, this.#isFull(depth));
    if (applicable === undefined) return undefined;
    const { keywords } = applicable;
    const constant = sampleConstant(keywords, tags, this.#choices);
    if (constant !== undefined) return constant.value;
    if (keywords.some(({ kind }) => kind === "enum")) return undefined;
    const types =
      applicable.tags.size > 0 && declaredTypes(keywords) === undefined
        ? (["object"] as const)
        : typesOf(keywords);
    const fitting = tags.filter((tag) => types.some((type) => isOf(tag, type)));
    if (fitting.length > 0) return this.#choices.pick(fitting);
    const type = this.#typeOf(types, depth);
    return type === undefined
      ? undefined
      : this.#valueOf(type, applicable, depth);
  }

  #typeOf(types: readonly JsonType[], depth: number): JsonType | undefined {
    if (types.length === 0) return undefined;
    const simple = types.filter(
      (type) => type !== "object" && type !== "array",
    );
    return this.#isFull(depth) && simple.length > 0
      ? this.#choices.pick(simple)
      : this.#choices.pick(types);
  }

  #isFull(depth: number): boolean {
    return depth > freeDepth || this.#parts > freeParts;
  }

  #valueOf(
    type: JsonType,
    applicable: ApplicableKeywords,
    depth: number,
  ): JsonValue | undefined {
    const { keywords, examples } = applicable;
    if (type === "null") return null;
    if (type === "boolean") return this.#choices.chance(0.5);
    if (type === "integer" || type === "number") {
      return sampleNumber(keywords, type === "integer", this.#choices);
    }
    if (type === "string") return sampleText(keywords, examples, this.#choices);
    return type === "array"
      ? this.#list(keywords, depth)
      : this.#object(applicable, depth);
  }

  #list(keywords: readonly Keyword[], depth: number): JsonValue[] | undefined {
    const min = most(keywords, "minItems", 0);
    const max = least(keywords, "maxItems", Infinity);
    const wanted = this.#isFull(depth) ? min : min + this.#choices.below(3);
    const lists = keywords.filter((keyword) => keyword.kind === "items");
    const contained = keywords.filter((keyword) => keyword.kind === "contains");
    const isUnique = keywords.some((keyword) => keyword.kind === "uniqueItems");
    const prefix = Math.max(
      0,
      ...lists.map((keyword) => keyword.prefix.length),
    );
    const containing = Math.max(0, ...contained.map((keyword) => keyword.min));
    const length = Math.min(
      max,
      Math.max(wanted, containing, min > 0 ? prefix : wanted),
    );
    const items: JsonValue[] = [];
    for (let index = 0; index < length; index++) {
      const schemas = lists.flatMap((keyword) =>
        index < keyword.prefix.length
          ? [keyword.prefix[index] as Schema]
          : keyword.rest === undefined
            ? []
            : [keyword.rest],
      );
      const wantedHere = contained.flatMap(({ schema, min: least }) =>
        index < least ? [schema] : [],
      );
      let item = this.#make([...schemas, ...wantedHere], depth + 1);
      for (let turn = 0; isUnique && turn < 5; turn++) {
        const text = JSON.stringify(item);
        if (!items.some((other) => JSON.stringify(other) === text)) break;
        item = this.#make(schemas, depth + 1);
      }
      if (item === undefined) return index >= min ? items : undefined;
      items.push(item);
    }
    return items;
  }

  #object(applicable: ApplicableKeywords, depth: number): Members | undefined {
    const { keywords, tags, absent, spoilers } = applicable;
    const required = new Set(
      keywords.flatMap((keyword) =>
        keyword.kind === "required" ? keyword.names : [],
      ),
    );
    const maps = keywords.filter((keyword) => keyword.kind === "properties");
    const wanted = this.#wantedNames(keywords, required, maps, depth);
    for (const name of tags.keys()) wanted.add(name);
    for (const name of spoilers.keys()) wanted.add(name);
    this.#addDependents(keywords, wanted);
    const members: Members = {};
    const add = (name: string): boolean => {
      const schemas = memberSchemas(name, maps);
      if (schemas.some(this.#isLeftOut)) return true;
      const spoiler = required.has(name) ? undefined : spoilers.get(name);
      const member = spoiler ?? this.#member(schemas, tags.get(name), depth);
      if (member !== undefined) set(members, name, member);
      return member !== undefined;
    };
    for (const name of wanted) {
      if (absent.has(name)) {
        if (required.has(name)) return undefined;
      } else if (!add(name) && required.has(name)) {
        return undefined;
      }
    }
    const isTagged = [...tags.keys()].every(
      (name) =>
        Object.hasOwn(members, name) ||
        memberSchemas(name, maps).some(this.#isLeftOut),
    );
    return isTagged ? members : undefined;
  }

  /** A value of a member; one of the values of a tag where its schemas take one, else a text if they take any. */
  #member(
    schemas: readonly Schema[],
    tags: readonly TagValue[] | undefined,
    depth: number,
  ): JsonValue | undefined {
    let best = this.#make(schemas, depth + 1, tags);
    for (let turn = 0; tags !== undefined && turn < 10; turn++) {
      if (isAmong(best, tags)) break;
      const other = this.#make(schemas, depth + 1, tags);
      if (typeof other === "string" || isAmong(other, tags)) best = other;
    }
    return best;
  }

  #wantedNames(
    keywords: readonly Keyword[],
    required: ReadonlySet<string>,
    maps: readonly KeywordByKind["properties"][],
    depth: number,
  ): Set<string> {
    const names = new Set(
      maps.flatMap(({ named }) => named.map(({ name }) => name)),
    );
    const probability = this.#isFull(depth) ? 0 : this.#probability();
    const wanted = new Set(
      [...names].filter(
        (name) => required.has(name) || this.#choices.chance(probability),
      ),
    );
    for (const name of required) wanted.add(name);
    const min = most(keywords, "minProperties", 0);
    for (const name of this.#isFull(depth)
      ? this.#plainestOf(names, maps)
      : names) {
      if (wanted.size < min) wanted.add(name);
    }
    const open = maps.some(
      ({ additional, patterns }) =>
        additional !== undefined || patterns.length > 0,
    );
    if (open && !this.#isFull(depth) && this.#fullness !== "none") {
      for (const name of this.#extraNames(maps)) wanted.add(name);
    }
    for (let extra = 1; open && wanted.size < min; extra++) {
      wanted.add(`member${extra}`);
    }
    return wanted;
  }

  /** Names of members, those first whose values end soonest. */
  #plainestOf(
    names: ReadonlySet<string>,
    maps: readonly KeywordByKind["properties"][],
  ): readonly string[] {
    const depthOf = (name: string): number =>
      this.#depths.ofAll(memberSchemas(name, maps));
    return [...names].sort((a, b) => depthOf(a) - depthOf(b));
  }

  #probability(): number {
    if (this.#fullness === "any") return this.#choices.fraction();
    return this.#fullness === "all" ? 1 : 0;
  }

  #extraNames(maps: readonly KeywordByKind["properties"][]): string[] {
    const found: string[] = [];
    for (const { patterns, additional } of maps) {
      for (const { pattern } of patterns) {
        const name = textMatching(pattern, 1, 30);
        if (name !== undefined && this.#choices.chance(0.5)) found.push(name);
      }
      if (additional !== undefined && additional.kind !== "never") {
        if (this.#choices.chance(0.6)) found.push("extra");
        if (this.#choices.chance(0.3)) found.push("x-1");
      }
    }
    return found;
  }

  #addDependents(keywords: readonly Keyword[], wanted: Set<string>): void {
    for (const keyword of keywords) {
      if (keyword.kind !== "dependentRequired") continue;
      for (const { name, required } of keyword.entries) {
        if (!wanted.has(name)) continue;
        for (const other of required) wanted.add(other);
      }
    }
  }
}

function isAmong(
  value: JsonValue | undefined,
  tags: readonly TagValue[],
): boolean {
  return tags.some((tag) => tag === value);
}

/** An own member, whatever its name. */
function set(members: Members, name: string, value: JsonValue): void {
  Object.defineProperty(members, name, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}
