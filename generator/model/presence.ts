import type { Api } from "./api.js";
import type { Rule, Schema } from "./schema.js";

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

/**
 * What a schema asks of an object, if it asks for nothing but the presence and absence of members; else undefined.
 * @param api to follow references; without it, a schema that refers to another is undefined
 */
export function presenceOf(
  schema: Schema,
  api?: Definitions,
  depth: number = 0,
): Presence | undefined {
  if (schema.kind === "any") return always;
  if (schema.kind === "never") return never;
  if (depth > deepest) return undefined;
  if (schema.kind === "ref") return presenceAt(schema.target, api, depth);
  return all(schema.rules.map((rule) => presenceOfRule(rule, api, depth)));
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
  depth: number = 0,
): readonly Presence[] {
  if (schema.kind !== "rules" || depth > deepest) return [];
  return schema.rules.flatMap((rule): readonly Presence[] => {
    const whole = presenceOfRule(rule, api, depth);
    if (whole !== undefined) return whole === always ? [] : [whole];
    switch (rule.kind) {
      case "allOf":
        return rule.schemas.flatMap((part) =>
          presencesWithin(part, api, depth + 1),
        );
      case "anyOf":
      case "oneOf": {
        const only = objectBranch(rule.schemas, api, depth + 1);
        return only === undefined ? [] : presencesWithin(only, api, depth + 1);
      }
      case "properties":
        return rule.named
          .filter(({ schema: member }) => member.kind === "never")
          .map(({ name }) => not({ kind: "given", name }));
      case "dependentSchemas":
        return rule.entries.flatMap(({ name, schema: dependent }) => {
          const part = presenceOf(dependent, api, depth + 1);
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
  api: Definitions,
  depth: number,
): Schema | undefined {
  const [only, ...others] = schemas.filter(
    (branch) => presenceOf(branch, api, depth) !== never,
  );
  return others.length === 0 ? only : undefined;
}

/** True unless `type` excludes objects, of the schema itself or of all that it could be. */
export function takesObjects(
  schema: Schema,
  api: Definitions,
  depth: number = 0,
): boolean {
  if (depth > deepest) return true;
  const within = (part: Schema): boolean => takesObjects(part, api, depth + 1);
  const target = (id: string): boolean => {
    const definition = api.definitions[id];
    return definition === undefined || within(definition.schema);
  };
  if (schema.kind === "ref") return target(schema.target);
  if (schema.kind !== "rules") return true;
  return schema.rules.every((rule) => {
    switch (rule.kind) {
      case "type":
        return rule.types.includes("object");
      case "reference":
        return target(rule.target);
      case "allOf":
        return rule.schemas.every(within);
      case "anyOf":
      case "oneOf":
        return rule.schemas.some(within);
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

function presenceAt(
  target: string,
  api: Definitions | undefined,
  depth: number,
): Presence | undefined {
  const schema = api?.definitions[target]?.schema;
  return schema && presenceOf(schema, api, depth + 1);
}

function presenceOfRule(
  rule: Rule,
  api: Definitions | undefined,
  depth: number,
): Presence | undefined {
  const within = (schema: Schema): Presence | undefined =>
    presenceOf(schema, api, depth + 1);
  switch (rule.kind) {
    case "type":
      return rule.types.includes("object") ? always : never;
    case "required":
      return all(rule.names.map((name) => ({ kind: "given", name })));
    case "properties":
      return rule.patterns.length > 0 || rule.additional !== undefined
        ? undefined
        : all(
            rule.named.map(({ name, schema }) => {
              if (schema.kind === "any") return always;
              if (schema.kind !== "never") return undefined;
              return not({ kind: "given", name });
            }),
          );
    case "dependentRequired":
      return all(
        rule.entries.flatMap(({ name, required }) =>
          required.map((other) =>
            implies(name, { kind: "given", name: other }),
          ),
        ),
      );
    case "dependentSchemas":
      return all(
        rule.entries.map(({ name, schema }) => {
          const part = within(schema);
          return part && implies(name, part);
        }),
      );
    case "reference":
      return presenceAt(rule.target, api, depth);
    case "allOf":
      return all(rule.schemas.map(within));
    case "anyOf":
    case "oneOf": {
      const parts = rule.schemas.map(within);
      return areKnown(parts)
        ? simplified(rule.kind === "anyOf" ? "any" : "one", parts)
        : undefined;
    }
    case "not": {
      const part = within(rule.schema);
      return part && not(part);
    }
    case "conditional": {
      const condition = within(rule.if);
      const then = rule.then === undefined ? always : within(rule.then);
      const otherwise = rule.else === undefined ? always : within(rule.else);
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
