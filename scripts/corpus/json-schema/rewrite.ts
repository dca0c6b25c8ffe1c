import {
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from "../../../generator/model/json.js";
import { Families, hasUnion, type Selection } from "./families.js";
import {
  below,
  canonical,
  fileOf,
  targetOf,
  uriOf,
  valueAt,
  type Documents,
  type Location,
} from "./locations.js";
import { ownValues } from "./own-values.js";
import {
  impliedType,
  isBareNullable,
  isTyped,
  isNullLeftOut,
  listIn,
} from "./schema-facts.js";
import { placesOf, selectedUnions } from "./selected-unions.js";
import { tagged, valuesOf } from "./tags.js";

type Members = { [name: string]: JsonValue };

/** The document of the schemas without what discriminators say. */
const ownDocument = "own-members.json";

const schemaKeys = new Set(
  "items additionalProperties not if then else contains propertyNames unevaluatedItems unevaluatedProperties contentSchema schema itemSchema".split(
    " ",
  ),
);
/** Where a schema says more of the value that the one around it speaks of. */
const partKeys = new Set(["not", "if", "then", "else"]);
const listKeys = new Set(["allOf", "anyOf", "oneOf", "prefixItems"]);
const mapKeys = new Set([
  "properties",
  "patternProperties",
  "dependentSchemas",
  "$defs",
  "schemas",
]);
/** Data, as it is; and examples, which say nothing of validity and may look like schemas. */
const dataKeys = new Set(["enum", "const"]);
const exampleKeys = new Set(["example", "examples"]);
const bounds = [
  ["minimum", "exclusiveMinimum"],
  ["maximum", "exclusiveMaximum"],
] as const;

/**
 * Writes the schemas of a description in the words of JSON Schema 2020-12, without anything of the generator:
 *
 * - boolean bounds of OpenAPI 3.0, and the siblings of `$ref` that it ignores;
 * - null, where `nullable` or a list of types says so, whatever stands beside it;
 * - the type that the keywords of a schema without one are about, be it objects or lists;
 * - `if` and `then` by tag where a discriminator selects, among `oneOf`, `anyOf` or what extends a base.
 *
 * @returns the documents by URI, one for the members of bases and of what extends them among them
 */
export function inJsonSchema(
  documents: Documents,
  is30: boolean,
): ReadonlyMap<string, JsonObject> {
  return new Rewriter(documents, is30).rewrite();
}

class Rewriter {
  readonly #documents: Documents;
  readonly #is30: boolean;
  readonly #families: Families;
  readonly #own: Members = {};
  /** Where the references of schemas lead: what stands there is a schema, under whatever name. */
  readonly #targets = new Set<Location>();

  constructor(documents: Documents, is30: boolean) {
    this.#documents = documents;
    this.#is30 = is30;
    this.#families = new Families(documents);
  }

  rewrite(): ReadonlyMap<string, JsonObject> {
    const known = this.#targets.size;
    const found = this.#documentsByUri();
    return this.#targets.size === known ? found : this.rewrite();
  }

  #documentsByUri(): ReadonlyMap<string, JsonObject> {
    const found = new Map<string, JsonObject>();
    for (const [file, value] of this.#documents) {
      const isSchema = isJsonObject(value) && value["openapi"] === undefined;
      const document = isSchema
        ? this.#schema(value, `${file}#`)
        : this.#plain(value, `${file}#`);
      if (isJsonObject(document)) found.set(uriOf(`${file}#`), document);
    }
    return found.set(uriOf(`${ownDocument}#`), { $defs: this.#own });
  }

  /** What is no schema itself, with every schema in it rewritten. */
  #plain(value: JsonValue, location: Location, isAlone = true): JsonValue {
    if (Array.isArray(value)) {
      return (value as readonly JsonValue[]).map((each, index) =>
        this.#plain(each, below(location, index)),
      );
    }
    if (!isJsonObject(value)) return value;
    const members: Members = {};
    for (const [name, member] of Object.entries(value)) {
      if (exampleKeys.has(name)) continue;
      const at = below(location, name);
      members[name] = dataKeys.has(name)
        ? member
        : schemaKeys.has(name)
          ? this.#schema(member, at, !partKeys.has(name))
          : listKeys.has(name) && Array.isArray(member)
            ? this.#list(
                member as readonly JsonValue[],
                at,
                name === "prefixItems" ||
                  (name !== "allOf" && !isTyped(value, isAlone)),
              )
            : mapKeys.has(name) && isJsonObject(member)
              ? Object.fromEntries(
                  Object.entries(member).map(([key, each]) => [
                    key,
                    this.#schema(
                      each,
                      below(at, key),
                      name !== "dependentSchemas",
                    ),
                  ]),
                )
              : this.#targets.has(at)
                ? this.#schema(member, at)
                : this.#plain(member, at);
    }
    return members;
  }

  #list(
    schemas: readonly JsonValue[],
    location: Location,
    isAlone: boolean,
  ): JsonValue[] {
    return schemas.map((each, index) =>
      this.#schema(each, below(location, index), isAlone),
    );
  }

  /** @param isAlone whether nothing around the schema speaks of the same value */
  #schema(schema: JsonValue, location: Location, isAlone = true): JsonValue {
    if (!isJsonObject(schema)) return schema;
    const reference = schema["$ref"];
    if (typeof reference === "string") {
      this.#targets.add(targetOf(reference, fileOf(location)));
    }
    const selections = this.#families.membership(location);
    if (selections === undefined)
      return this.#single(schema, location, isAlone);
    const base = this.#families.baseAt(location);
    // A base in between has its tag of the outer base whatever extends it.
    const outer = selections.filter(
      ({ property }) => base !== undefined && base.property !== property,
    );
    const own = this.#ownMembers(schema, location);
    this.#own[ownName(location)] =
      outer.length === 0
        ? own
        : {
            allOf: [
              own,
              ...outer.flatMap((each) => this.#tagOf(location, each)),
            ],
          };
    return {
      allOf: [
        { $ref: ownReference(location) },
        ...selections.flatMap((each) => this.#tagOf(location, each)),
        ...(base === undefined ? [] : [this.#selected(location, base)]),
      ],
    };
  }

  /** A schema by itself: null, bounds, and branches by tag. */
  #single(schema: JsonObject, location: Location, isAlone = true): JsonValue {
    const { nullable, ...written } = schema;
    const source: JsonObject =
      this.#is30 && typeof written["$ref"] === "string"
        ? { $ref: written["$ref"] }
        : written;
    const isNullable =
      nullable === true ||
      isNullLeftOut(schema) ||
      listIn(source, "allOf").some(isBareNullable);
    const rest = this.#plain(source, location, isAlone) as Members;
    for (const keyword of ["anyOf", "oneOf"]) {
      const branches = listIn(source, keyword);
      if (branches.every(isBareNullable)) continue;
      rest[keyword] = (rest[keyword] as readonly JsonValue[]).map(
        (branch, index) =>
          isBareNullable(branches[index]) ? { type: "null" } : branch,
      );
    }
    if (this.#leadsNowhere(rest["$ref"], location)) delete rest["$ref"];
    for (const [limit, exclusive] of bounds) {
      if (rest[exclusive] === true) {
        rest[exclusive] = rest[limit] ?? null;
        delete rest[limit];
      }
      if (typeof rest[exclusive] !== "number") delete rest[exclusive];
    }
    if (!Array.isArray(rest["required"])) delete rest["required"];
    const type = isAlone ? impliedType(source) : undefined;
    if (type !== undefined) rest["type"] = type;
    if (isJsonObject(source["discriminator"])) {
      this.#selectBranches(source, rest, location);
      delete rest["discriminator"];
    }
    return isNullable ? { anyOf: [{ type: "null" }, rest] } : rest;
  }

  /** True for a pointer that leads to nothing: a schema of which nothing is known. */
  #leadsNowhere(reference: JsonValue | undefined, from: Location): boolean {
    if (typeof reference !== "string") return false;
    const target = targetOf(reference, fileOf(from));
    return (
      this.#documents.has(fileOf(target)) &&
      /#(?:\/|$)/.test(target) &&
      valueAt(target, this.#documents) === undefined
    );
  }

  /** A schema of a family without tags: what it takes over is taken over without tags as well. */
  #ownMembers(schema: JsonObject, location: Location): JsonValue {
    const withOwn = (part: JsonValue): JsonValue => {
      const reference = isJsonObject(part) ? part["$ref"] : undefined;
      if (typeof reference !== "string") return part;
      const target = canonical(
        targetOf(reference, fileOf(location)),
        this.#documents,
      );
      return this.#families.membership(target) === undefined
        ? part
        : { ...(part as JsonObject), $ref: ownReference(target) };
    };
    const { discriminator, ...rest } = withOwn(schema) as Members;
    const parts = rest["allOf"];
    if (Array.isArray(parts)) {
      rest["allOf"] = (parts as readonly JsonValue[]).map(withOwn);
    }
    // A union that extends a base keeps its own discriminator.
    return this.#single(
      discriminator !== undefined && hasUnion(schema)
        ? { ...rest, discriminator }
        : rest,
      location,
    );
  }

  /** The tag that an object of a schema has to have, where the schema knows the member and is no default. */
  #tagOf(
    location: Location,
    { property, cases, fallback }: Selection,
  ): JsonValue[] {
    if (fallback === location) return [];
    const own = ownValues(location, property, this.#documents);
    if (!own.isDeclared) return [];
    const values = valuesOf(location, cases, own.values);
    return values.length === 0
      ? []
      : [
          {
            required: [property],
            properties: { [property]: { enum: values } },
          },
        ];
  }

  /** What extends a base, by tag. */
  #selected(location: Location, selection: Selection): JsonValue {
    const { property, cases, fallback } = selection;
    const targets = [...new Set(cases.map(({ target }) => target))];
    const tags = targets.map((target) =>
      valuesOf(
        target,
        cases,
        ownValues(target, property, this.#documents).values,
      ),
    );
    return {
      if: { type: "object" },
      then: {
        allOf: targets.map((target, index) => ({
          if: tagged(property, tags[index] ?? []),
          then: target === location ? true : { $ref: uriOf(target) },
        })),
        if: tagged(property, tags.flat()),
        else:
          fallback === undefined || fallback === location
            ? fallback === location
            : { $ref: uriOf(fallback) },
      },
    };
  }

  /** Puts `if` and `then` by tag in place of the branches of a union. */
  #selectBranches(
    schema: JsonObject,
    rewritten: Members,
    location: Location,
  ): void {
    const [families, documents] = [this.#families, this.#documents];
    for (const each of selectedUnions(schema, location, families, documents)) {
      this.#selectAmong(each, schema, rewritten, location);
    }
  }

  #selectAmong(
    keyword: string,
    schema: JsonObject,
    rewritten: Members,
    location: Location,
  ): void {
    const places = placesOf(keyword, schema, location, this.#documents);
    const selection = this.#families.selectionOf(
      schema,
      location,
      places,
      false,
    );
    if (selection === undefined) return;
    const { property, cases, fallback } = selection;
    const lists = places.map((place) =>
      valuesOf(
        place,
        cases,
        ownValues(place, property, this.#documents).values,
      ),
    );
    // A value that two branches have selects neither of them.
    const tags = lists.map((list, index) =>
      list.some((value) =>
        lists.some((other, at) => at !== index && other.includes(value)),
      )
        ? []
        : list,
    );
    if (tags.flat().length === 0 && fallback === undefined) return;
    const all = rewritten[keyword] as readonly JsonValue[];
    const untagged = all.filter((_, index) => tags[index]?.length === 0);
    const otherwise: JsonValue =
      fallback === undefined
        ? untagged.length === 0
          ? false
          : { [keyword]: untagged }
        : { $ref: uriOf(fallback) };
    delete rewritten[keyword];
    const selecting: JsonValue = {
      if: { type: "object" },
      then: {
        allOf: all.flatMap((branch, index) => {
          const own = tags[index] ?? [];
          return own.length === 0
            ? []
            : [{ if: tagged(property, own), then: branch }];
        }),
        if: tagged(property, tags.flat()),
        else: otherwise,
      },
      else: {
        [keyword]: all.map((branch, index) =>
          tags[index]?.length === 0
            ? branch
            : { allOf: [branch, { type: ["object", "null"] }] },
        ),
      },
    };
    const parts = rewritten["allOf"];
    rewritten["allOf"] = [
      ...(Array.isArray(parts) ? (parts as readonly JsonValue[]) : []),
      selecting,
    ];
  }
}

/** The URI of a base or of what extends one, without what discriminators say. */
export function ownReference(location: Location): string {
  return uriOf(`${ownDocument}#/$defs/${ownName(location)}`);
}

function ownName(location: Location): string {
  return Buffer.from(location).toString("hex");
}
