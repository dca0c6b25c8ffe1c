import { code, joinCode, type Code } from "../../code/code.js";
import { jsonLiteral } from "../../code/literals.js";
import type { CodeSymbol } from "../../code/symbol.js";
import type { Shape, ShapeByKind } from "./shape.js";

/**
 * What the syntax of a type looks like, whatever stands in its slots: the part that openapi-typescript prints at a
 * time. It goes down as far as the syntax of a part depends on where the part stands (a union within a list is put in
 * parentheses) and no further: everything else is a slot. So there are few forms, whatever the types are.
 */
export type SyntaxForm =
  | { readonly kind: "slot" }
  | {
      readonly kind: "keyword";
      readonly keyword:
        ShapeByKind["primitive"]["type"] | "unknown" | "never" | "undefined";
    }
  | { readonly kind: "array"; readonly item: SyntaxForm }
  | { readonly kind: "tuple"; readonly elements: readonly TupleElement[] }
  | { readonly kind: "union"; readonly parts: readonly SyntaxForm[] }
  | { readonly kind: "intersection"; readonly parts: readonly SyntaxForm[] };

export type SyntaxFormByKind = {
  readonly [K in SyntaxForm["kind"]]: Extract<SyntaxForm, { kind: K }>;
};

export interface TupleElement {
  readonly kind: "required" | "optional" | "rest";
  readonly form: SyntaxForm;
}

/** What stands in a slot. */
export type Piece = Code | CodeSymbol;

/** How what stands in slots is printed. */
export interface SlotPrinters {
  readonly type: (shape: Shape) => Piece;
  readonly object: (shape: ShapeByKind["object"]) => Piece;
}

/** The form of a shape. Adds what stands in its slots to the pieces, in their order. */
export function syntaxForm(
  shape: Shape,
  pieces: Piece[],
  print: SlotPrinters,
): SyntaxForm {
  const make = forms[shape.kind] as (
    shape: Shape,
    pieces: Piece[],
    print: SlotPrinters,
  ) => SyntaxForm;
  return make(shape, pieces, print);
}

const bytes = code`Blob | Uint8Array<ArrayBuffer>`;

const forms: {
  readonly [K in Shape["kind"]]: (
    shape: ShapeByKind[K],
    pieces: Piece[],
    print: SlotPrinters,
  ) => SyntaxForm;
} = {
  unknown: () => keywords.unknown,
  never: () => keywords.never,
  undefined: () => keywords.undefined,
  primitive: ({ type }) => keywords[type],
  literal: ({ value }, pieces) => slot(jsonLiteral(value), pieces),
  text: (_, pieces) => slot(code`(string & {})`, pieces),
  bytes: (_, pieces) => slot(code`(${bytes})`, pieces),
  mapped: ({ code: type }, pieces) => slot(type, pieces),
  reference: ({ symbol, isPresent }, pieces) =>
    slot(isPresent ? code`(${symbol} & {})` : symbol, pieces),
  object: (shape, pieces, print) => slot(print.object(shape), pieces),
  array: ({ item }, pieces, print) => ({
    kind: "array",
    item: partForm(item, pieces, print),
  }),
  tuple: ({ items, rest }, pieces, print) => ({
    kind: "tuple",
    elements: [
      ...items.map(({ shape, optional }): TupleElement => ({
        kind: optional ? "optional" : "required",
        form: partForm(shape, pieces, print),
      })),
      ...(rest === undefined
        ? []
        : [{ kind: "rest", form: partForm(rest, pieces, print) } as const]),
    ],
  }),
  union: ({ options }, pieces, print) => ({
    kind: "union",
    parts: listForms(
      options,
      (option) => option.kind === "union",
      code` | `,
      pieces,
      {
        ...print,
        type: (part) => (part.kind === "bytes" ? bytes : print.type(part)),
      },
    ),
  }),
  intersection: ({ parts }, pieces, print) => ({
    kind: "intersection",
    parts: listForms(parts, isList, code` & `, pieces, print),
  }),
};

function keyword(
  name: SyntaxFormByKind["keyword"]["keyword"],
): SyntaxFormByKind["keyword"] {
  return { kind: "keyword", keyword: name };
}

const keywords = {
  null: keyword("null"),
  boolean: keyword("boolean"),
  number: keyword("number"),
  string: keyword("string"),
  unknown: keyword("unknown"),
  never: keyword("never"),
  undefined: keyword("undefined"),
} as const;

const slotForm: SyntaxForm = { kind: "slot" };

function slot(piece: Piece, pieces: Piece[]): SyntaxForm {
  pieces.push(piece);
  return slotForm;
}

/** A list that is a part of something else stands in parentheses; the rest has the same syntax everywhere. */
function partForm(
  shape: Shape,
  pieces: Piece[],
  print: SlotPrinters,
): SyntaxForm {
  return isList(shape)
    ? syntaxForm(shape, pieces, print)
    : slot(print.type(shape), pieces);
}

function isList({ kind }: Shape): boolean {
  return kind === "union" || kind === "intersection";
}

/**
 * The forms of the parts of a list. Of slots that follow each other, the second takes in all further ones: a long
 * list has the form of a short one, and still is a list.
 * @param isNested whether a part has a form within the list's
 */
function listForms(
  parts: readonly Shape[],
  isNested: (part: Shape) => boolean,
  separator: Code,
  pieces: Piece[],
  print: SlotPrinters,
): SyntaxForm[] {
  const list: SyntaxForm[] = [];
  for (let start = 0; start < parts.length;) {
    let end = start;
    while (end < parts.length && !isNested(parts[end] as Shape)) end += 1;
    const [first, ...others] = parts.slice(start, end).map(print.type);
    if (first !== undefined) list.push(slot(first, pieces));
    if (others.length > 0) list.push(slot(joinCode(others, separator), pieces));
    const nested = parts[end];
    if (nested !== undefined) list.push(syntaxForm(nested, pieces, print));
    start = end + 1;
  }
  return list;
}

/** A text that is the same for forms that are, and for no others. */
export function formKey(form: SyntaxForm): string {
  return (formKeys[form.kind] as (form: SyntaxForm) => string)(form);
}

const formKeys: {
  readonly [K in SyntaxForm["kind"]]: (form: SyntaxFormByKind[K]) => string;
} = {
  slot: () => "_",
  keyword: ({ keyword }) => keyword,
  array: ({ item }) => `[${formKey(item)}]`,
  tuple: ({ elements }) =>
    `[${elements.map(({ kind, form }) => `${kind} ${formKey(form)}`).join(", ")},]`,
  union: ({ parts }) => `(| ${parts.map(formKey).join(" ")})`,
  intersection: ({ parts }) => `(& ${parts.map(formKey).join(" ")})`,
};
