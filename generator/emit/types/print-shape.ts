import { code, joinCode, lines, type Code } from "../../code/code.js";
import { docComment } from "../../code/comment.js";
import { propertyKey } from "../../code/literals.js";
import { printedForms, type PrintedForm } from "../../code/printed-forms.js";
import { printedType } from "../../code/type-text.js";
import { unionOf } from "./combine-shapes.js";
import { indexShape } from "./index-shape.js";
import {
  printIndexSyntax,
  printMemberSyntax,
  printTypeSyntax,
  type MemberForm,
} from "./shape-syntax.js";
import {
  undefinedShape,
  type MemberDocs,
  type MemberShape,
  type ObjectShape,
  type Shape,
} from "./shape.js";
import {
  formKey,
  syntaxForm,
  type Piece,
  type SlotPrinters,
} from "./syntax-form.js";

/** A shape as a TypeScript type. */
export function printShape(shape: Shape): Code {
  const pieces: Piece[] = [];
  const form = syntaxForm(shape, pieces, printers);
  return fill(`type ${formKey(form)}`, () => printTypeSyntax(form), pieces);
}

const printers: SlotPrinters = { type: printShape, object: objectLiteral };

/** The members of an object shape, without the braces around them. */
export function printMembers(shape: ObjectShape): Code {
  return lines(membersOf(shape));
}

/** Printed syntax with the pieces in its slots. */
function fill(
  form: string,
  print: () => PrintedForm,
  pieces: readonly Piece[],
): Code {
  return printedType(
    printedForms
      .get(form, print)
      .map((part, index) =>
        index % 2 === 0 ? part : pieceAt(pieces, Number(part)),
      ),
  );
}

function pieceAt(pieces: readonly Piece[], slot: number): Piece {
  const piece = pieces[slot];
  if (piece === undefined) throw new Error(`slot ${slot} is empty`);
  return piece;
}

/** On one line where there is no comment, as far as it fits. */
function objectLiteral(shape: ObjectShape): Code {
  const members = membersOf(shape);
  return shape.members.every(({ docs }) => !hasComment(docs))
    ? code`{ ${joinCode(members, code` `)} }`
    : code`{\n${lines(members)}\n}`;
}

/** An index signature stands among the members, where openapi-typescript would put it beside them. */
function membersOf(shape: ObjectShape): Code[] {
  const printed = shape.members.map(printMember);
  const index = indexShape(shape);
  if (index !== undefined) {
    const isPartial = shape.members.some(({ optional }) => optional);
    printed.push(
      printIndex(isPartial ? unionOf([index, undefinedShape]) : index),
    );
  }
  return printed;
}

/** A member that may be absent may be `undefined` too: validators and builders take it for absent. */
function printMember({ name, shape, optional, docs }: MemberShape): Code {
  const isNever = optional && shape.kind === "never";
  // Bytes are a union themselves, which would stand in parentheses before `undefined`.
  const isUnion = optional && shape.kind === "bytes";
  const form: MemberForm = {
    optional,
    addsUndefined: optional && shape.kind !== "unknown" && !isNever && !isUnion,
    hasComment: hasComment(docs),
  };
  const type = printShape(
    isNever
      ? undefinedShape
      : isUnion
        ? unionOf([shape, undefinedShape])
        : shape,
  );
  const pieces: Piece[] = [propertyKey(name), type];
  if (form.hasComment) pieces.push(docComment(docs.text, docs.deprecated));
  return fill(
    `member ${form.optional} ${form.addsUndefined} ${form.hasComment}`,
    () => printMemberSyntax(form),
    pieces,
  );
}

function printIndex(type: Shape): Code {
  return fill("index", printIndexSyntax, [printShape(type)]);
}

function hasComment({ text, deprecated }: MemberDocs): boolean {
  return text !== "" || deprecated;
}
