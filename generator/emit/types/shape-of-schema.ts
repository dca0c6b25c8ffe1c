import { code } from "../../code/code.js";
import { definitionKinds } from "../value-kinds.js";
import { Memo } from "../../tracking/memo.js";
import { leafOfKeywords } from "../../mapping/leaf-of.js";
import { isOpenEnum } from "../../model/find-views.js";
import type {
  DefinitionId,
  Keyword,
  KeywordByKind,
  Schema,
} from "../../model/schema.js";
import type { EmitContext } from "../context.js";
import {
  intersectionOf,
  isBareObject,
  mergeObjects,
} from "./combine-shapes.js";
import { scalarOf, unionOf, withCompletions, withoutNull } from "./union-of.js";
import {
  appliesToOptions,
  guessTypes,
  guessesTypes,
  takesNoParts,
} from "./guessed-types.js";
import {
  conditionalShape,
  dependentShapes,
  exclusionShape,
} from "./dependent-shapes.js";
import { arrayShape } from "./array-shape.js";
import { inheritedShape } from "./inherited-shape.js";
import { mappedShape } from "./mapped-shape.js";
import { admitsNull, keywordsAdmitNull } from "./nullability.js";
import { objectShape, withUnevaluated } from "./object-shape.js";
import {
  neverShape,
  primitive,
  unknownShape,
  type ObjectShape,
  type Shape,
  shapeOfValue,
} from "./shape.js";
import { keywordOf, type ShapeScope } from "./shape-scope.js";
import { typeSymbolOf, type TypeMode } from "./type-mode.js";
import { hasType, leavesType, leftOf, withTypesOf } from "./narrowed-scope.js";
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
    case "keywords":
      return shapeOfKeywords(schema.keywords, scope);
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

function shapeOfKeywords(
  keywords: readonly Keyword[],
  around: ShapeScope,
): Shape {
  const applied = keywords.flatMap(appliedSchemas);
  const hasUnions = keywords.some((keyword) => choices.has(keyword.kind));
  const isCombined = applied.length > 0 || (hasUnions && keywords.length > 1);
  const scope =
    isCombined || around.types !== undefined
      ? withTypesOf(keywords, around)
      : around;
  if (scope.types?.size === 0) return neverShape;
  // What keywords say of members says nothing of a value that is a scalar by what it takes over.
  const isOverruled =
    guessesTypes(keywords) &&
    applied.some((schema) => takesNoParts(schema, scope));
  const core = isOverruled ? unknownShape : coreShape(keywords, scope);
  const [only] = applied;
  if (applied.length === 1 && only !== undefined && !says(core) && !hasUnions) {
    return shapeOf(only, scope);
  }
  const guess = appliesToOptions(keywords, scope) ? core : unknownShape;
  const parts = [
    guess === core ? unknownShape : core,
    ...applied.map((schema) => inheritedShape(schema, scope)),
  ];
  if (
    isCombined &&
    leavesType("null", scope) &&
    keywordsAdmitNull(keywords, scope.context.api)
  ) {
    const others = parts.map(withoutNull);
    return unionOf([
      combinedShape(keywords, others, guess, scope),
      primitive("null"),
    ]);
  }
  return combinedShape(keywords, parts, guess, scope);
}

/** What the assertions say and what other schemas add, with the choices that the keywords give. */
function combinedShape(
  keywords: readonly Keyword[],
  parts: readonly Shape[],
  guess: Shape,
  scope: ShapeScope,
): Shape {
  const base = intersectionOf(parts);
  if (!keywords.some((keyword) => choices.has(keyword.kind))) {
    return base.kind === "object"
      ? withUnevaluated(base, keywords, scope)
      : base;
  }
  const known = knownObject(base, scope);
  const inner = known === undefined ? scope : { ...scope, known };
  const types = keywordOf(keywords, "type")?.types;
  const isPresent = types !== undefined && !types.includes("null");
  const unions = keywords
    .flatMap((keyword) => choiceShapes(keyword, guess, inner))
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
function appliedSchemas(keyword: Keyword): readonly Schema[] {
  if (keyword.kind === "allOf") return keyword.schemas;
  if (keyword.kind !== "reference") return [];
  return [
    { kind: "ref", target: keyword.target, pointer: "", annotations: {} },
  ];
}

const choices: ReadonlySet<Keyword["kind"]> = new Set([
  "anyOf",
  "oneOf",
  "not",
  "conditional",
  "dependentRequired",
  "dependentSchemas",
]);

/**
 * The choices that a keyword gives, all of which hold.
 * @param guess holds for the options that can be objects or arrays
 */
function choiceShapes(
  keyword: Keyword,
  guess: Shape,
  scope: ShapeScope,
): readonly Shape[] {
  switch (keyword.kind) {
    case "anyOf":
    case "oneOf": {
      const options = optionShapes(keyword, scope).map((shape, index) =>
        takesNoParts(keyword.schemas[index], scope)
          ? shape
          : intersectionOf([guess, shape]),
      );
      return [
        unionOf(keyword.kind === "anyOf" ? withCompletions(options) : options),
      ];
    }
    case "not":
      return [exclusionShape(keyword.schema, scope) ?? unknownShape];
    case "conditional":
      return [conditionalShape(keyword, scope)];
    case "dependentRequired":
    case "dependentSchemas":
      return dependentShapes(keyword, scope);
    default:
      return [];
  }
}

/** What the assertions about the value itself say: constants, else the shapes of its types. */
function coreShape(keywords: readonly Keyword[], scope: ShapeScope): Shape {
  const types = keywordOf(keywords, "type")?.types;
  const values = valuesOf(keywords);
  if (values !== undefined) {
    const enumeration = keywordOf(keywords, "enum");
    const isOpen =
      scope.mode === "response" &&
      keywordOf(keywords, "const") === undefined &&
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
  if (keywordOf(keywords, "binary") !== undefined) return { kind: "bytes" };
  const guessed = (types ?? guessTypes(keywords))?.filter((type) =>
    leavesType(type, scope),
  );
  // What keywords say of members says nothing of a value that can be no object.
  if (guessed === undefined || guessed.length === 0) return unknownShape;
  const leaf = leafOfKeywords(keywords, scope.context.mappings);
  return unionOf(
    guessed.map((type) => {
      const shape = typeShapes[type](keywords, scope);
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
  readonly [K in KeywordByKind["type"]["types"][number]]: (
    keywords: readonly Keyword[],
    scope: ShapeScope,
  ) => Shape;
} = {
  null: () => primitive("null"),
  boolean: () => primitive("boolean"),
  integer: () => primitive("number"),
  number: () => primitive("number"),
  string: () => primitive("string"),
  array: arrayShape,
  object: (keywords, scope) => objectShape(keywords, scope),
};

function valuesOf(keywords: readonly Keyword[]): Shape[] | undefined {
  const constant = keywordOf(keywords, "const");
  if (constant !== undefined) return [shapeOfValue(constant.value)];
  return keywordOf(keywords, "enum")?.values.map(shapeOfValue);
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
