import type { Api } from "./api.js";
import { ownKeywords } from "./matches.js";
import { memberPresence, type ValueLook } from "./member-value.js";
import { perDefinition, type OfDefinition } from "./memos.js";
import {
  all,
  always,
  atomsOf,
  given,
  implies,
  joined,
  never,
  not,
  simplified,
  type Presence,
} from "./presence-formula.js";
import type { AnyOfKeyword, OneOfKeyword, Keyword, Schema } from "./schema.js";

type Definitions = Pick<Api, "definitions">;

/** Schemas nested deeper are not looked into. */
const deepest = 8;
/** Bounds the work on schemas that many ways lead to: a condition of more parts would not be read by anybody. */
const mostSchemas = 500;

/** What a look at a schema has left, and what it has left out. */
interface Progress {
  /** How many schemas may still be looked into. */
  count: number;
  /** False once a part was left out that words cannot say. */
  isWhole: boolean;
}

/** One look at a schema. */
interface Look {
  readonly api: Definitions | undefined;
  readonly depth: number;
  readonly left: Progress;
  /** Absent where what a schema asks of the values of members makes it one that asks for more than presence. */
  readonly values?: ValueLook;
}

function newProgress(): Progress {
  return { count: mostSchemas, isWhole: true };
}

function deeper(look: Look): Look {
  return { ...look, depth: look.depth + 1 };
}

/**
 * What a schema asks of an object, if it asks for nothing but the presence and absence of members; else undefined.
 * @param api to follow references; without it, a schema that refers to another is undefined
 */
export function presenceOf(
  schema: Schema,
  api?: Definitions,
): Presence | undefined {
  return presenceIn(schema, { api, depth: 0, left: newProgress() });
}

/** What a schema asks of an object, as far as it asks for values of members that words can say; else undefined. */
export function valuedPresenceOf(
  schema: Schema,
  api: Definitions,
  values: ValueLook,
): Presence | undefined {
  return presenceIn(schema, { api, depth: 0, left: newProgress(), values });
}

function presenceIn(schema: Schema, look: Look): Presence | undefined {
  if (schema.kind === "any") return always;
  if (schema.kind === "never") return never;
  look.left.count -= 1;
  if (look.depth > deepest || look.left.count < 0) return undefined;
  if (schema.kind === "ref") return presenceAt(schema.target, look);
  return all(
    lazily(schema.keywords, (keyword) => presenceOfKeyword(keyword, look)),
  );
}

/** The names that a schema requires, if it asks an object for nothing else. */
export function requiredNames(schema: Schema): readonly string[] | undefined {
  const presence = presenceOf(schema);
  if (presence === undefined) return undefined;
  const names = namesOfAll(presence);
  return names === undefined || names.length === 0
    ? undefined
    : [...new Set(names)];
}

/**
 * The parts of a schema that ask for the presence and absence of members, or for values that words can say, and all
 * of which have to hold. What types and tables show is left out: the members that `properties` describes.
 */
export function presencesWithin(
  schema: Schema,
  api: Definitions,
  values: ValueLook,
): {
  readonly parts: readonly Presence[];
  /** False if a part was left out that words cannot say. */
  readonly isWhole: boolean;
} {
  const left = newProgress();
  const parts = presencesIn(schema, { api, depth: 0, left, values }, false);
  return { parts, isWhole: left.isWhole };
}

/** @param isDependent whether the schema applies under a condition: what it says of members is then shown nowhere else */
function presencesIn(
  schema: Schema,
  look: Look,
  isDependent: boolean,
): readonly Presence[] {
  if (schema.kind === "never") return [never];
  look.left.count -= 1;
  if (look.depth > deepest || look.left.count < 0)
    return saying(undefined, look);
  return ownKeywords(schema).flatMap((keyword): readonly Presence[] => {
    switch (keyword.kind) {
      case "allOf":
        return keyword.schemas.flatMap((part) =>
          presencesIn(part, deeper(look), isDependent),
        );
      case "anyOf":
      case "oneOf": {
        const whole = unionPresence(keyword, look);
        if (whole !== undefined) return saying(whole, look);
        look.left.isWhole = false;
        const only = objectBranch(keyword.schemas, deeper(look));
        return only === undefined
          ? []
          : presencesIn(only, deeper(look), isDependent);
      }
      case "properties":
        if (
          isDependent &&
          (keyword.patterns.length > 0 || keyword.additional)
        ) {
          look.left.isWhole = false;
        }
        return keyword.named.flatMap(({ name, schema: member }) =>
          isDependent || member.kind === "never"
            ? saying(memberOf(name, member, look), look)
            : [],
        );
      case "dependentSchemas":
        return keyword.entries.flatMap(({ name, schema: dependent }) =>
          presencesIn(dependent, deeper(look), true).map((part) =>
            implies(given(name), part),
          ),
        );
      case "conditional": {
        const condition = presenceIn(keyword.if, deeper(look));
        if (condition === undefined) return saying(undefined, look);
        const parts = (part: Schema | undefined): readonly Presence[] =>
          part === undefined ? [] : presencesIn(part, deeper(look), true);
        return [
          ...parts(keyword.then).map((part) => implies(condition, part)),
          ...parts(keyword.else).map((part) => implies(not(condition), part)),
        ];
      }
      case "reference": {
        const target = look.api?.definitions[keyword.target]?.schema;
        return target === undefined || !isDependent
          ? saying(presenceWithoutValues(keyword, look), look)
          : presencesIn(target, deeper(look), isDependent);
      }
      default:
        return saying(presenceOfKeyword(keyword, look), look);
    }
  });
}

function saying(
  presence: Presence | undefined,
  { left }: Look,
): readonly Presence[] {
  if (presence === undefined) left.isWhole = false;
  return presence === undefined || presence === always ? [] : [presence];
}

/** What a named schema says of presence alone is said of the schema that refers to it as well. */
function presenceWithoutValues(
  keyword: Keyword,
  look: Look,
): Presence | undefined {
  const { api, depth, left } = look;
  return presenceOfKeyword(keyword, { api, depth, left });
}

/**
 * A union whose branches differ in presence and in constants. One of shapes that have more to them is none: its type
 * and its table show each of them.
 */
function unionPresence(
  keyword: AnyOfKeyword | OneOfKeyword,
  look: Look,
): Presence | undefined {
  const whole = presenceOfKeyword(keyword, look);
  if (whole === undefined) return undefined;
  const atoms = [...atomsOf(whole)];
  const constants = new Set(
    atoms.flatMap(({ kind, name }) => (kind === "valued" ? [name] : [])),
  );
  return atoms.some(
    ({ kind, name }) => kind === "tested" && !constants.has(name),
  )
    ? undefined
    : whole;
}

/** The branch that an object has to fit because no other one takes objects; undefined if there are several, or none. */
function objectBranch(
  schemas: readonly Schema[],
  look: Look,
): Schema | undefined {
  const [only, ...others] = schemas.filter(
    (branch) => presenceIn(branch, look) !== never,
  );
  return others.length === 0 ? only : undefined;
}

/** True unless `type` excludes objects, of the schema itself or of all that it could be. */
export function takesObjects(schema: Schema, api: Definitions): boolean {
  return leavesObjects(schema, perDefinition(api, true, leavesObjects));
}

function leavesObjects(schema: Schema, target: OfDefinition<boolean>): boolean {
  const within = (part: Schema): boolean => leavesObjects(part, target);
  if (schema.kind === "ref") return target(schema.target);
  if (schema.kind !== "keywords") return true;
  return schema.keywords.every((keyword) => {
    switch (keyword.kind) {
      case "type":
        return keyword.types.includes("object");
      case "reference":
        return target(keyword.target);
      case "allOf":
        return keyword.schemas.every(within);
      case "anyOf":
      case "oneOf":
        return keyword.schemas.some(within);
      default:
        return true;
    }
  });
}

function presenceAt(target: string, look: Look): Presence | undefined {
  if (look.left.count <= 0) return undefined;
  const schema = look.api?.definitions[target]?.schema;
  return schema && presenceIn(schema, deeper(look));
}

function memberOf(
  name: string,
  schema: Schema,
  { api, values }: Look,
): Presence | undefined {
  if (schema.kind === "any") return always;
  if (schema.kind === "never") return not(given(name));
  if (values === undefined || api === undefined) return undefined;
  return memberPresence(name, schema, api, values);
}

function presenceOfKeyword(keyword: Keyword, look: Look): Presence | undefined {
  const within = (schema: Schema): Presence | undefined =>
    presenceIn(schema, deeper(look));
  switch (keyword.kind) {
    case "type":
      return keyword.types.includes("object") ? always : never;
    case "required":
      return all(keyword.names.map(given));
    case "properties":
      return keyword.patterns.length > 0 || keyword.additional !== undefined
        ? undefined
        : all(
            lazily(keyword.named, ({ name, schema }) =>
              memberOf(name, schema, look),
            ),
          );
    case "dependentRequired":
      return all(
        keyword.entries.flatMap(({ name, required }) =>
          required.map((other) => implies(given(name), given(other))),
        ),
      );
    case "dependentSchemas":
      return all(
        lazily(keyword.entries, ({ name, schema }) => {
          const part = within(schema);
          return part && implies(given(name), part);
        }),
      );
    case "reference":
      return presenceAt(keyword.target, look);
    case "allOf":
      return all(lazily(keyword.schemas, within));
    case "anyOf":
    case "oneOf":
      return keyword.discriminator === undefined
        ? joined(
            keyword.kind === "anyOf" ? "any" : "one",
            lazily(keyword.schemas, within),
          )
        : selectedPresence(keyword, look);
    case "not": {
      const part = within(keyword.schema);
      return part && not(part);
    }
    case "conditional": {
      const condition = within(keyword.if);
      const then = keyword.then === undefined ? always : within(keyword.then);
      const otherwise =
        keyword.else === undefined ? always : within(keyword.else);
      if (!condition || !then || !otherwise) return undefined;
      return simplified("all", [
        implies(condition, then),
        implies(not(condition), otherwise),
      ]);
    }
    default:
      return undefined;
  }
}

/** A union of which the discriminator selects the branch that decides. */
function selectedPresence(
  { schemas, discriminator }: AnyOfKeyword | OneOfKeyword,
  look: Look,
): Presence | undefined {
  if (discriminator === undefined || look.values === undefined) {
    return undefined;
  }
  const { property: name, branches, isOpen } = discriminator;
  if (isOpen === true) return undefined;
  const known = branches.flatMap(({ tags = [] }) => tags);
  const rest = branches.filter(({ tags }) => tags === undefined);
  // Which of several branches without tags decides is no question of the tag.
  if (rest.length > 1) return undefined;
  return joined(
    "any",
    lazily(schemas, (schema) => {
      const tags = branches[schemas.indexOf(schema)]?.tags;
      const part = presenceIn(schema, deeper(look));
      return (
        part &&
        simplified("all", [
          tags === undefined
            ? not({ kind: "valued", name, values: known })
            : { kind: "valued", name, values: tags },
          part,
        ])
      );
    }),
  );
}

function namesOfAll(presence: Presence): readonly string[] | undefined {
  if (presence.kind === "given") return [presence.name];
  if (presence.kind !== "all") return undefined;
  const names = presence.parts.map(namesOfAll);
  return names.every((each) => each !== undefined) ? names.flat() : undefined;
}

function* lazily<T>(
  items: readonly T[],
  make: (item: T) => Presence | undefined,
): Generator<Presence | undefined> {
  for (const item of items) yield make(item);
}
