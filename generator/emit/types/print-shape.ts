import { code, joinCode, lines, type Code } from "../../code/code.js";
import { docComment } from "../../code/comment.js";
import { jsonLiteral, propertyKey } from "../../code/literals.js";
import { printedForms, type PrintedForm } from "../../code/printed-forms.js";
import type { CodeSymbol } from "../../code/symbol.js";
import { printedType } from "../../code/type-text.js";
import { unionOf } from "./combine-shapes.js";
import {
  printIndexSyntax,
  printMemberSyntax,
  printTypeSyntax,
} from "./shape-syntax.js";
import {
  undefinedShape,
  unknownShape,
  type MemberDocs,
  type MemberShape,
  type ObjectShape,
  type Shape,
  type ShapeByKind,
} from "./shape.js";

/** A shape as a TypeScript type. */
export function printShape(shape: Shape): Code {
  const pieces: Piece[] = [];
  const form = formOf(shape, pieces);
  return fill(`type ${form}`, () => printTypeSyntax(shape), pieces);
}

/** The members of an object shape, without the braces around them. */
export function printMembers(shape: ObjectShape): Code {
  return lines(membersOf(shape));
}

/** What stands in a slot of the syntax that openapi-typescript makes. */
type Piece = Code | CodeSymbol;

/** Longer forms, such as those of long lists of literals, hardly come a second time. */
const longestKept = 200;

/**
 * Printed syntax with the pieces in its slots. In syntax, slots stand for whatever comes from the description, and
 * for objects; so types of one form have the same syntax, and openapi-typescript prints each form once.
 */
function fill(
  form: string,
  print: () => PrintedForm,
  pieces: readonly Piece[],
): Code {
  const printed =
    form.length > longestKept ? print() : printedForms.get(form, print);
  return printedType(
    printed.map((part, index) =>
      index % 2 === 0 ? part : pieceAt(pieces, Number(part)),
    ),
  );
}

function pieceAt(pieces: readonly Piece[], slot: number): Piece {
  const piece = pieces[slot];
  if (piece === undefined) throw new Error(`slot ${slot} is empty`);
  return piece;
}

/** Notes the pieces of a shape in the order of its slots, and tells its form. */
function formOf(shape: Shape, pieces: Piece[]): string {
  return (forms[shape.kind] as (shape: Shape, pieces: Piece[]) => string)(
    shape,
    pieces,
  );
}

const forms: {
  readonly [K in Shape["kind"]]: (
    shape: ShapeByKind[K],
    pieces: Piece[],
  ) => string;
} = {
  unknown: () => "unknown",
  never: () => "never",
  undefined: () => "undefined",
  primitive: ({ type }) => type,
  literal: ({ value }, pieces) => slot(jsonLiteral(value), pieces),
  text: (_, pieces) => slot(code`(string & {})`, pieces),
  bytes: (_, pieces) => slot(code`(Blob | Uint8Array<ArrayBuffer>)`, pieces),
  mapped: ({ code: type }, pieces) => slot(type, pieces),
  reference: ({ symbol }, pieces) => slot(symbol, pieces),
  object: (shape, pieces) => slot(objectLiteral(shape), pieces),
  array: ({ item }, pieces) => `array(${formOf(item, pieces)})`,
  tuple: ({ items, rest }, pieces) => {
    const parts = items.map(
      ({ shape, optional }) =>
        `${formOf(shape, pieces)}${optional ? "?" : ""},`,
    );
    return rest === undefined
      ? `tuple(${parts.join("")})`
      : `tuple(${parts.join("")}...${formOf(rest, pieces)})`;
  },
  union: ({ options }, pieces) =>
    `union(${options.map((one) => formOf(one, pieces)).join()})`,
  intersection: ({ parts }, pieces) =>
    `intersection(${parts.map((part) => formOf(part, pieces)).join()})`,
};

function slot(piece: Piece, pieces: Piece[]): string {
  pieces.push(piece);
  return "_";
}

/** On one line where there is no comment, as far as it fits. */
function objectLiteral(shape: ObjectShape): Code {
  const members = membersOf(shape);
  return shape.members.every(({ docs }) => !hasComment(docs))
    ? code`{ ${joinCode(members, code` `)} }`
    : code`{\n${lines(members)}\n}`;
}

/** An index signature stands among the members, where openapi-typescript would put it beside them. */
function membersOf({ members, index }: ObjectShape): Code[] {
  const printed = members.map(printMember);
  if (index !== undefined || members.length === 0) {
    const type = index ?? unknownShape;
    const isPartial = members.some(({ optional }) => optional);
    printed.push(
      printIndex(isPartial ? unionOf([type, undefinedShape]) : type),
    );
  }
  return printed;
}

function printMember(member: MemberShape): Code {
  const { name, shape, optional, docs } = member;
  const withComment = hasComment(docs);
  const pieces: Piece[] = [propertyKey(name)];
  const type = formOf(shape, pieces);
  if (withComment) pieces.push(docComment(docs.text, docs.deprecated));
  return fill(
    `member ${optional} ${withComment} ${type}`,
    () => printMemberSyntax(shape, optional, withComment),
    pieces,
  );
}

function printIndex(type: Shape): Code {
  const pieces: Piece[] = [];
  const form = formOf(type, pieces);
  return fill(`index ${form}`, () => printIndexSyntax(type), pieces);
}

function hasComment({ text, deprecated }: MemberDocs): boolean {
  return text !== "" || deprecated;
}
