import { createRequire } from "node:module";
import type * as OpenapiTypeScript from "openapi-typescript";
import type { GlobalContext, SchemaObject } from "openapi-typescript";
import type TypeScript from "typescript";
import { code, type Code } from "../../code/code.js";
import { jsonLiteral, propertyKey } from "../../code/literals.js";
import { docComment } from "../../code/comment.js";
import { CodeSlots } from "./code-slots.js";
import { unionOf } from "./combine-shapes.js";
import {
  undefinedShape,
  unknownShape,
  type MemberDocs,
  type MemberShape,
  type ObjectShape,
  type Shape,
  type ShapeByKind,
} from "./shape.js";

// Loaded the CommonJS way, and without the rest of openapi-typescript: a third of the time to start.
const require = createRequire(import.meta.url);
const ts = require("typescript") as typeof TypeScript;
const { default: transformSchemaObject } =
  require("openapi-typescript/dist/transform/schema-object.cjs") as {
    default: typeof OpenapiTypeScript.transformSchemaObject;
  };

/** A shape as a TypeScript type. */
export function printShape(shape: Shape): Code {
  const slots = new CodeSlots();
  return slots.fill(printNode(nodeOf(shape, slots)));
}

/** The members of an object shape, without the braces around them. */
export function printMembers(shape: ObjectShape): Code {
  const slots = new CodeSlots();
  const node = nodeOf(shape, slots);
  const members = ts.isTypeLiteralNode(node) ? node.members : [];
  return slots.fill(members.map(printNode).join("\n"));
}

/**
 * What openapi-typescript is given: one level of a Schema Object, whose subschemas are syntax already. Names,
 * literals, references and comments are slots, so that no text of the spec passes through its printer.
 */
type LevelSchema =
  | SimpleSchema
  | {
      readonly type: "object";
      readonly properties: Readonly<Record<string, NodeSchema>>;
      readonly required: readonly string[];
    }
  | { readonly anyOf: readonly NodeSchema[] }
  | { readonly allOf: readonly NodeSchema[] };

type SimpleSchema =
  boolean | { readonly type: "null" | "boolean" | "number" | "string" };

/** A subschema that is syntax already. */
interface NodeSchema {
  readonly type: "node";
  readonly node: TypeScript.TypeNode;
  /** The slot of the comment before a member. */
  readonly comment?: string;
}

function nodeOf(shape: Shape, slots: CodeSlots): TypeScript.TypeNode {
  return (
    nodesByKind[shape.kind] as (
      shape: Shape,
      slots: CodeSlots,
    ) => TypeScript.TypeNode
  )(shape, slots);
}

const nodesByKind: {
  readonly [K in Shape["kind"]]: (
    shape: ShapeByKind[K],
    slots: CodeSlots,
  ) => TypeScript.TypeNode;
} = {
  unknown: () => simpleNode(true),
  never: () => simpleNode(false),
  undefined: () => undefinedNode,
  primitive: ({ type }) => simpleNode({ type }),
  literal: ({ value }, slots) => slotNode(slots.add(jsonLiteral(value))),
  text: (_, slots) => slotNode(slots.add(code`(string & {})`)),
  bytes: (_, slots) =>
    slotNode(slots.add(code`(Blob | Uint8Array<ArrayBuffer>)`)),
  mapped: ({ code: type }, slots) => slotNode(slots.add(type)),
  reference: ({ symbol }, slots) => slotNode(slots.add(symbol)),
  // openapi-typescript takes a list of lists for a list, and knows no rest behind a tuple.
  array: ({ item }, slots) =>
    ts.factory.createArrayTypeNode(nodeOf(item, slots)),
  tuple: tupleNode,
  object: objectNode,
  union: ({ options }, slots) =>
    transform({ anyOf: options.map((one) => nodeSchema(one, slots)) }),
  intersection: ({ parts }, slots) =>
    transform({ allOf: parts.map((part) => nodeSchema(part, slots)) }),
};

const undefinedNode = ts.factory.createKeywordTypeNode(
  ts.SyntaxKind.UndefinedKeyword,
);

const simpleNodes = new Map<string, TypeScript.TypeNode>();

/** The syntax of a type without parts; made once. */
function simpleNode(schema: SimpleSchema): TypeScript.TypeNode {
  const key = typeof schema === "boolean" ? String(schema) : schema.type;
  const known = simpleNodes.get(key);
  if (known !== undefined) return known;
  const node = transform(schema);
  simpleNodes.set(key, node);
  return node;
}

function nodeSchema(shape: Shape, slots: CodeSlots): NodeSchema {
  return { type: "node", node: nodeOf(shape, slots) };
}

function slotNode(slot: string): TypeScript.TypeNode {
  return ts.factory.createTypeReferenceNode(slot);
}

function transform(schema: LevelSchema): TypeScript.TypeNode {
  // The level is openapi-typescript's Schema Object plus the type that `transformHook` handles.
  return transformSchemaObject(schema as SchemaObject, { ctx });
}

/** Hands a subschema's syntax over. */
function transformHook(
  schemaObject: SchemaObject,
): TypeScript.TypeNode | undefined {
  const schema = schemaObject as unknown as LevelSchema | NodeSchema;
  return typeof schema === "object" && "node" in schema
    ? schema.node
    : undefined;
}

function tupleNode(
  { items, rest }: ShapeByKind["tuple"],
  slots: CodeSlots,
): TypeScript.TypeNode {
  const elements = items.map(({ shape, optional }) => {
    const node = nodeOf(shape, slots);
    return optional ? ts.factory.createOptionalTypeNode(node) : node;
  });
  if (rest !== undefined) {
    const list = ts.factory.createArrayTypeNode(nodeOf(rest, slots));
    elements.push(ts.factory.createRestTypeNode(list));
  }
  return ts.setEmitFlags(
    ts.factory.createTupleTypeNode(elements),
    ts.EmitFlags.SingleLine,
  );
}

/** An object; an index signature stands among its members, where openapi-typescript would put it beside them. */
function objectNode(
  { members, index }: ObjectShape,
  slots: CodeSlots,
): TypeScript.TypeNode {
  const properties: Record<string, NodeSchema> = {};
  const required: string[] = [];
  for (const one of members) {
    const key = slots.add(propertyKey(one.name));
    const node = memberNode(one, slots);
    properties[key] = hasComment(one.docs)
      ? { type: "node", node, comment: slots.add(commentOf(one.docs)) }
      : { type: "node", node };
    if (!one.optional) required.push(key);
  }
  const own =
    members.length === 0
      ? undefined
      : transform({ type: "object", properties, required });
  const elements: TypeScript.TypeElement[] =
    own !== undefined && ts.isTypeLiteralNode(own) ? [...own.members] : [];
  if (index !== undefined || members.length === 0) {
    const type = index ?? unknownShape;
    const isPartial = members.some(({ optional }) => optional);
    elements.push(
      indexSignature(
        nodeOf(isPartial ? unionOf([type, undefinedShape]) : type, slots),
      ),
    );
  }
  const literal = ts.factory.createTypeLiteralNode(elements);
  const isPlain = members.every(({ docs }) => !hasComment(docs));
  return isPlain ? ts.setEmitFlags(literal, ts.EmitFlags.SingleLine) : literal;
}

/** A member that may be absent may be `undefined` too: validators and builders take it for absent. */
function memberNode(
  { shape, optional }: MemberShape,
  slots: CodeSlots,
): TypeScript.TypeNode {
  if (!optional || shape.kind === "unknown") return nodeOf(shape, slots);
  if (shape.kind === "never") return undefinedNode;
  const node = nodeOf(shape, slots);
  const types = ts.isUnionTypeNode(node) ? node.types : [node];
  return ts.factory.createUnionTypeNode([...types, undefinedNode]);
}

function commentOf({ text, deprecated }: MemberDocs): Code {
  return docComment(text, deprecated);
}

function hasComment({ text, deprecated }: MemberDocs): boolean {
  return text !== "" || deprecated;
}

function indexSignature(
  type: TypeScript.TypeNode,
): TypeScript.IndexSignatureDeclaration {
  const key = ts.factory.createParameterDeclaration(
    undefined,
    undefined,
    "key",
    undefined,
    ts.factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
  );
  return ts.factory.createIndexSignature(undefined, [key], type);
}

/** Puts the comment's slot before a member. */
function addComment(
  property: TypeScript.PropertySignature,
  schemaObject: SchemaObject,
): TypeScript.PropertySignature {
  const { comment } = schemaObject as unknown as NodeSchema;
  return comment === undefined
    ? property
    : ts.addSyntheticLeadingComment(
        property,
        ts.SyntaxKind.MultiLineCommentTrivia,
        comment,
        true,
      );
}

const ctx: GlobalContext = {
  additionalProperties: false,
  alphabetize: false,
  arrayLength: false,
  conditionalEnums: false,
  dedupeEnums: false,
  defaultNonNullable: false,
  discriminators: { objects: {}, refsHandled: [] },
  emptyObjectsUnknown: true,
  enum: false,
  enumValues: false,
  excludeDeprecated: false,
  exportType: false,
  generatePathParams: false,
  immutable: false,
  injectFooter: [],
  makePathsEnum: false,
  pathParamsAsTypes: false,
  postTransform: undefined,
  propertiesRequiredByDefault: false,
  readWriteMarkers: false,
  redoc: undefined as never,
  resolve: () => undefined as never,
  rootTypes: false,
  rootTypesKeepCasing: false,
  rootTypesNoSchemaPrefix: false,
  silent: true,
  transform: transformHook,
  transformProperty: addComment,
};

const printer = ts.createPrinter({ removeComments: false });
const emptyFile = ts.createSourceFile("types.ts", "", ts.ScriptTarget.ES2022);

function printNode(node: TypeScript.Node): string {
  return printer.printNode(ts.EmitHint.Unspecified, node, emptyFile);
}
