import { typeSymbol } from "../../code/symbol.js";
import { kindsWithin } from "../value-kinds.js";
import type { Api } from "../../model/api.js";
import type {
  DefinitionId,
  Discriminator,
  Schema,
  TagValue,
} from "../../model/schema.js";
import { intersectionOf } from "./combine-shapes.js";
import { unionOf } from "./union-of.js";
import { inheritance } from "./inheritance.js";
import { inheritedObject } from "./inherited-shape.js";
import { admitsNull } from "./nullability.js";
import {
  literal,
  member,
  primitive,
  unknownShape,
  type MemberShape,
  type Shape,
} from "./shape.js";
import { keywordOf, type ShapeScope } from "./shape-scope.js";

/**
 * The branches of a union, those with tags narrowed to them; behind them what an open union has in responses. A branch
 * that is not always an object or null stays as it is.
 */
export function taggedShapes(
  schemas: readonly Schema[],
  { property, branches, isOpen }: Discriminator,
  scope: ShapeScope,
): Shape[] {
  const shapes = schemas.map((schema, index) => {
    const shape = scope.shapeOf(schema, scope);
    const tags = branches[index]?.tags ?? [];
    return tags.length === 0 || !hasOnlyObjects(schema, scope.context.api)
      ? shape
      : taggedShape(schema, shape, property, tags, scope);
  });
  return isOpen === true && scope.mode === "response"
    ? [...shapes, unknownBranch(property)]
    : shapes;
}

/** What an open union has in responses besides its branches: TypeScript does not take its tag for a known one. */
function unknownBranch(property: string): Shape {
  const tag: Shape = { kind: "reference", symbol: unknownTag };
  return {
    kind: "object",
    members: [member(property, tag, false)],
    rest: unknownShape,
  };
}

const unknownTag = typeSymbol("UnknownTag", "runtime/unknown-tag.ts");

function taggedShape(
  schema: Schema,
  shape: Shape,
  property: string,
  tags: readonly TagValue[],
  scope: ShapeScope,
): Shape {
  const { api } = scope.context;
  if (isSaid(schema, shape, property, tags, scope)) return shape;
  const narrow = unionOf(tags.map(literal));
  return unionOf([
    intersectionOf([
      shape,
      { kind: "object", members: [member(property, narrow, false)] },
    ]),
    ...(admitsNull(schema, api) ? [primitive("null")] : []),
  ]);
}

/** True if a branch says by itself that its member is one of the tags. */
function isSaid(
  schema: Schema,
  shape: Shape,
  property: string,
  tags: readonly TagValue[],
  scope: ShapeScope,
): boolean {
  const { api } = scope.context;
  // The members of such a branch are being worked out already.
  if (schema.kind === "ref" && leadsBack(schema.target, scope))
    return schemaSaysTags(schema.target, property, tags, api);
  const object =
    schema.kind === "ref" ? inheritedObject(schema.target, scope) : shape;
  const own =
    object?.kind === "object"
      ? object.members.find(({ name }) => name === property)
      : undefined;
  return own === undefined
    ? unionSaysTags(schema, property, tags, api)
    : saysTags(own, tags);
}

/** True if the members of a branch have the schema's own definition as a branch in turn. */
function leadsBack(
  target: DefinitionId,
  { context: { api }, isMember, owner }: ShapeScope,
): boolean {
  if (!isMember || owner === undefined) return false;
  const { tagCircle } = inheritance.of(api, owner);
  return (
    tagCircle !== undefined &&
    inheritance.of(api, target).tagCircle === tagCircle
  );
}

/** True for a definition that requires the member, and lists nothing but the tags for it. */
function schemaSaysTags(
  id: DefinitionId,
  property: string,
  tags: readonly TagValue[],
  api: Api,
): boolean {
  const schema = api.definitions[id]?.schema;
  if (schema?.kind !== "keywords") return false;
  const { keywords } = schema;
  const own = keywordOf(keywords, "properties")?.named.find(
    ({ name }) => name === property,
  )?.schema;
  const constant =
    own?.kind === "keywords" ? keywordOf(own.keywords, "const") : undefined;
  return (
    keywordOf(keywords, "required")?.names.includes(property) === true &&
    tags.some((tag) => tag === constant?.value)
  );
}

/** True for a member that is there and is one of the tags, so that it tells its branch from others as it is. */
function saysTags(
  { shape, optional }: MemberShape,
  tags: readonly TagValue[],
): boolean {
  const options = shape.kind === "union" ? shape.options : [shape];
  return (
    !optional &&
    options.every(
      (option) => option.kind === "literal" && tags.includes(option.value),
    )
  );
}

/** True for a named union whose branches have the tags, by the same property. */
function unionSaysTags(
  schema: Schema,
  property: string,
  tags: readonly TagValue[],
  api: Api,
): boolean {
  const target =
    schema.kind === "ref" ? api.definitions[schema.target]?.schema : undefined;
  const keywords = target?.kind === "keywords" ? target.keywords : [];
  return keywords.some(
    (keyword) =>
      (keyword.kind === "oneOf" || keyword.kind === "anyOf") &&
      keyword.discriminator?.property === property &&
      keyword.discriminator.branches.every(
        (branch) => branch.tags?.every((tag) => tags.includes(tag)) === true,
      ),
  );
}

/** Whether what is valid, besides null, can only be objects, as far as the schema names types. */
function hasOnlyObjects(schema: Schema, api: Api): boolean {
  const kinds = kindsWithin(schema, api) ?? [];
  const target =
    schema.kind === "ref" ? api.definitions[schema.target]?.schema : schema;
  const keywords = target?.kind === "keywords" ? target.keywords : [];
  return (
    kinds.every((kind) => kind === "object") &&
    !keywords.some(
      (keyword) => keyword.kind === "type" && keyword.types.includes("array"),
    )
  );
}
