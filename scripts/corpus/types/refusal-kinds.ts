import { isReadOnly, isWriteOnly } from "../../../generator/model/access.js";
import type { Api } from "../../../generator/model/api.js";
import type { JsonValue } from "../../../generator/model/json.js";
import {
  isObject,
  ownKeywords,
  passes,
  branchesFor,
} from "../../../generator/model/matches.js";
import type {
  Keyword,
  KeywordByKind,
  Schema,
} from "../../../generator/model/schema.js";
import type { View } from "../../../generator/model/views.js";
import { appliedKeywords, memberSchemas } from "../applied-keywords.js";

/** Keywords that a type can nearly always say: a refusal by one of them is a fault until it is explained. */
const sayable = new Set(["type", "required", "enum", "const", "discriminator"]);

/** Kinds deeper in a value are not looked for. */
const greatestDepth = 64;

/**
 * Says by which keywords a schema refuses values of its type. An issue of a validator names the nearest branch of a
 * union, which may be another than the one that a value was made for; here all branches are tried, and the one counts
 * whose refusal the type can say least of.
 */
export class RefusalKinds {
  readonly #api: Api;
  readonly #side: View | undefined;

  /** @param side for which the guard speaks; undefined where it is the same for both */
  constructor(api: Api, side: View | undefined) {
    this.#api = api;
    this.#side = side;
  }

  /** The kinds of a refusal; none where the value is refused for formats or content alone. */
  of(schema: Schema, value: JsonValue): ReadonlySet<string> {
    return this.#inside(schema, value, {
      members: [],
      name: plainName,
      depth: 0,
    });
  }

  #inside(
    schema: Schema,
    value: JsonValue,
    around: Place,
  ): ReadonlySet<string> {
    const keywords = appliedKeywords(schema, this.#api.definitions);
    const maps = keywords.filter((keyword) => keyword.kind === "properties");
    return this.#ofSchema(schema, value, {
      ...around,
      members: [...around.members, ...maps],
      depth: around.depth + 1,
    });
  }

  #ofSchema(
    schema: Schema,
    value: JsonValue,
    place: Place,
  ): ReadonlySet<string> {
    if (place.depth > greatestDepth) return new Set();
    if (schema.kind === "never") return new Set([place.name("false")]);
    return new Set(
      ownKeywords(schema)
        .filter((keyword) => !passes(keyword, value, schema, this.#api))
        .flatMap((keyword) => [...this.#ofKeyword(keyword, value, place)]),
    );
  }

  #ofKeyword(
    keyword: Keyword,
    value: JsonValue,
    place: Place,
  ): Iterable<string> {
    const { name } = place;
    switch (keyword.kind) {
      case "type":
        return [isWhole(keyword, value) ? "type: integer" : name("type")];
      case "enum":
        // In responses the texts of an enum are open, and another schema may list those that the type then has.
        return this.#side !== "request" && typeof value === "string"
          ? ["enum: open"]
          : [name("enum")];
      case "required":
        return keyword.names.some((each) => this.#isMissing(each, value, place))
          ? [name("required")]
          : [];
      case "reference": {
        const target = this.#api.definitions[keyword.target];
        return target === undefined
          ? []
          : this.#ofSchema(target.schema, value, deeper(place));
      }
      case "allOf":
        return keyword.schemas.flatMap((part) => [
          ...this.#ofSchema(part, value, deeper(place)),
        ]);
      case "anyOf":
      case "oneOf":
        return this.#ofUnion(keyword, value, place);
      case "items":
        return this.#ofItems(keyword, value, place);
      case "properties":
        return this.#ofMembers(keyword, value, place);
      case "conditional": {
        const isMet = this.#isMet(keyword.if, value);
        const part = isMet ? keyword.then : keyword.else;
        return part === undefined
          ? []
          : this.#inside(part, value, within(place, isMet ? "then" : "else"));
      }
      case "dependentSchemas":
        return keyword.entries
          .filter(
            (entry) => isObject(value) && Object.hasOwn(value, entry.name),
          )
          .flatMap(({ schema }) => [
            ...this.#inside(schema, value, within(place, "dependentSchemas")),
          ]);
      case "contains":
        return [keyword.min > 0 ? "contains" : "maxContains"];
      default:
        return [name(keyword.kind)];
    }
  }

  /** Of the branches that are left for a value, what the one says that refuses least of what a type can say. */
  #ofUnion(
    keyword: KeywordByKind["anyOf"] | KeywordByKind["oneOf"],
    value: JsonValue,
    place: Place,
  ): Iterable<string> {
    const branches = branchesFor(keyword, value);
    if (branches.length === 0) return [place.name("discriminator")];
    if (branches.some((branch) => this.#isMet(branch, value))) return ["oneOf"];
    const [least = new Set<string>()] = branches
      .map((branch) => this.#inside(branch, value, place))
      .sort((a, b) => countSayable(a) - countSayable(b));
    return least;
  }

  #ofItems(
    { prefix, rest }: KeywordByKind["items"],
    value: JsonValue,
    place: Place,
  ): Iterable<string> {
    if (!Array.isArray(value)) return [];
    return (value as readonly JsonValue[]).flatMap((item, index) => {
      const schema = prefix[index] ?? rest;
      return schema === undefined
        ? []
        : [...this.#inside(schema, item, part(place))];
    });
  }

  #ofMembers(
    keyword: KeywordByKind["properties"],
    value: JsonValue,
    place: Place,
  ): Iterable<string> {
    if (!isObject(value)) return [];
    return Object.entries(value).flatMap(([member, inner]) => {
      const isNamed = keyword.named.some(({ name }) => name === member);
      return memberSchemas(member, [keyword]).flatMap((schema) => {
        if (schema.kind === "never" && !isNamed)
          return ["additionalProperties"];
        const found = this.#inside(schema, inner, part(place));
        return [...found].map((kind) =>
          kind === "type" && !isNamed ? "type: index signature" : kind,
        );
      });
    });
  }

  #isMet(schema: Schema, value: JsonValue): boolean {
    return (
      ownKeywords(schema).every((keyword) =>
        passes(keyword, value, schema, this.#api),
      ) && schema.kind !== "never"
    );
  }

  /** Whether a required member is not there, though values of the side have it. */
  #isMissing(name: string, value: JsonValue, { members }: Place): boolean {
    if (!isObject(value) || Object.hasOwn(value, name)) return false;
    return !memberSchemas(name, members).some((schema) =>
      this.#side === "request"
        ? isReadOnly(schema, this.#api)
        : this.#side === "response" && isWriteOnly(schema, this.#api),
    );
  }
}

/** Where a keyword applies. */
interface Place {
  /** What the schemas around say of the members of the same object. */
  readonly members: readonly KeywordByKind["properties"][];
  /** The kind of a keyword's refusal, with the condition under which the keyword applies. */
  readonly name: (keyword: string) => string;
  readonly depth: number;
}

function plainName(keyword: string): string {
  return keyword;
}

function deeper(place: Place): Place {
  return { ...place, depth: place.depth + 1 };
}

/** The place of a member or an item, which has members of its own. */
function part({ depth }: Place): Place {
  return { members: [], name: plainName, depth: depth + 1 };
}

function within(place: Place, condition: string): Place {
  return {
    ...deeper(place),
    name: (keyword) =>
      sayable.has(keyword) ? `${keyword} in ${condition}` : keyword,
  };
}

function countSayable(kinds: ReadonlySet<string>): number {
  return [...kinds].filter((kind) => sayable.has(kind.split(" in ")[0] ?? ""))
    .length;
}

/** True if a number was found where a whole one is expected. */
function isWhole({ types }: KeywordByKind["type"], value: JsonValue): boolean {
  return typeof value === "number" && types.includes("integer");
}
