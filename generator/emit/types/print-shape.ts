import { code, joinCode, lines, type Code } from "../../code/code.js";
import { docComment } from "../../code/comment.js";
import { formName, formParts } from "../../code/form.js";
import { jsonLiteral, propertyKey } from "../../code/literals.js";
import { printedType } from "../../code/type-text.js";
import { unionOf } from "./union-of.js";
import { indexShape } from "./index-shape.js";
import {
  undefinedShape,
  type MemberDocs,
  type MemberShape,
  type ObjectShape,
  type Shape,
  type ShapeByKind,
} from "./shape.js";
import { typeForms } from "./type-forms.js";

/** A shape as a TypeScript type. */
export function printShape(shape: Shape): Code {
  return (printers[shape.kind] as (shape: Shape) => Code)(shape);
}

const bytes = code`Blob | Uint8Array<ArrayBuffer>`;

const printers: {
  readonly [K in Shape["kind"]]: (shape: ShapeByKind[K]) => Code;
} = {
  unknown: () => fill("unknown"),
  never: () => fill("never"),
  undefined: () => fill("undefined"),
  primitive: ({ type }) => fill(type),
  literal: ({ value }) => jsonLiteral(value),
  text: () => code`(string & {})`,
  bytes: () => code`(${bytes})`,
  mapped: ({ code: type }) => type,
  reference: ({ symbol, isPresent }) =>
    isPresent ? code`(${symbol} & {})` : code`${symbol}`,
  object: objectLiteral,
  array: ({ item }) => fill("array", operand(item)),
  tuple: ({ items, rest }) => {
    const elements = items.map(({ shape, optional }) =>
      optional ? fill("optionalElement", operand(shape)) : printShape(shape),
    );
    if (rest !== undefined) elements.push(fill("restElement", operand(rest)));
    return elements.length === 0
      ? fill("emptyTuple")
      : fill("tuple", joinCode(elements, code`, `));
  },
  union: ({ options }) =>
    printList(
      "union",
      options.map((option) =>
        option.kind === "bytes"
          ? bytes
          : inParentheses(option, option.kind === "union"),
      ),
    ),
  intersection: ({ parts }) => printList("intersection", parts.map(operand)),
};

/** A list of any length: what stands between two of its parts in the form stands between all of them. */
function printList(
  form: "union" | "intersection",
  parts: readonly Code[],
): Code {
  const between = formParts(typeForms[form])[2] ?? "";
  return joinCode(parts, printedType([between]));
}

/** What stands beside an operator that binds more tightly than those of lists. */
function operand(shape: Shape): Code {
  const isList = shape.kind === "union" || shape.kind === "intersection";
  return inParentheses(shape, isList);
}

function inParentheses(shape: Shape, isNeeded: boolean): Code {
  const type = printShape(shape);
  return isNeeded ? fill("parentheses", type) : type;
}

/** The members of an object shape, without the braces around them. */
export function printMembers(shape: ObjectShape): Code {
  return lines(membersOf(shape));
}

/** A printed form with the pieces in its slots. */
function fill(form: keyof typeof typeForms, ...pieces: readonly Code[]): Code {
  return printedType(
    formParts(typeForms[form]).map((part, index) =>
      index % 2 === 0 ? part : (pieces[Number(part)] as Code),
    ),
  );
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
  const addsUndefined =
    optional && shape.kind !== "unknown" && !isNever && !isUnion;
  const type = printShape(
    isNever
      ? undefinedShape
      : isUnion
        ? unionOf([shape, undefinedShape])
        : shape,
  );
  const form = formName(
    optional && "optional",
    "member",
    addsUndefined && "orUndefined",
    hasComment(docs) && "documented",
  );
  const comment = docComment(docs.text, docs.deprecated);
  return fill(form as keyof typeof typeForms, propertyKey(name), type, comment);
}

function printIndex(type: Shape): Code {
  return fill("index", printShape(type));
}

function hasComment({ text, deprecated }: MemberDocs): boolean {
  return text !== "" || deprecated;
}
