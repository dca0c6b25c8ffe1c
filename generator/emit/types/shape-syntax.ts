import { createRequire } from "node:module";
import type * as OpenapiTypeScript from "openapi-typescript";
import type { GlobalContext, SchemaObject } from "openapi-typescript";
import type TypeScript from "typescript";
import type { Shape, ShapeByKind } from "./shape.js";
import { Slots, splitAtSlots } from "./slots.js";

/**
 * The syntax of a type, through openapi-typescript, taken apart at its slots (see `splitAtSlots`): one for each
 * literal, reference and object, in their order, so that no text of the spec passes through the printer.
 */
export function printTypeSyntax(shape: Shape): readonly string[] {
  return splitAtSlots(printNode(nodeOf(shape, new Slots())));
}

/** The same of a member of an object: the first slot is its key, the last one its comment if it has one. */
export function printMemberSyntax(
  shape: Shape,
  optional: boolean,
  hasComment: boolean,
): readonly string[] {
  const slots = new Slots();
  const key = slots.next();
  const node = memberNode(shape, optional, slots);
  const value: NodeSchema = hasComment
    ? { type: "node", node, comment: slots.next() }
    : { type: "node", node };
  const literal = transform({
    type: "object",
    properties: { [key]: value },
    required: optional ? [] : [key],
  });
  const { ts } = packages();
  const members = ts.isTypeLiteralNode(literal) ? literal.members : [];
  return splitAtSlots(members.map(printNode).join("\n"));
}

/** The same of an index signature. */
export function printIndexSyntax(shape: Shape): readonly string[] {
  const { factory, SyntaxKind } = packages().ts;
  const key = factory.createParameterDeclaration(
    undefined,
    undefined,
    "key",
    undefined,
    factory.createKeywordTypeNode(SyntaxKind.StringKeyword),
  );
  const type = nodeOf(shape, new Slots());
  const signature = factory.createIndexSignature(undefined, [key], type);
  return splitAtSlots(printNode(signature));
}

/** What openapi-typescript is given: one level of a Schema Object, whose subschemas are syntax already. */
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

function nodeOf(shape: Shape, slots: Slots): TypeScript.TypeNode {
  return (
    nodesByKind[shape.kind] as (
      shape: Shape,
      slots: Slots,
    ) => TypeScript.TypeNode
  )(shape, slots);
}

const nodesByKind: {
  readonly [K in Shape["kind"]]: (
    shape: ShapeByKind[K],
    slots: Slots,
  ) => TypeScript.TypeNode;
} = {
  unknown: () => transform(true),
  never: () => transform(false),
  undefined: undefinedNode,
  primitive: ({ type }) => transform({ type }),
  literal: (_, slots) => slotNode(slots),
  text: (_, slots) => slotNode(slots),
  bytes: (_, slots) => slotNode(slots),
  mapped: (_, slots) => slotNode(slots),
  reference: (_, slots) => slotNode(slots),
  object: (_, slots) => slotNode(slots),
  // openapi-typescript takes a list of lists for a list, and knows no rest behind a tuple.
  array: ({ item }, slots) =>
    packages().ts.factory.createArrayTypeNode(nodeOf(item, slots)),
  tuple: tupleNode,
  union: ({ options }, slots) =>
    transform({ anyOf: options.map((one) => nodeSchema(one, slots)) }),
  intersection: ({ parts }, slots) =>
    transform({ allOf: parts.map((part) => nodeSchema(part, slots)) }),
};

function undefinedNode(): TypeScript.TypeNode {
  const { factory, SyntaxKind } = packages().ts;
  return factory.createKeywordTypeNode(SyntaxKind.UndefinedKeyword);
}

function nodeSchema(shape: Shape, slots: Slots): NodeSchema {
  return { type: "node", node: nodeOf(shape, slots) };
}

function slotNode(slots: Slots): TypeScript.TypeNode {
  return packages().ts.factory.createTypeReferenceNode(slots.next());
}

function transform(schema: LevelSchema): TypeScript.TypeNode {
  // The level is openapi-typescript's Schema Object plus the type that `transformHook` handles.
  return packages().transformSchemaObject(schema as SchemaObject, { ctx });
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
  slots: Slots,
): TypeScript.TypeNode {
  const { ts } = packages();
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

/** A member that may be absent may be `undefined` too: validators and builders take it for absent. */
function memberNode(
  shape: Shape,
  optional: boolean,
  slots: Slots,
): TypeScript.TypeNode {
  if (!optional || shape.kind === "unknown") return nodeOf(shape, slots);
  if (shape.kind === "never") return undefinedNode();
  const { ts } = packages();
  const node = nodeOf(shape, slots);
  const types = ts.isUnionTypeNode(node) ? node.types : [node];
  return ts.factory.createUnionTypeNode([...types, undefinedNode()]);
}

/** Puts the comment's slot before a member. */
function addComment(
  property: TypeScript.PropertySignature,
  schemaObject: SchemaObject,
): TypeScript.PropertySignature {
  const { comment } = schemaObject as unknown as NodeSchema;
  const { ts } = packages();
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

function printNode(node: TypeScript.Node): string {
  const { ts, printer, emptyFile } = packages();
  return printer.printNode(ts.EmitHint.Unspecified, node, emptyFile);
}

interface Packages {
  readonly ts: typeof TypeScript;
  readonly transformSchemaObject: typeof OpenapiTypeScript.transformSchemaObject;
  readonly printer: TypeScript.Printer;
  readonly emptyFile: TypeScript.SourceFile;
}

let loaded: Packages | undefined;

/** Loaded at the first use, the CommonJS way, and without the rest of openapi-typescript: a third of the time. */
function packages(): Packages {
  loaded ??= load();
  return loaded;
}

function load(): Packages {
  const require = createRequire(import.meta.url);
  const ts = require("typescript") as typeof TypeScript;
  const { default: transformSchemaObject } =
    require("openapi-typescript/dist/transform/schema-object.cjs") as {
      default: typeof OpenapiTypeScript.transformSchemaObject;
    };
  return {
    ts,
    transformSchemaObject,
    printer: ts.createPrinter({ removeComments: false }),
    emptyFile: ts.createSourceFile("types.ts", "", ts.ScriptTarget.ES2022),
  };
}
