import type { ModelContext } from "./model-context.js";
import type { TagValue } from "./schema.js";
import {
  elementsOf,
  isObjectSource,
  locationOf,
  member,
  objectMember,
  stringListMember,
  stringMember,
  type ObjectSource,
  type Source,
} from "./source.js";

export type TagKind = "string" | "number" | "boolean";

/** What a schema says of the values of one member, as far as they can be tags. */
export interface TagFacts {
  /** Every value that the member can have; undefined where they are not listed. */
  readonly values?: readonly TagValue[];
  /** The kinds of scalars that the member can be; undefined where any. */
  readonly kinds?: ReadonlySet<TagKind>;
  readonly isRequired: boolean;
}

const unknownFacts: TagFacts = { isRequired: false };

/**
 * The tags of a union or of a base, where its own discriminator speaks of the same member and every object has one.
 * @param inherits whether another schema takes the schema over, so that a base speaks for itself alone
 */
export type NestedTags = (
  source: ObjectSource,
  inherits: boolean,
) => readonly TagValue[] | undefined;

/** Reads the schemas of a description for what they say of one member. */
export class TagReader {
  readonly #property: string;
  readonly #context: ModelContext;
  readonly #nestedTags: NestedTags;
  readonly #open = new Set<string>();
  /** What was read before, so that a schema with many ways to it is read once. */
  readonly #known = new Map<string, TagFacts>();

  constructor(property: string, context: ModelContext, nestedTags: NestedTags) {
    this.#property = property;
    this.#context = context;
    this.#nestedTags = nestedTags;
  }

  /** What an object schema says of the member, with everything that it refers to in place. */
  ofObject(source: Source, inherits: boolean): TagFacts {
    return this.#once(`object ${inherits}`, source, () =>
      this.#ofObject(source, inherits, true),
    );
  }

  /** What a schema with a union says of the member beside the union. */
  besideUnion(source: ObjectSource): TagFacts {
    return this.#once("beside", source, () =>
      this.#ofObject(source, false, false),
    );
  }

  #ofObject(source: Source, inherits: boolean, withUnions: boolean): TagFacts {
    if (!isObjectSource(source)) return unknownFacts;
    const target = referenceTarget(source, this.#context);
    if (target !== undefined && this.#context.version === "3.0") {
      return this.ofObject(target, inherits);
    }
    const nested = withUnions ? this.#nestedTags(source, inherits) : undefined;
    if (nested !== undefined) return { values: nested, isRequired: true };
    const properties = objectMember(source, "properties");
    const own =
      properties === undefined ? undefined : member(properties, this.#property);
    const isRequired =
      stringListMember(source, "required")?.includes(this.#property) === true;
    const unions = withUnions
      ? [elementsOf(source, "oneOf"), elementsOf(source, "anyOf")]
      : [];
    return factsOfAll([
      { isRequired },
      ...(own === undefined ? [] : [this.#ofValue(own)]),
      ...(target === undefined ? [] : [this.ofObject(target, inherits)]),
      ...elementsOf(source, "allOf").map((part) => this.ofObject(part, true)),
      ...unions
        .filter((branches) => branches.length > 0)
        .map((branches) =>
          factsOfAny(branches.map((each) => this.ofObject(each, false))),
        ),
    ]);
  }

  #ofValue(source: Source): TagFacts {
    return this.#once("value", source, () => this.#valueFacts(source));
  }

  #valueFacts(source: Source): TagFacts {
    if (!isObjectSource(source)) return unknownFacts;
    const target = referenceTarget(source, this.#context);
    if (target !== undefined && this.#context.version === "3.0") {
      return this.#ofValue(target);
    }
    return factsOfAll([
      ownFacts(source),
      ...(target === undefined ? [] : [this.#ofValue(target)]),
      ...elementsOf(source, "allOf").map((part) => this.#ofValue(part)),
      ...(["oneOf", "anyOf"] as const)
        .map((keyword) => elementsOf(source, keyword))
        .filter((branches) => branches.length > 0)
        .map((branches) =>
          factsOfAny(branches.map((each) => this.#ofValue(each))),
        ),
    ]);
  }

  /** Within itself, a schema says nothing new. */
  #once(role: string, source: Source, read: () => TagFacts): TagFacts {
    const location = locationOf(source);
    if (this.#open.has(location)) return unknownFacts;
    const key = `${role} ${location}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#open.add(location);
    const facts = read();
    this.#open.delete(location);
    this.#known.set(key, facts);
    return facts;
  }
}

/** The schema that `$ref` leads to. */
export function referenceTarget(
  source: ObjectSource,
  { resources, definitions }: ModelContext,
): Source | undefined {
  const reference = stringMember(source, "$ref");
  if (reference === undefined) return undefined;
  const target = resources.resolve(reference, source, resources.at(source));
  return target === undefined ? undefined : definitions.canonical(target);
}

/** The schema at the end of a chain of schemas that are nothing but a reference. */
export function afterAliases(source: Source, context: ModelContext): Source {
  const seen = new Set<string>();
  let end = source;
  while (isObjectSource(end) && !seen.has(locationOf(end))) {
    seen.add(locationOf(end));
    const isBare =
      context.version === "3.0" || Object.keys(end.value).length === 1;
    const next = isBare ? referenceTarget(end, context) : undefined;
    if (next === undefined) break;
    end = next;
  }
  return end;
}

/** True where the types that a schema names leave room for objects. */
export function mayBeObject(source: Source, context: ModelContext): boolean {
  if (!isObjectSource(source)) return source.value !== false;
  const location = locationOf(source);
  const { mayBeObjects } = context;
  const known = mayBeObjects.get(location);
  if (known !== undefined) return known;
  // Within itself, a schema says nothing new.
  mayBeObjects.set(location, true);
  const found = leavesRoom(source, context);
  mayBeObjects.set(location, found);
  return found;
}

function leavesRoom(source: ObjectSource, context: ModelContext): boolean {
  const inner = (each: Source): boolean => mayBeObject(each, context);
  const target = referenceTarget(source, context);
  if (target !== undefined && !inner(target)) return false;
  if (target !== undefined && context.version === "3.0") return true;
  const types = typesOf(source);
  if (types !== undefined && !types.includes("object")) return false;
  const values = listedValues(source);
  if (values?.every((value) => typeof value !== "object" || value === null)) {
    return false;
  }
  const unions = [elementsOf(source, "oneOf"), elementsOf(source, "anyOf")];
  return (
    elementsOf(source, "allOf").every(inner) &&
    unions.every((branches) => branches.length === 0 || branches.some(inner))
  );
}

function typesOf(source: ObjectSource): readonly string[] | undefined {
  const type = stringMember(source, "type");
  return type === undefined ? stringListMember(source, "type") : [type];
}

function listedValues(source: ObjectSource): readonly unknown[] | undefined {
  const constant = member(source, "const");
  if (constant !== undefined) return [constant.value];
  const list = member(source, "enum")?.value;
  return Array.isArray(list) ? list : undefined;
}

const kindOfType: Readonly<Record<string, TagKind>> = {
  string: "string",
  integer: "number",
  number: "number",
  boolean: "boolean",
};

/** What a schema says of the value by its own keywords. */
function ownFacts(source: ObjectSource): TagFacts {
  const values = listedValues(source)?.filter(isTag);
  const kinds = typesOf(source)?.flatMap((type) => kindOfType[type] ?? []);
  return {
    ...(values === undefined ? {} : { values }),
    ...(kinds === undefined ? {} : { kinds: new Set(kinds) }),
    isRequired: false,
  };
}

function isTag(value: unknown): value is TagValue {
  return (
    typeof value === "string" ||
    typeof value === "boolean" ||
    typeof value === "number"
  );
}

/** What holds for a value that is valid under every schema. */
export function factsOfAll(facts: readonly TagFacts[]): TagFacts {
  let values: readonly TagValue[] | undefined;
  let kinds: ReadonlySet<TagKind> | undefined;
  for (const each of facts) {
    const others = each.values;
    values =
      values === undefined || others === undefined
        ? (values ?? others)
        : values.filter((value) => others.includes(value));
    const known = kinds;
    kinds =
      known === undefined || each.kinds === undefined
        ? (known ?? each.kinds)
        : new Set([...each.kinds].filter((kind) => known.has(kind)));
  }
  // A boolean has no other values than these.
  if (values === undefined && kinds?.size === 1 && kinds.has("boolean")) {
    values = [true, false];
  }
  const ofKind = values?.filter(
    (value) => kinds === undefined || kinds.has(typeof value as TagKind),
  );
  return {
    ...(ofKind === undefined ? {} : { values: ofKind }),
    ...(kinds === undefined ? {} : { kinds }),
    isRequired: facts.some(({ isRequired }) => isRequired),
  };
}

/** What holds for a value that is valid under one of the schemas. */
function factsOfAny(facts: readonly TagFacts[]): TagFacts {
  const lists = facts.map(({ values }) => values);
  const kinds = facts.map((each) => each.kinds);
  const isListed = lists.every((list) => list !== undefined);
  const hasKinds = kinds.every((each) => each !== undefined);
  return {
    ...(isListed ? { values: [...new Set(lists.flat())] } : {}),
    ...(hasKinds ? { kinds: new Set(kinds.flatMap((each) => [...each])) } : {}),
    isRequired: facts.every(({ isRequired }) => isRequired),
  };
}
