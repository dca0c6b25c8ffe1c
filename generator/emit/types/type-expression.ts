import { code, type Code } from "../../code/code.js";
import { inlineCode } from "../../code/comment.js";
import type { Declaration } from "../../code/file.js";
import type { CodeSymbol } from "../../code/symbol.js";
import { memberRules } from "../../model/member-rules.js";
import type { Schema, DefinitionId } from "../../model/schema.js";
import type { View } from "../../model/views.js";
import type { EmitContext } from "../context.js";
import { memberSentence, memberText, memberWords } from "../member-words.js";
import { joinDocs } from "./member-docs.js";
import { printMembers, printShape } from "./print-shape.js";
import type { Shape } from "./shape.js";
import { rootScope, shapeOf } from "./shape-of-schema.js";
import { mappedDefinition } from "./mapped-shape.js";
import type { TypeMode } from "./type-mode.js";

/** The type of a schema, as an expression: definitions are named, all else is spelled out. */
export function typeExpression(
  schema: Schema,
  view: View,
  context: EmitContext,
): Code {
  return printShape(shapeOf(schema, rootScope(context, view)));
}

/** The type of a list that is only read, of items of a schema. */
export function listExpression(
  item: Schema,
  view: View,
  context: EmitContext,
): Code {
  const shape = shapeOf(item, rootScope(context, view));
  return code`readonly ${printShape({ kind: "array", item: shape })}`;
}

export interface NamedType {
  readonly name: string;
  /** Markdown for the comment. */
  readonly docs?: string;
  readonly deprecated?: boolean;
}

export interface TypeToDeclare extends NamedType {
  readonly schema: Schema;
  readonly view: View;
}

/** The exported declaration of a type: an interface where the schema is an object, else an alias. */
export function typeDeclaration(
  { schema, view, ...names }: TypeToDeclare,
  context: EmitContext,
): Declaration {
  return declareShape(names, shapeOf(schema, rootScope(context, view)));
}

/**
 * The same; where the schema is members and rules over them, the members are an interface of their own, so
 * that hovers and messages of the compiler stay short.
 * @param fields the name of that interface
 */
export function typeDeclarations(
  { schema, view, docs = "", ...names }: TypeToDeclare,
  fields: CodeSymbol,
  context: EmitContext,
): Declaration[] {
  return declareShapes(
    { ...names, docs: joinDocs([docs, unsaidKeywords(schema, context)]) },
    fields,
    shapeOf(schema, rootScope(context, view)),
  );
}

/** The rules over members, where no description speaks of the schema. */
export function unsaidKeywords(schema: Schema, { api }: EmitContext): string {
  if (schema.annotations.description !== undefined) return "";
  return memberRules(schema, api)
    .map((rule) => memberText(memberSentence(memberWords(rule)), inlineCode))
    .join("\n");
}

/** The exported declaration of a shape, its members as an interface of their own where there is more to it. */
export function declareShapes(
  names: NamedType,
  fields: CodeSymbol,
  shape: Shape,
): Declaration[] {
  const [own, ...keywords] = shape.kind === "intersection" ? shape.parts : [];
  if (own?.kind !== "object" || own.members.length === 0) {
    return [declareShape(names, shape)];
  }
  const parts: Shape[] = [{ kind: "reference", symbol: fields }, ...keywords];
  return [
    declareShape(
      { name: fields.name, docs: `The members of \`${names.name}\`.` },
      own,
    ),
    declareShape(names, { kind: "intersection", parts }),
  ];
}

function declareShape(names: NamedType, shape: Shape): Declaration {
  return shape.kind === "object"
    ? {
        kind: "interface",
        exported: true,
        ...names,
        members: printMembers(shape),
      }
    : { kind: "typeAlias", exported: true, ...names, type: printShape(shape) };
}

/** The type of a definition: its own shape, or a type of the user's own. */
export function shapeOfDefinition(
  id: DefinitionId,
  mode: TypeMode,
  context: EmitContext,
  isWire = false,
): Shape {
  const definition = context.api.definitions[id];
  if (definition === undefined) throw new Error(`${id} is not defined`);
  const scope = rootScope(context, mode, isWire);
  const inner = { ...scope, owner: id, open: new Set([id]) };
  const shape = shapeOf(definition.schema, inner);
  const leaf = context.mappings.definitions.get(id)?.leaf;
  return leaf === undefined ? shape : mappedDefinition(leaf, shape, isWire);
}
