import transformSchemaObject from "openapi-typescript/dist/transform/schema-object.mjs";
import type { GlobalContext, SchemaObject } from "openapi-typescript";
import ts from "typescript";
import { code, type Code } from "../../code/code.js";
import { docComment } from "../../code/comment.js";
import { jsonLiteral, propertyKey } from "../../code/literals.js";
import { printedType } from "../../code/type-text.js";
import type { CodeSymbol } from "../../code/symbol.js";
import {
  schemaOfShape,
  type SlotMember,
  type SlotSchema,
  type Slots,
} from "./schema-of-shape.js";
import type { ObjectShape, Shape } from "./shape.js";

/** A shape as a TypeScript type. */
export function printShape(shape: Shape): Code {
  const slots = new CodeSlots();
  return slots.fill(printNode(typeNode(shape, slots)));
}

/** The members of an object shape, without the braces around them. */
export function printMembers(shape: ObjectShape): Code {
  const slots = new CodeSlots();
  const node = typeNode(shape, slots);
  const members = ts.isTypeLiteralNode(node) ? node.members : [];
  return slots.fill(members.map(printNode).join("\n"));
}

/** Holds the code of each slot while openapi-typescript and TypeScript's printer work. */
class CodeSlots implements Slots {
  readonly #codes: (Code | CodeSymbol)[] = [];

  symbol: Slots["symbol"] = ({ symbol }) => this.#add(symbol);
  literal: Slots["literal"] = ({ value }) => this.#add(jsonLiteral(value));
  text: Slots["text"] = () => this.#add(code`(string & {})`);
  bytes: Slots["bytes"] = () =>
    this.#add(code`(Blob | Uint8Array<ArrayBuffer>)`);
  key: Slots["key"] = (name) => this.#add(propertyKey(name));
  comment: Slots["comment"] = ({ text, deprecated }) =>
    text === "" && !deprecated
      ? undefined
      : this.#add(docComment(text, deprecated));

  #add(piece: Code | CodeSymbol): string {
    return `__slot${this.#codes.push(piece) - 1}__`;
  }

  fill(text: string): Code {
    const parts = text.split(/(?:\/\*)?__slot(\d+)__(?:\*\/\n?)?/);
    return printedType(
      parts.flatMap((part, index) => {
        if (index % 2 === 0) return [part];
        const piece = this.#codes[Number(part)];
        if (piece === undefined) throw new Error(`slot ${part} is empty`);
        return "parts" in piece ? piece.parts : [piece];
      }),
    );
  }
}

function typeNode(shape: Shape, slots: Slots): ts.TypeNode {
  return transform(schemaOfShape(shape, slots));
}

function transform(schema: SlotSchema): ts.TypeNode {
  // The slot schema is openapi-typescript's Schema Object plus the types that `transformHook` handles.
  return transformSchemaObject(schema as SchemaObject, { path: "#/slot", ctx });
}

/** Makes the syntax that openapi-typescript has no Schema Object for. */
function transformHook(schemaObject: SchemaObject): ts.TypeNode | undefined {
  const schema = schemaObject as unknown as SlotSchema;
  if (typeof schema === "boolean" || !("type" in schema)) return undefined;
  switch (schema.type) {
    case "slot":
      return ts.factory.createTypeReferenceNode(schema.slot);
    case "array":
      return ts.factory.createArrayTypeNode(transform(schema.items));
    case "tuple":
      return ts.factory.createTupleTypeNode([
        ...schema.items.map((element) => {
          const node = transform(element.schema);
          return element.optional
            ? ts.factory.createOptionalTypeNode(node)
            : node;
        }),
        ...(schema.rest === undefined
          ? []
          : [
              ts.factory.createRestTypeNode(
                ts.factory.createArrayTypeNode(transform(schema.rest)),
              ),
            ]),
      ]);
    case "object":
      return objectNode(schema);
    default:
      return undefined;
  }
}

/** An object without members, or with an index signature, which openapi-typescript would put beside it. */
function objectNode(
  schema: Extract<SlotSchema, { type: "object" }>,
): ts.TypeNode | undefined {
  const { index, ...plain } = schema;
  const isEmpty = Object.keys(schema.properties).length === 0;
  if (index === undefined) {
    return isEmpty ? recordOfUnknown() : undefined;
  }
  const own = isEmpty ? undefined : transform(plain);
  return ts.factory.createTypeLiteralNode([
    ...(own !== undefined && ts.isTypeLiteralNode(own) ? own.members : []),
    indexSignature(transform(index)),
  ]);
}

function recordOfUnknown(): ts.TypeNode {
  return ts.factory.createTypeLiteralNode([
    indexSignature(
      ts.factory.createKeywordTypeNode(ts.SyntaxKind.UnknownKeyword),
    ),
  ]);
}

function indexSignature(type: ts.TypeNode): ts.IndexSignatureDeclaration {
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
  property: ts.PropertySignature,
  schemaObject: SchemaObject,
): ts.PropertySignature {
  const { comment } = schemaObject as unknown as SlotMember;
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

function printNode(node: ts.Node): string {
  return printer.printNode(ts.EmitHint.Unspecified, node, emptyFile);
}
