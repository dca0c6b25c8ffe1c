import { isReadOnlyMember, isWriteOnlyMember } from "../../member-access.js";
import type { JsonObject, JsonValue } from "../../../model/json.js";
import type { DefinitionId, Schema } from "../../../model/schema.js";
import { keywordSet, type KeywordSet } from "../describe/keywords-by-kind.js";
import {
  definitionExamples,
  endOfChain,
  fullDepth,
  maximumDepth,
  maximumMembers,
  maximumSteps,
  schemasPerStep,
  type DefinitionExample,
  type ExampleSettings,
  type Trail,
} from "./definition-examples.js";
import { isObject, matches } from "../../../model/matches.js";
import type { Waiver } from "../../../model/waivers.js";
import {
  agreed,
  askedNames,
  joined,
  listedValues,
  merged,
  withTag,
} from "./example-objects.js";
import { namedExample } from "./named-example.js";
import {
  likelyTypes,
  numberExamples,
  stringExample,
} from "./scalar-examples.js";
import { waiverOf } from "./waiver.js";

/** A value that is valid under the schema, always the same; undefined where none is found. */
export function exampleOf(
  schema: Schema,
  settings: ExampleSettings,
): JsonValue | undefined {
  return new ExampleMaker(settings).make(schema, 0);
}

class ExampleMaker {
  readonly #settings: ExampleSettings;
  readonly #open = new Set<DefinitionId>();
  #steps = 0;
  /** The name of what the value belongs to. */
  #name: string;
  /** How often a cycle or the bound on the work has cut something short. */
  #cuts = 0;
  #trail: Trail = { deepest: 0, followed: new Set(), isSided: false };
  /** What is valid as it was made: it need not be looked through again as a part of something. */
  #valid = new Map<object, Set<Schema>>();
  readonly #waives: Waiver;

  constructor(settings: ExampleSettings) {
    this.#settings = settings;
    this.#waives = waiverOf(settings, () => {
      this.#trail.isSided = true;
    });
    this.#name = settings.name ?? "";
  }

  make(schema: Schema, depth: number): JsonValue | undefined {
    if (schema.kind === "never") return undefined;
    this.#trail.deepest = Math.max(this.#trail.deepest, depth);
    if (++this.#steps > maximumSteps) {
      this.#cuts++;
      return undefined;
    }
    const given = this.#given(schema);
    if (given !== undefined) return given;
    if (schema.kind === "any")
      return depth === 0 ? {} : namedExample(this.#name);
    if (schema.kind === "ref")
      return this.#noteValid(schema, this.#follow(schema.target, depth));
    if (depth > maximumDepth) {
      this.#cuts++;
      return undefined;
    }
    for (const candidate of this.#candidates(keywordSet(schema), depth)) {
      if (candidate === undefined) continue;
      if (this.#matches(schema, candidate))
        return this.#noteValid(schema, candidate);
    }
    return undefined;
  }

  #noteValid<T extends JsonValue | undefined>(schema: Schema, value: T): T {
    if (typeof value === "object" && value !== null) {
      const schemas = this.#valid.get(value) ?? new Set();
      this.#valid.set(value, schemas.add(schema));
    }
    return value;
  }

  /** What the schema itself gives as an example. */
  #given(schema: Schema): JsonValue | undefined {
    if (this.#settings.ignoresExamples === true) return undefined;
    const { examples = [], default: value } = schema.annotations;
    const candidates =
      value === undefined || value === null ? examples : [...examples, value];
    return candidates.find((candidate) => this.#matches(schema, candidate));
  }

  #matches(schema: Schema, value: JsonValue): boolean {
    const work = { schemas: 0 };
    const { api } = this.#settings;
    const waives = this.#waives;
    const isValid = matches(schema, value, api, this.#valid, work, waives);
    this.#steps += Math.floor(work.schemas / schemasPerStep);
    return isValid;
  }

  #follow(start: DefinitionId, depth: number): JsonValue | undefined {
    const { api, isFull, view, ignoresExamples = false } = this.#settings;
    const target = endOfChain(start, api);
    const definition = api.definitions[target];
    if (definition === undefined) return undefined;
    if (this.#open.has(target)) {
      this.#cuts++;
      return undefined;
    }
    const part = `${isFull} ${ignoresExamples} ${Math.min(depth, fullDepth + 2)} ${target}`;
    const sidedPart = `${view} ${part}`;
    const known = definitionExamples.find(
      api.definitions,
      [part, sidedPart],
      (example) => this.#isSameHere(example, depth),
    );
    if (known !== undefined) this.#steps += known.steps;
    const example =
      known ??
      definitionExamples.make(
        api.definitions,
        () => this.#trace(target, definition.schema, depth),
        // What was cut short would depend on where it was first asked for.
        ({ isCut, isSided }) =>
          isCut ? undefined : isSided ? sidedPart : part,
      );
    const deepest = depth + example.deepest - example.depth;
    this.#join({ ...example, deepest });
    return this.#noteValid(definition.schema, example.value);
  }

  /** Makes the value of a definition, and tells what its making went through. */
  #trace(
    target: DefinitionId,
    schema: Schema,
    depth: number,
  ): DefinitionExample {
    const cuts = this.#cuts;
    const before = this.#steps;
    const outer = this.#trail;
    const trail: Trail = {
      deepest: depth,
      followed: new Set([target]),
      isSided: false,
    };
    this.#trail = trail;
    this.#open.add(target);
    // Of the parts of an example that was made before nothing is known, so nothing is to be known of one that is new.
    const outerValid = this.#valid;
    this.#valid = new Map();
    // The name of the place must not matter: the example serves all places.
    const name = this.#name;
    this.#name = target.slice(target.lastIndexOf("/") + 1);
    const value = this.make(schema, depth);
    this.#name = name;
    this.#open.delete(target);
    this.#trail = outer;
    this.#valid = outerValid;
    const steps = this.#steps - before;
    return { ...trail, value, depth, steps, isCut: cuts !== this.#cuts };
  }

  /**
   * Whether making the value here would go the same way to its end: within the bounds, and through no definition
   * that is open. So no example depends on which others were made before.
   */
  #isSameHere(known: DefinitionExample, depth: number): boolean {
    if (this.#steps + known.steps > maximumSteps) return false;
    if (depth + known.deepest - known.depth > maximumDepth) return false;
    for (const id of this.#open) if (known.followed.has(id)) return false;
    return true;
  }

  #join({ deepest, followed, isSided }: Trail): void {
    this.#trail.deepest = Math.max(this.#trail.deepest, deepest);
    for (const id of followed) this.#trail.followed.add(id);
    if (isSided) this.#trail.isSided = true;
  }

  *#candidates(
    keywords: KeywordSet,
    depth: number,
  ): Generator<JsonValue | undefined, undefined> {
    if (keywords.const !== undefined) yield keywords.const.value;
    yield* keywords.enum?.values.slice(0, 20) ?? [];
    const bases = this.#bases(keywords, depth);
    const first = bases.next().value;
    const parts = keywords.allOf?.schemas ?? [];
    const combined = this.#combine(first, parts, keywords, depth);
    const union = keywords.oneOf ?? keywords.anyOf;
    for (const [index, branch] of union?.schemas.slice(0, 12).entries() ?? []) {
      const own = this.make(branch, depth + 1);
      const value = merged(combined, own, branch, first);
      yield withTag(value, union?.discriminator, index);
    }
    if (combined !== first) yield combined;
    yield first;
    let last = first;
    for (const base of bases) yield (last = base);
    for (const other of [
      keywords.conditional?.then,
      keywords.conditional?.else,
    ]) {
      if (other !== undefined)
        yield merged(combined, this.make(other, depth + 1), other, first);
    }
    if (isObject(last)) yield* this.#withRequired(keywords, last, depth);
    if (parts.length > 1)
      yield parts.reduce<JsonObject>(
        (all, part) => {
          const value = this.make(part, depth + (part.kind === "ref" ? 0 : 1));
          if (!isObject(value)) return all;
          return agreed(all, value, (both) => this.#matches(part, both));
        },
        isObject(first) ? first : {},
      );
  }

  /** The value of the schema's own keywords and of all that must hold beside them. */
  #combine(
    base: JsonValue | undefined,
    parts: readonly Schema[],
    keywords: KeywordSet,
    depth: number,
  ): JsonValue | undefined {
    let combined = base;
    if (keywords.reference !== undefined) {
      const referred = this.#follow(keywords.reference.target, depth);
      combined =
        isObject(combined) && isObject(referred)
          ? joined([referred, combined])
          : (referred ?? combined);
    }
    let objects = isObject(combined) ? [combined] : [];
    for (const part of parts) {
      const value = this.make(part, depth + (part.kind === "ref" ? 0 : 1));
      if (value === undefined) continue;
      if (isObject(value)) objects.push(value);
      else if (value === namedExample(this.#name)) continue;
      else objects = [];
      combined = value;
    }
    return objects.length > 0 ? joined(objects) : combined;
  }

  *#bases(
    keywords: KeywordSet,
    depth: number,
  ): Generator<JsonValue | undefined, undefined> {
    for (const type of likelyTypes(keywords)) {
      if (type === "object") {
        if (this.#settings.isFull)
          yield this.#object(keywords, depth, depth < fullDepth);
        yield this.#object(keywords, depth, false);
      }
      if (type === "array") yield this.#array(keywords, depth);
      if (type === "string") yield stringExample(keywords, this.#name);
      if (type === "integer" || type === "number")
        yield* numberExamples(keywords, type);
      if (type === "boolean") yield* [true, false];
      if (type === "null") yield null;
    }
  }

  /** The value of a member; a text where nothing is known of it. */
  #makeMember(
    name: string,
    schema: Schema | undefined,
    depth: number,
  ): JsonValue | undefined {
    const outer = this.#name;
    this.#name = name;
    const value =
      schema === undefined ? namedExample(name) : this.make(schema, depth + 1);
    this.#name = outer;
    return value;
  }

  #object(
    keywords: KeywordSet,
    depth: number,
    isFull: boolean,
  ): JsonObject | undefined {
    const required = new Set(keywords.required?.names ?? []);
    const named = keywords.properties?.named ?? [];
    const members: [string, JsonValue][] = [];
    for (const { name, schema } of named) {
      if (this.#isHidden(schema)) continue;
      if (!required.has(name) && (!isFull || members.length >= maximumMembers))
        continue;
      const value = this.#makeMember(name, schema, depth);
      if (value !== undefined) members.push([name, value]);
      else if (required.has(name)) return undefined;
    }
    const known = new Set(named.map(({ name }) => name));
    const other = keywords.properties?.additional;
    for (const name of required) {
      if (known.has(name)) continue;
      const value = this.#makeMember(name, other, depth);
      if (value === undefined) return undefined;
      members.push([name, value]);
    }
    const isMap =
      known.size === 0 && other !== undefined && other.kind !== "never";
    if (
      isMap &&
      members.length === 0 &&
      (isFull || keywords.minProperties !== undefined)
    ) {
      const value = this.make(other, depth + 1);
      if (value !== undefined) members.push(["key", value]);
    }
    return Object.fromEntries(members);
  }

  /** Objects with the fields that one of the alternatives asks for. */
  *#withRequired(
    keywords: KeywordSet,
    base: JsonObject,
    depth: number,
  ): Generator<JsonValue> {
    const schemas = new Map(
      keywords.properties?.named.map(({ name, schema }) => [name, schema]),
    );
    const wanted = [...askedNames(keywords)];
    if (keywords.minProperties !== undefined)
      wanted.push([...schemas.keys()].slice(0, keywords.minProperties.value));
    for (const names of wanted) {
      const object: { [name: string]: JsonValue } = { ...base };
      for (const name of names) {
        const schema = schemas.get(name);
        const value = this.#makeMember(name, schema, depth);
        if (value !== undefined) object[name] = value;
      }
      yield object;
    }
  }

  #isHidden(schema: Schema): boolean {
    const { api, view } = this.#settings;
    if (schema.kind === "never") return true;
    const isReadOnly = isReadOnlyMember(schema, api);
    const isWriteOnly = isWriteOnlyMember(schema, api);
    if (isReadOnly || isWriteOnly) this.#trail.isSided = true;
    if (view === "request") return isReadOnly;
    return view === "response" && isWriteOnly;
  }

  #array(keywords: KeywordSet, depth: number): JsonValue | undefined {
    const least = Math.max(
      keywords.minItems?.value ?? 0,
      keywords.contains?.min ?? 0,
    );
    const prefix = keywords.items?.prefix ?? [];
    const isShown = this.#settings.isFull && depth < fullDepth + 2;
    const wanted = Math.max(least, isShown ? 1 : 0);
    if (wanted > 20) return undefined;
    const items: JsonValue[] = [];
    const rest = keywords.items?.rest ?? keywords.contains?.schema;
    for (
      let index = 0;
      index < Math.max(wanted, isShown ? prefix.length : 0);
      index++
    ) {
      const schema = prefix[index] ?? rest;
      const values =
        keywords.uniqueItems === undefined || schema === undefined
          ? []
          : listedValues(schema, this.#settings.api);
      const value =
        values[index] ??
        (schema === undefined ? "value" : this.make(schema, depth + 1));
      if (value !== undefined) items.push(value);
    }
    return items;
  }
}
