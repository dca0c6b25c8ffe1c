import type { Api } from "./api.js";
import { perDefinition, type OfDefinition } from "./per-definition.js";
import type { Keyword, Schema } from "./schema.js";

/** A condition on which members an object has. */
export type Presence =
  | { readonly kind: "given"; readonly name: string }
  | {
      readonly kind: "all" | "any" | "one";
      readonly parts: readonly Presence[];
    }
  | { readonly kind: "not"; readonly part: Presence };

type Definitions = Pick<Api, "definitions">;

const always: Presence = { kind: "all", parts: [] };
const never: Presence = { kind: "any", parts: [] };

/** Schemas nested deeper are not looked into. */
const deepest = 8;
/** Bounds the work on schemas that many ways lead to: a condition of more parts would not be read by anybody. */
const mostSchemas = 500;

/** One look at a schema. */
interface Look {
  readonly api: Definitions | undefined;
  readonly depth: number;
  /** How many schemas may still be looked into. */
  readonly left: { count: number };
}

function newLook(api: Definitions | undefined): Look {
  return { api, depth: 0, left: { count: mostSchemas } };
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
  return presenceIn(schema, newLook(api));
}

function presenceIn(schema: Schema, look: Look): Presence | undefined {
  if (schema.kind === "any") return always;
  if (schema.kind === "never") return never;
  look.left.count -= 1;
  if (look.depth > deepest || look.left.count < 0) return undefined;
  if (schema.kind === "ref") return presenceAt(schema.target, look);
  return all(
    schema.keywords.map((keyword) => presenceOfKeyword(keyword, look)),
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
 * The parts of a schema that ask for the presence and absence of members, all of which have to hold. What it asks of
 * the values of members is left out.
 */
export function presencesWithin(
  schema: Schema,
  api: Definitions,
): readonly Presence[] {
  return presencesIn(schema, newLook(api));
}

function presencesIn(schema: Schema, look: Look): readonly Presence[] {
  if (schema.kind !== "keywords" || look.depth > deepest) return [];
  return schema.keywords.flatMap((keyword): readonly Presence[] => {
    const whole = presenceOfKeyword(keyword, look);
    if (whole !== undefined) return whole === always ? [] : [whole];
    switch (keyword.kind) {
      case "allOf":
        return keyword.schemas.flatMap((part) =>
          presencesIn(part, deeper(look)),
        );
      case "anyOf":
      case "oneOf": {
        const only = objectBranch(keyword.schemas, deeper(look));
        return only === undefined ? [] : presencesIn(only, deeper(look));
      }
      case "properties":
        return keyword.named
          .filter(({ schema: member }) => member.kind === "never")
          .map(({ name }) => not({ kind: "given", name }));
      case "dependentSchemas":
        return keyword.entries.flatMap(({ name, schema: dependent }) => {
          const part = presenceIn(dependent, deeper(look));
          return part === undefined ? [] : [implies(name, part)];
        });
      default:
        return [];
    }
  });
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

/** True if the members of an object make no difference: every object meets the condition, or none does. */
export function isConstant(presence: Presence): boolean {
  return presence === always || presence === never;
}

/** True if an object with these members meets the condition. */
export function isMet(
  presence: Presence,
  members: ReadonlySet<string>,
): boolean {
  switch (presence.kind) {
    case "given":
      return members.has(presence.name);
    case "all":
      return presence.parts.every((part) => isMet(part, members));
    case "any":
      return presence.parts.some((part) => isMet(part, members));
    case "one":
      return presence.parts.filter((part) => isMet(part, members)).length === 1;
    case "not":
      return !isMet(presence.part, members);
  }
}

function presenceAt(target: string, look: Look): Presence | undefined {
  if (look.left.count <= 0) return undefined;
  const schema = look.api?.definitions[target]?.schema;
  return schema && presenceIn(schema, deeper(look));
}

function presenceOfKeyword(keyword: Keyword, look: Look): Presence | undefined {
  const within = (schema: Schema): Presence | undefined =>
    presenceIn(schema, deeper(look));
  switch (keyword.kind) {
    case "type":
      return keyword.types.includes("object") ? always : never;
    case "required":
      return all(keyword.names.map((name) => ({ kind: "given", name })));
    case "properties":
      return keyword.patterns.length > 0 || keyword.additional !== undefined
        ? undefined
        : all(
            keyword.named.map(({ name, schema }) => {
              if (schema.kind === "any") return always;
              if (schema.kind !== "never") return undefined;
              return not({ kind: "given", name });
            }),
          );
    case "dependentRequired":
      return all(
        keyword.entries.flatMap(({ name, required }) =>
          required.map((other) =>
            implies(name, { kind: "given", name: other }),
          ),
        ),
      );
    case "dependentSchemas":
      return all(
        keyword.entries.map(({ name, schema }) => {
          const part = within(schema);
          return part && implies(name, part);
        }),
      );
    case "reference":
      return presenceAt(keyword.target, look);
    case "allOf":
      return all(keyword.schemas.map(within));
    case "anyOf":
    case "oneOf": {
      const parts = keyword.schemas.map(within);
      return areKnown(parts)
        ? simplified(keyword.kind === "anyOf" ? "any" : "one", parts)
        : undefined;
    }
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
      return all([
        { kind: "any", parts: [not(condition), then] },
        { kind: "any", parts: [condition, otherwise] },
      ]);
    }
    default:
      return undefined;
  }
}

function all(parts: readonly (Presence | undefined)[]): Presence | undefined {
  return areKnown(parts) ? simplified("all", parts) : undefined;
}

/** The same condition without parts that hold for every object or for none. */
function simplified(
  kind: "all" | "any" | "one",
  parts: readonly Presence[],
): Presence {
  const [neutral, absorbing] =
    kind === "all" ? [always, never] : [never, always];
  if (kind !== "one" && parts.includes(absorbing)) return absorbing;
  const rest = parts.filter((part) => part !== neutral);
  const [only, ...others] = rest;
  if (only === undefined) return neutral;
  return others.length === 0 ? only : { kind, parts: rest };
}

function not(part: Presence): Presence {
  if (part === always) return never;
  if (part === never) return always;
  return part.kind === "not" ? part.part : { kind: "not", part };
}

function implies(name: string, part: Presence): Presence {
  return simplified("any", [not({ kind: "given", name }), part]);
}

function namesOfAll(presence: Presence): readonly string[] | undefined {
  if (presence.kind === "given") return [presence.name];
  if (presence.kind !== "all") return undefined;
  const names = presence.parts.map(namesOfAll);
  return areKnown(names) ? names.flat() : undefined;
}

function areKnown<T>(parts: readonly (T | undefined)[]): parts is readonly T[] {
  return parts.every((part) => part !== undefined);
}
