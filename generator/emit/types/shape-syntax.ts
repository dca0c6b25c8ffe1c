import { createRequire } from "node:module";
import type * as OpenapiTypeScript from "openapi-typescript";
import type { GlobalContext, SchemaObject } from "openapi-typescript";
import type TypeScript from "typescript";
import type { PrintedForm } from "../../code/printed-forms.js";
import { Slots, splitAtSlots } from "./slots.js";
import type {
  SyntaxForm,
  SyntaxFormByKind,
  TupleElement,
} from "./syntax-form.js";

/**
 * The syntax of a type, through openapi-typescript, taken apart at its slots (see `splitAtSlots`), in which stands
 * all that comes from the description: no text of it passes through the printer.
 */
export function printTypeSyntax(form: SyntaxForm): PrintedForm {
  return splitAtSlots(printNode(nodeOf(form, new Slots())));
}

/** What the syntax of a member looks like, whatever its key, type and comment are. */
export interface MemberForm {
  readonly optional: boolean;
  /** Whether `undefined` stands beside its type. */
  readonly addsUndefined: boolean;
  readonly hasComment: boolean;
}

/** The same of a member of an object. Its slots are its key, its type, and its comment if it has one. */
export function printMemberSyntax({
  optional,
  addsUndefined,
  hasComment,
}: MemberForm): PrintedForm {
  const slots = new Slots();
  const key = slots.next();
  const type = slotNode(slots);
  const node = addsUndefined
    ? packages().ts.factory.createUnionTypeNode([type, undefinedNode()])
    : type;
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

/** The same of an index signature, whose one slot is its type. */
export function printIndexSyntax(): PrintedForm {
  const { factory, SyntaxKind } = packages().ts;
  const key = factory.createParameterDeclaration(
    undefined,
    undefined,
    "key",
    undefined,
    factory.createKeywordTypeNode(SyntaxKind.StringKeyword),
  );
  const type = slotNode(new Slots());
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

function nodeOf(form: SyntaxForm, slots: Slots): TypeScript.TypeNode {
  return (
    nodesByKind[form.kind] as (
      form: SyntaxForm,
      slots: Slots,
    ) => TypeScript.TypeNode
  )(form, slots);
}

const nodesByKind: {
  readonly [K in SyntaxForm["kind"]]: (
    form: SyntaxFormByKind[K],
    slots: Slots,
  ) => TypeScript.TypeNode;
} = {
  slot: (_, slots) => slotNode(slots),
  keyword: ({ keyword }) => keywordNodes[keyword](),
  // openapi-typescript takes a list of lists for a list, and knows no rest behind a tuple.
  array: ({ item }, slots) =>
    packages().ts.factory.createArrayTypeNode(nodeOf(item, slots)),
  tuple: tupleNode,
  union: ({ parts }, slots) => transform({ anyOf: nodeSchemas(parts, slots) }),
  intersection: ({ parts }, slots) =>
    transform({ allOf: nodeSchemas(parts, slots) }),
};

const keywordNodes: {
  readonly [
    K in SyntaxFormByKind["keyword"]["keyword"]
  ]: () => TypeScript.TypeNode;
} = {
  unknown: () => transform(true),
  never: () => transform(false),
  undefined: undefinedNode,
  null: () => transform({ type: "null" }),
  boolean: () => transform({ type: "boolean" }),
  number: () => transform({ type: "number" }),
  string: () => transform({ type: "string" }),
};

function undefinedNode(): TypeScript.TypeNode {
  const { factory, SyntaxKind } = packages().ts;
  return factory.createKeywordTypeNode(SyntaxKind.UndefinedKeyword);
}

function nodeSchemas(parts: readonly SyntaxForm[], slots: Slots): NodeSchema[] {
  return parts.map((part) => ({ type: "node", node: nodeOf(part, slots) }));
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
  { elements }: SyntaxFormByKind["tuple"],
  slots: Slots,
): TypeScript.TypeNode {
  const { ts } = packages();
  const nodes = elements.map(({ kind, form }) =>
    elementNodes[kind](nodeOf(form, slots)),
  );
  return ts.setEmitFlags(
    ts.factory.createTupleTypeNode(nodes),
    ts.EmitFlags.SingleLine,
  );
}

const elementNodes: {
  readonly [K in TupleElement["kind"]]: (
    node: TypeScript.TypeNode,
  ) => TypeScript.TypeNode;
} = {
  required: (node) => node,
  optional: (node) => packages().ts.factory.createOptionalTypeNode(node),
  rest: (node) => {
    const { factory } = packages().ts;
    return factory.createRestTypeNode(factory.createArrayTypeNode(node));
  },
};

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
