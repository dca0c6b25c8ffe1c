/** The forms of types, printed by openapi-typescript: what it makes of one level of a schema. */
import {
  transformSchemaObject,
  type GlobalContext,
  type SchemaObject,
} from "openapi-typescript";
import ts from "typescript";
import { formName } from "../../generator/code/form.js";
import { slot } from "./slots.js";

const { factory } = ts;

/** The text of each form, with slots. */
export function printTypeForms(): Record<string, string> {
  const [first, second] = [slotNode(0), slotNode(1)];
  const list = (nodes: readonly ts.TypeNode[]): ts.Node =>
    ts.setEmitFlags(
      factory.createTupleTypeNode([...nodes]),
      ts.EmitFlags.SingleLine,
    );
  return {
    ...printAll({
      unknown: transform(true),
      never: transform(false),
      undefined: undefinedNode(),
      null: transform({ type: "null" }),
      boolean: transform({ type: "boolean" }),
      number: transform({ type: "number" }),
      string: transform({ type: "string" }),
      union: transform({ anyOf: [nodeSchema(first), nodeSchema(second)] }),
      intersection: transform({
        allOf: [nodeSchema(first), nodeSchema(second)],
      }),
      // openapi-typescript takes a list of lists for a list, and knows no rest behind a tuple.
      parentheses: factory.createParenthesizedType(first),
      array: factory.createArrayTypeNode(first),
      emptyTuple: list([]),
      tuple: list([first]),
      optionalElement: factory.createOptionalTypeNode(first),
      restElement: factory.createRestTypeNode(
        factory.createArrayTypeNode(first),
      ),
      index: indexNode(first),
    }),
    ...memberForms(),
  };
}

/** By whether a member may be absent, has a comment before it, and `undefined` beside its type. */
function memberForms(): Record<string, string> {
  const both = [false, true];
  return Object.fromEntries(
    both.flatMap((optional) =>
      both.flatMap((addsUndefined) =>
        both.map((hasComment) => [
          formName(
            optional && "optional",
            "member",
            addsUndefined && "orUndefined",
            hasComment && "documented",
          ),
          printMember(optional, addsUndefined, hasComment),
        ]),
      ),
    ),
  );
}

function printMember(
  optional: boolean,
  addsUndefined: boolean,
  hasComment: boolean,
): string {
  const type = slotNode(1);
  const node = addsUndefined
    ? factory.createUnionTypeNode([type, undefinedNode()])
    : type;
  const key = slot(0);
  const literal = transform({
    type: "object",
    properties: {
      [key]: { ...nodeSchema(node), ...(hasComment && { comment: slot(2) }) },
    },
    required: optional ? [] : [key],
  });
  const members = ts.isTypeLiteralNode(literal) ? literal.members : [];
  return members.map(print).join("\n");
}

/** What openapi-typescript is given: one level of a Schema Object, whose subschemas are syntax already. */
type LevelSchema =
  | boolean
  | { readonly type: "null" | "boolean" | "number" | "string" }
  | {
      readonly type: "object";
      readonly properties: Readonly<Record<string, NodeSchema>>;
      readonly required: readonly string[];
    }
  | { readonly anyOf: readonly NodeSchema[] }
  | { readonly allOf: readonly NodeSchema[] };

/** A subschema that is syntax already. */
interface NodeSchema {
  readonly type: "node";
  readonly node: ts.TypeNode;
  /** What stands in the comment before a member. */
  readonly comment?: string;
}

function nodeSchema(node: ts.TypeNode): NodeSchema {
  return { type: "node", node };
}

function transform(schema: LevelSchema): ts.TypeNode {
  // The level is openapi-typescript's Schema Object, with what the hooks of the context handle.
  return transformSchemaObject(
    schema as SchemaObject,
    {
      ctx: context as GlobalContext,
    } as Parameters<typeof transformSchemaObject>[1],
  );
}

const context: Partial<GlobalContext> = {
  additionalProperties: false,
  emptyObjectsUnknown: true,
  silent: true,
  discriminators: { objects: {}, refsHandled: [] },
  transform: (schema) => nodeIn(schema)?.node,
  transformProperty: (property, schema) => {
    const comment = nodeIn(schema)?.comment;
    return comment === undefined
      ? property
      : ts.addSyntheticLeadingComment(
          property,
          ts.SyntaxKind.MultiLineCommentTrivia,
          comment,
          true,
        );
  },
};

function nodeIn(schema: SchemaObject): NodeSchema | undefined {
  const given = schema as unknown as NodeSchema | boolean;
  return typeof given === "object" && "node" in given ? given : undefined;
}

function slotNode(number: number): ts.TypeNode {
  return factory.createTypeReferenceNode(slot(number));
}

function undefinedNode(): ts.TypeNode {
  return factory.createKeywordTypeNode(ts.SyntaxKind.UndefinedKeyword);
}

function indexNode(type: ts.TypeNode): ts.Node {
  const string = factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword);
  const key = factory.createParameterDeclaration(
    undefined,
    undefined,
    "key",
    undefined,
    string,
  );
  return factory.createIndexSignature(undefined, [key], type);
}

function printAll(
  nodes: Readonly<Record<string, ts.Node>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(nodes).map(([name, node]) => [name, print(node)]),
  );
}

const printer = ts.createPrinter({ removeComments: false });
const emptyFile = ts.createSourceFile("types.ts", "", ts.ScriptTarget.ES2022);

function print(node: ts.Node): string {
  return printer.printNode(ts.EmitHint.Unspecified, node, emptyFile);
}
