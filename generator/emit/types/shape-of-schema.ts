import { code } from "../../code/code.js";
import { definitionKinds, kindsWithin } from "../kinds.js";
import { Memo } from "../../cache/memo.js";
import { leafOfRules } from "../../mapping/leaf-of.js";
import { isOpenEnum } from "../../model/find-views.js";
import type {
  DefinitionId,
  Rule,
  RuleByKind,
  Schema,
} from "../../model/schema.js";
import type { EmitContext } from "../context.js";
import {
  intersectionOf,
  isBareObject,
  mergeObjects,
  scalarOf,
  unionOf,
  withCompletions,
  withoutNull,
} from "./combine-shapes.js";
import {
  conditionalShape,
  dependentShapes,
  exclusionShape,
} from "./dependent-shapes.js";
import { arrayShape } from "./array-shape.js";
import { inheritedShape } from "./inherited-shape.js";
import { mappedShape } from "./mapped-shape.js";
import { admitsNull, rulesAdmitNull } from "./nullability.js";
import { objectShape, withUnevaluated } from "./object-shape.js";
import {
  neverShape,
  primitive,
  unknownShape,
  type ObjectShape,
  type Shape,
} from "./shape.js";
import { ruleOf, type ShapeScope } from "./shape-scope.js";
import { shapeOfValue } from "./shape-of-value.js";
import { typeSymbolOf, type TypeMode } from "./type-mode.js";
import { hasType, leavesType, leftOf, withTypesOf } from "./types-around.js";
import { optionShapes } from "./union-shapes.js";

/** The scope for a schema that stands by itself. */
export function rootScope(
  context: EmitContext,
  mode: TypeMode,
  isWire = false,
): ShapeScope {
  return { context, mode, isWire, open: new Set(), isMember: false, shapeOf };
}

/**
 * The type of a schema: as narrow as TypeScript can say it, never narrower than the schema. What it cannot
 * say (patterns, bounds, formats) is left to the validators.
 */
export function shapeOf(schema: Schema, scope: ShapeScope): Shape {
  switch (schema.kind) {
    case "any":
      return unknownShape;
    case "never":
      return neverShape;
    case "ref":
      return referenceShape(schema.target, scope);
    case "rules":
      return shapeOfRules(schema.rules, scope);
  }
}

/**
 * The type of a definition by its name; one that a type of the user's own stands in for is a scalar where that is.
 * A definition that the types around leave only a part of is spelled out.
 */
function referenceShape(target: DefinitionId, scope: ShapeScope): Shape {
  const { mode, context, isWire } = scope;
  const left = leftOf(target, scope);
  if (left === "none") return neverShape;
  const definition = context.api.definitions[target];
  if (left === "some" && definition !== undefined && !scope.open.has(target)) {
    const open = new Set(scope.open).add(target);
    return shapeOf(definition.schema, { ...scope, open });
  }
  const symbol = typeSymbolOf(target, mode, context, isWire);
  const leaf = context.mappings.definitions.get(target)?.leaf;
  return leaf === undefined || (isWire && leaf.converts)
    ? {
        kind: "reference",
        symbol,
        target,
        scalar: () => scalarBehind(target, scope),
      }
    : {
        kind: "mapped",
        key: symbol.name,
        code: code`${symbol}`,
        base: leaf.wire,
      };
}

const scalars = new Memo<EmitContext, Shape | undefined>();

/** The type of a definition whose values are scalars alone; undefined for any other. */
function scalarBehind(
  target: DefinitionId,
  scope: ShapeScope,
): Shape | undefined {
  const { context, mode, isWire } = scope;
  const kinds = definitionKinds.of(context.api, target);
  if (kinds === null || kinds.includes("object")) return undefined;
  const make = (): Shape | undefined => {
    const schema = context.api.definitions[target]?.schema;
    return (
      schema && scalarOf(shapeOf(schema, rootScope(context, mode, isWire)))
    );
  };
  return scalars.get(context, make, `${mode} ${isWire} ${target}`);
}

function shapeOfRules(rules: readonly Rule[], around: ShapeScope): Shape {
  const applied = rules.flatMap(appliedSchemas);
  const hasUnions = rules.some((rule) => choices.has(rule.kind));
  const isCombined = applied.length > 0 || (hasUnions && rules.length > 1);
  const scope =
    isCombined || around.types !== undefined
      ? withTypesOf(rules, around)
      : around;
  if (scope.types?.size === 0) return neverShape;
  // What keywords say of members says nothing of a value that is a scalar by what it takes over.
  const isOverruled =
    guessesTypes(rules) &&
    applied.some((schema) => takesNoParts(schema, scope));
  const core = isOverruled ? unknownShape : coreShape(rules, scope);
  const [only] = applied;
  if (applied.length === 1 && only !== undefined && !says(core) && !hasUnions) {
    return shapeOf(only, scope);
  }
  const guess = appliesToOptions(rules, scope) ? core : unknownShape;
  const parts = [
    guess === core ? unknownShape : core,
    ...applied.map((schema) => inheritedShape(schema, scope)),
  ];
  if (
    isCombined &&
    leavesType("null", scope) &&
    rulesAdmitNull(rules, scope.context.api)
  ) {
    const others = parts.map(withoutNull);
    return unionOf([
      combinedShape(rules, others, guess, scope),
      primitive("null"),
    ]);
  }
  return combinedShape(rules, parts, guess, scope);
}

/** What the assertions say and what other schemas add, with the choices that the rules give. */
function combinedShape(
  rules: readonly Rule[],
  parts: readonly Shape[],
  guess: Shape,
  scope: ShapeScope,
): Shape {
  const base = intersectionOf(parts);
  if (!rules.some((rule) => choices.has(rule.kind))) {
    return base.kind === "object" ? withUnevaluated(base, rules, scope) : base;
  }
  const known = knownObject(base, scope);
  const inner = known === undefined ? scope : { ...scope, known };
  const types = ruleOf(rules, "type")?.types;
  const isPresent = types !== undefined && !types.includes("null");
  const unions = rules
    .map((rule) => choiceShape(rule, guess, inner))
    .map((shape) => (isPresent ? presentShape(shape, scope) : shape));
  const informative = withinLimit(
    unions.filter(({ kind }) => kind !== "unknown"),
  );
  if (informative.length === 0) return base;
  const isSaid = says(base) && !isListOfAnything(base);
  return intersectionOf([isSaid ? base : unknownShape, ...informative]);
}

/** A choice beside a type without `null`: a named branch that takes `null` as well is left without it. */
function presentShape(shape: Shape, scope: ShapeScope): Shape {
  if (shape.kind === "union") {
    const options = shape.options.map((one) => presentShape(one, scope));
    return { ...shape, options };
  }
  if (shape.kind !== "reference" || shape.target === undefined) return shape;
  const { api } = scope.context;
  const schema = api.definitions[shape.target]?.schema;
  return schema !== undefined && admitsNull(schema, api)
    ? { ...shape, isPresent: true }
    : shape;
}

/** TypeScript multiplies the choices of an intersection out: what would be too many of them stays unsaid. */
function withinLimit(unions: readonly Shape[]): Shape[] {
  let product = 1;
  return unions.filter((shape, index) => {
    const factor = shape.kind === "union" ? shape.options.length : 1;
    if (index > 0 && product * factor > mostChoices) return false;
    product *= factor;
    return true;
  });
}

const mostChoices = 256;

/** The schemas that hold for the value as a whole. */
function appliedSchemas(rule: Rule): readonly Schema[] {
  if (rule.kind === "allOf") return rule.schemas;
  if (rule.kind !== "reference") return [];
  return [{ kind: "ref", target: rule.target, pointer: "", annotations: {} }];
}

const choices: ReadonlySet<Rule["kind"]> = new Set([
  "anyOf",
  "oneOf",
  "not",
  "conditional",
  "dependentRequired",
  "dependentSchemas",
]);

/**
 * What a rule that gives a choice says of the type.
 * @param guess holds for the options that can be objects or arrays
 */
function choiceShape(rule: Rule, guess: Shape, scope: ShapeScope): Shape {
  switch (rule.kind) {
    case "anyOf":
    case "oneOf": {
      const options = optionShapes(rule, scope).map((shape, index) =>
        takesNoParts(rule.schemas[index], scope)
          ? shape
          : intersectionOf([guess, shape]),
      );
      return unionOf(
        rule.kind === "anyOf" ? withCompletions(options) : options,
      );
    }
    case "not":
      return exclusionShape(rule.schema, scope) ?? unknownShape;
    case "conditional":
      return conditionalShape(rule, scope);
    case "dependentRequired":
    case "dependentSchemas":
      return intersectionOf(dependentShapes(rule, scope));
    default:
      return unknownShape;
  }
}

/** What the assertions about the value itself say: constants, else the shapes of its types. */
function coreShape(rules: readonly Rule[], scope: ShapeScope): Shape {
  const types = ruleOf(rules, "type")?.types;
  const values = valuesOf(rules);
  if (values !== undefined) {
    const enumeration = ruleOf(rules, "enum");
    const isOpen =
      scope.mode === "response" &&
      ruleOf(rules, "const") === undefined &&
      enumeration !== undefined &&
      isOpenEnum(enumeration);
    const options: Shape[] = isOpen ? [...values, { kind: "text" }] : values;
    return unionOf(
      options.filter(
        (shape) =>
          (types === undefined || hasType(shape, types)) &&
          (scope.types === undefined || hasType(shape, [...scope.types])),
      ),
    );
  }
  if (ruleOf(rules, "binary") !== undefined) return { kind: "bytes" };
  const guessed = (types ?? guessTypes(rules))?.filter((type) =>
    leavesType(type, scope),
  );
  // What keywords say of members says nothing of a value that can be no object.
  if (guessed === undefined || guessed.length === 0) return unknownShape;
  const leaf = leafOfRules(rules, scope.context.mappings);
  return unionOf(
    guessed.map((type) => {
      const shape = typeShapes[type](rules, scope);
      return leaf?.wire.some((kind) => isOfKind(shape, kind)) === true
        ? mappedShape(leaf, shape, scope.isWire)
        : shape;
    }),
  );
}

function isOfKind(shape: Shape, kind: string): boolean {
  return shape.kind === "primitive" && shape.type === kind;
}

const typeShapes: {
  readonly [K in RuleByKind["type"]["types"][number]]: (
    rules: readonly Rule[],
    scope: ShapeScope,
  ) => Shape;
} = {
  null: () => primitive("null"),
  boolean: () => primitive("boolean"),
  integer: () => primitive("number"),
  number: () => primitive("number"),
  string: () => primitive("string"),
  array: arrayShape,
  object: (rules, scope) => objectShape(rules, scope),
};

/** Without `type`, keywords that speak of members or items tell what is meant. */
function guessTypes(
  rules: readonly Rule[],
): RuleByKind["type"]["types"] | undefined {
  if (rules.some(({ kind }) => kind === "properties" || kind === "required")) {
    return ["object"];
  }
  return rules.some(({ kind }) => kind === "items") ? ["array"] : undefined;
}

/**
 * Whether the types are guessed, and an option names others: what the keywords say of members or items then holds
 * for the other options alone.
 */
function appliesToOptions(rules: readonly Rule[], scope: ShapeScope): boolean {
  return (
    guessesTypes(rules) &&
    rules.some(
      (rule) =>
        (rule.kind === "anyOf" || rule.kind === "oneOf") &&
        rule.schemas.some((schema) => takesNoParts(schema, scope)),
    )
  );
}

/** Whether nothing but keywords of members or items tells what is meant. */
function guessesTypes(rules: readonly Rule[]): boolean {
  return (
    !rules.some(({ kind }) => kind === "type" || kind === "const") &&
    !rules.some(({ kind }) => kind === "enum" || kind === "binary") &&
    guessTypes(rules) !== undefined
  );
}

/** Whether a schema names types, and neither objects nor arrays. */
function takesNoParts(
  schema: Schema | undefined,
  { context }: ShapeScope,
): boolean {
  const kinds = schema && kindsWithin(schema, context.api);
  return kinds !== undefined && !kinds.includes("object");
}

function valuesOf(rules: readonly Rule[]): Shape[] | undefined {
  const constant = ruleOf(rules, "const");
  if (constant !== undefined) return [shapeOfValue(constant.value)];
  return ruleOf(rules, "enum")?.values.map(shapeOfValue);
}

/** Whether a shape says more than that something is an object, an array, or one of several bare types. */
function says(shape: Shape): boolean {
  if (shape.kind === "union") return !shape.options.every(isBareOrNull);
  return !isBare(shape);
}

/** Says no more than `type: array`, which is said of each branch beside it. */
function isListOfAnything(shape: Shape): boolean {
  return shape.kind === "array" && shape.item.kind === "unknown";
}

function isBareOrNull(shape: Shape): boolean {
  return isBare(shape) || (shape.kind === "primitive" && shape.type === "null");
}

function isBare(shape: Shape): boolean {
  return (
    shape.kind === "unknown" || (shape.kind === "object" && isBareObject(shape))
  );
}

/** The object around a choice: what the scope knows already, and what the schema itself says. */
function knownObject(
  base: Shape,
  { known }: ShapeScope,
): ObjectShape | undefined {
  const parts =
    base.kind === "union"
      ? base.options
      : base.kind === "intersection"
        ? base.parts
        : [base];
  const objects = parts.filter((part) => part.kind === "object");
  const [own] = objects;
  if (own === undefined || objects.length > 1) return known;
  return known === undefined ? own : mergeObjects(known, own);
}
