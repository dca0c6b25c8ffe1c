import {
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from "../../../generator/model/json.js";
import {
  below,
  canonical,
  fileOf,
  targetOf,
  valueAt,
  type Documents,
  type Location,
} from "./locations.js";

/** A value of a discriminating member, and the schema that it selects. */
export interface Case {
  readonly value: string;
  readonly target: Location;
}

/** A Discriminator Object with the names that it leaves out. */
export interface Selection {
  readonly property: string;
  readonly cases: readonly Case[];
  /** What an object without a known value has to be (`defaultMapping` of OpenAPI 3.2). */
  readonly fallback: Location | undefined;
}

/** The schemas of a description that others extend, and those that extend them. */
export class Families {
  readonly #documents: Documents;
  readonly #named: ReadonlyMap<Location, string>;
  readonly #bases = new Map<Location, Selection>();
  readonly #children = new Map<Location, Selection[]>();

  constructor(documents: Documents) {
    this.#documents = documents;
    this.#named = namedSchemas(documents);
    const direct = this.#directBases();
    for (const location of this.#named.keys()) {
      const schema = valueAt(location, documents);
      if (!isJsonObject(schema) || hasUnion(schema)) continue;
      if (!isJsonObject(schema["discriminator"])) continue;
      const extensions = [...this.#named.keys()].filter(
        (other) =>
          other !== location &&
          isBelow(other, location, direct) &&
          this.#between(other, location, direct).length === 0,
      );
      const selection = this.selectionOf(schema, location, extensions, true);
      if (selection === undefined) continue;
      if (selection.cases.every(({ target }) => target === location)) continue;
      this.#bases.set(location, selection);
      const targets = new Set(selection.cases.map(({ target }) => target));
      if (selection.fallback !== undefined) targets.add(selection.fallback);
      const below = [...this.#named.keys()].filter(
        (other) =>
          other !== location &&
          isBelow(other, location, direct) &&
          this.#between(other, location, direct).length > 0,
      );
      for (const target of new Set([...targets, ...below])) {
        const cases = this.#casesOf(target, location, selection, direct);
        this.#add(target, { ...selection, cases });
      }
    }
    // What lies between a base and its extensions is taken over with its members alone as well.
    for (const base of this.#bases.keys()) {
      for (const location of this.#named.keys()) {
        if (isBelow(location, base, direct))
          this.#children.set(location, this.#children.get(location) ?? []);
      }
    }
  }

  /** How a base selects the schema that extends it; undefined where a schema is no base. */
  baseAt(location: Location): Selection | undefined {
    return this.#bases.get(location);
  }

  /** By base that a schema extends, how it selects; undefined where a schema belongs to no base, and is none. */
  membership(location: Location): readonly Selection[] | undefined {
    const found = this.#children.get(location);
    return found ?? (this.#bases.has(location) ? [] : undefined);
  }

  /**
   * The Discriminator Object of a schema.
   * @param branches the schemas among which it selects
   * @param isOpen whether a mapping may lead to others
   */
  selectionOf(
    schema: JsonObject,
    location: Location,
    branches: readonly Location[],
    isOpen: boolean,
  ): Selection | undefined {
    const { discriminator } = schema;
    if (!isJsonObject(discriminator)) return undefined;
    const { propertyName: property, mapping, defaultMapping } = discriminator;
    if (typeof property !== "string") return undefined;
    const mapped = isJsonObject(mapping)
      ? Object.entries(mapping).flatMap(([value, text]): Case[] => {
          const target = this.#mappingTarget(text, location);
          return target === undefined ? [] : [{ value, target }];
        })
      : [];
    const values = new Set(mapped.map(({ value }) => value));
    const targets = new Set(mapped.map(({ target }) => target));
    const implied = branches.flatMap((target): Case[] => {
      const name = this.#named.get(target);
      return name === undefined || values.has(name) || targets.has(target)
        ? []
        : [{ value: name, target }];
    });
    const known = mapped.filter(
      ({ target }) => isOpen || branches.includes(target),
    );
    return {
      property,
      cases: [...known, ...implied],
      fallback: this.#mappingTarget(defaultMapping, location),
    };
  }

  /** The cases that lead to a schema, by itself, through a base in between, or as what extends such a base. */
  #casesOf(
    location: Location,
    base: Location,
    { cases }: Selection,
    direct: ReadonlyMap<Location, readonly Location[]>,
  ): readonly Case[] {
    const between = this.#between(location, base, direct);
    return cases
      .filter(
        ({ target }) =>
          target === location ||
          between.includes(target) ||
          this.#between(target, base, direct).includes(location),
      )
      .map(({ value }) => ({ value, target: location }));
  }

  /** The bases with a tag of another property that a schema extends, and that extend a base. */
  #between(
    location: Location,
    base: Location,
    direct: ReadonlyMap<Location, readonly Location[]>,
  ): readonly Location[] {
    const property = propertyOf(valueAt(base, this.#documents));
    return [...this.#named.keys()].filter((each) => {
      const schema = valueAt(each, this.#documents);
      const own = propertyOf(schema);
      return (
        own !== undefined &&
        own !== property &&
        isJsonObject(schema) &&
        !hasUnion(schema) &&
        isBelow(location, each, direct) &&
        isBelow(each, base, direct)
      );
    });
  }

  #add(child: Location, selection: Selection): void {
    const found = this.#children.get(child) ?? [];
    this.#children.set(child, [...found, selection]);
  }

  /** A mapping names a component, or else refers to a schema. */
  #mappingTarget(
    text: JsonValue | undefined,
    from: Location,
  ): Location | undefined {
    if (typeof text !== "string") return undefined;
    const component = below("#/components/schemas", text);
    const target =
      valueAt(component, this.#documents) === undefined
        ? targetOf(text, fileOf(from))
        : component;
    return valueAt(target, this.#documents) === undefined
      ? undefined
      : canonical(target, this.#documents);
  }

  #directBases(): ReadonlyMap<Location, readonly Location[]> {
    const found = new Map<Location, readonly Location[]>();
    for (const location of this.#named.keys()) {
      const schema = valueAt(location, this.#documents);
      const parts = isJsonObject(schema) ? schema["allOf"] : undefined;
      if (!Array.isArray(parts)) continue;
      const bases = (parts as readonly JsonValue[]).flatMap((part) => {
        const reference = isJsonObject(part) ? part["$ref"] : undefined;
        return typeof reference === "string"
          ? [canonical(targetOf(reference, fileOf(location)), this.#documents)]
          : [];
      });
      found.set(location, bases);
    }
    return found;
  }
}

/** True if a schema selects among `oneOf` or `anyOf`, and so is no base. */
export function hasUnion(schema: JsonObject): boolean {
  return Array.isArray(schema["oneOf"]) || Array.isArray(schema["anyOf"]);
}

/** The property that a Discriminator Object names. */
function propertyOf(schema: JsonValue | undefined): JsonValue | undefined {
  const discriminator = isJsonObject(schema)
    ? schema["discriminator"]
    : undefined;
  return isJsonObject(discriminator)
    ? discriminator["propertyName"]
    : undefined;
}

/** The names of the components of the entry document, by the place they lead to. */
function namedSchemas(documents: Documents): ReadonlyMap<Location, string> {
  const schemas = valueAt("#/components/schemas", documents);
  const found = new Map<Location, string>();
  if (!isJsonObject(schemas)) return found;
  for (const name of Object.keys(schemas)) {
    const written = below("#/components/schemas", name);
    const location = canonical(written, documents);
    // The component itself gives the name, whatever else refers to it.
    if (location === written || !found.has(location)) found.set(location, name);
  }
  return found;
}

/** True if a schema extends a base, through others or not. */
function isBelow(
  location: Location,
  base: Location,
  direct: ReadonlyMap<Location, readonly Location[]>,
  seen = new Set<Location>(),
): boolean {
  if (seen.has(location)) return false;
  seen.add(location);
  return (direct.get(location) ?? []).some(
    (each) => each === base || isBelow(each, base, direct, seen),
  );
}
