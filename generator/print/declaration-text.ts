import type { Code } from "../code/code.js";
import { docComment } from "../code/comment.js";
import type {
  Declaration,
  FunctionParameter,
  ReexportDeclaration,
} from "../code/file.js";
import { formName, formParts } from "../code/form.js";
import type { CodeSymbol } from "../code/symbol.js";
import { declarationForms } from "./declaration-forms.js";
import { withUnusedMarked } from "./unused-parameters.js";

/** How the symbols and modules of a file are spelled in it. */
export interface Spelling {
  /** What the file calls a symbol. */
  readonly localName: (symbol: CodeSymbol) => string;
  /** The import specifier of a path of the output. */
  readonly specifier: (module: string) => string;
}

/** The text of a declaration, without a line end after it. */
export function declarationText(
  declaration: Declaration,
  spelling: Spelling,
): string {
  const print = printers[declaration.kind] as (
    declaration: Declaration,
    spelling: Spelling,
  ) => string;
  return print(declaration, spelling);
}

const printers: {
  readonly [K in Declaration["kind"]]: (
    declaration: Extract<Declaration, { kind: K }>,
    spelling: Spelling,
  ) => string;
} = {
  function: (given, spelling) => {
    const declaration = withUnusedMarked(given);
    const { typeParameters = [], parameters, returnType, body } = declaration;
    return fill(
      formName(
        declaration.exported && "export",
        declaration.isAsync === true && "async",
        declaration.isGenerator === true && "generator",
        "function",
        typeParameters.length > 0 && "generic",
      ),
      docsText(declaration, spelling),
      declaration.name,
      typeParameters.map((one) => textOf(one, spelling)).join(", "),
      parameters.map((one) => parameterText(one, spelling)).join(", "),
      textOf(returnType, spelling),
      textOf(body, spelling),
    );
  },
  constant: (declaration, spelling) => {
    const { exported, name, value, type } = declaration;
    return fill(
      formName(exported && "export", "const", type !== undefined && "typed"),
      docsText(declaration, spelling),
      name,
      textOf(value, spelling),
      type === undefined ? "" : textOf(type, spelling),
    );
  },
  interface: (declaration, spelling) => {
    const { exported, name, members, extends: bases = [] } = declaration;
    const isExtending = bases.length > 0 && "extending";
    return fill(
      formName(exported && "export", "interface", isExtending),
      docsText(declaration, spelling),
      name,
      textOf(members, spelling),
      bases.map((base) => textOf(base, spelling)).join(", "),
    );
  },
  typeAlias: (declaration, spelling) =>
    fill(
      formName(declaration.exported && "export", "type"),
      docsText(declaration, spelling),
      declaration.name,
      textOf(declaration.type, spelling),
    ),
  reexport: reexportText,
};

function reexportText(
  { module, symbols = [] }: ReexportDeclaration,
  { specifier }: Spelling,
): string {
  if (symbols.length === 0) return fill("reexport all", "", specifier(module));
  const areTypes = symbols.every(({ isType }) => isType);
  const names = symbols.map(({ name, isType }) =>
    isType && !areTypes ? `type ${name}` : name,
  );
  const form = formName("reexport", areTypes && "types");
  return fill(form, "", specifier(module), names.join(", "));
}

function parameterText(
  { name, type, optional, initializer }: FunctionParameter,
  spelling: Spelling,
): string {
  const form = formName(
    optional === true && "optional",
    initializer !== undefined && "initialized",
    "parameter",
  );
  const value = initializer === undefined ? "" : textOf(initializer, spelling);
  return fill(form, name, textOf(type, spelling), value);
}

function docsText(
  {
    docs,
    deprecated,
  }: { readonly docs?: string; readonly deprecated?: boolean },
  spelling: Spelling,
): string {
  return textOf(docComment(docs, deprecated), spelling);
}

/** The text of code in which a symbol is the name that the file has for it. */
function textOf({ parts }: Code, { localName }: Spelling): string {
  let text = "";
  for (const part of parts)
    text += typeof part === "string" ? part : localName(part);
  return text;
}

/** A printed form with texts in its slots. */
function fill(form: string, ...texts: readonly string[]): string {
  const parts = formParts(
    declarationForms[form as keyof typeof declarationForms],
  );
  let text = parts[0] as string;
  for (let index = 1; index < parts.length; index += 2)
    text += `${texts[Number(parts[index])] ?? ""}${parts[index + 1]}`;
  return text;
}
