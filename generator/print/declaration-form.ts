import type {
  ExportDeclarationStructure,
  FunctionDeclarationStructure,
  TypeAliasDeclarationStructure,
  VariableStatementStructure,
} from "ts-morph";
import { docComment } from "../code/comment.js";
import type { Declaration } from "../code/file.js";
import type { CodeHoles } from "./code-holes.js";
import { withUnusedMarked } from "./unused-parameters.js";

/**
 * A declaration as ts-morph takes it, data through and through, but for the names in place of the numbers of
 * ts-morph's kinds: a form can be made and recognised without it.
 */
export type DeclarationForm =
  | string
  | Named<"Function", FunctionDeclarationStructure>
  | Named<"VariableStatement", VariableStatementStructure>
  | Named<"TypeAlias", TypeAliasDeclarationStructure>
  | Named<"ExportDeclaration", ExportDeclarationStructure>;

type Named<Kind extends string, Structure> = Omit<
  Structure,
  "kind" | "declarationKind"
> & { readonly kind: Kind; readonly declarationKind?: "const" };

/**
 * The form of a declaration. Every name and every piece of code in it is a mark of `holes`.
 * @param specifier gives the import specifier of a path of the output
 */
export function declarationForm(
  declaration: Declaration,
  holes: CodeHoles,
  specifier: (module: string) => string,
): DeclarationForm {
  return forms[declaration.kind](declaration as never, holes, specifier);
}

const forms: {
  readonly [K in Declaration["kind"]]: (
    declaration: Extract<Declaration, { kind: K }>,
    holes: CodeHoles,
    specifier: (module: string) => string,
  ) => DeclarationForm;
} = {
  function: (given, holes) => {
    const declaration = withUnusedMarked(given);
    return {
      kind: "Function",
      name: holes.text(declaration.name),
      isExported: declaration.exported,
      isAsync: declaration.isAsync ?? false,
      isGenerator: declaration.isGenerator ?? false,
      leadingTrivia: docsMark(declaration, holes),
      typeParameters: (declaration.typeParameters ?? []).map((parameter) =>
        holes.code(parameter),
      ),
      parameters: declaration.parameters.map((parameter) => ({
        name: holes.text(parameter.name),
        type: holes.code(parameter.type),
        hasQuestionToken: parameter.optional ?? false,
        ...(parameter.initializer === undefined
          ? {}
          : { initializer: holes.code(parameter.initializer) }),
      })),
      returnType: holes.code(declaration.returnType),
      statements: [holes.code(declaration.body)],
    };
  },
  constant: (declaration, holes) => ({
    kind: "VariableStatement",
    declarationKind: "const",
    isExported: declaration.exported,
    leadingTrivia: docsMark(declaration, holes),
    declarations: [
      {
        name: holes.text(declaration.name),
        initializer: holes.code(declaration.value),
        ...(declaration.type === undefined
          ? {}
          : { type: holes.code(declaration.type) }),
      },
    ],
  }),
  // ts-morph's structure of an interface wants each member taken apart, so it is written whole.
  interface: (declaration, holes) => {
    const bases = (declaration.extends ?? []).map((base) => holes.code(base));
    return [
      docsMark(declaration, holes),
      declaration.exported ? "export " : "",
      `interface ${holes.text(declaration.name)} `,
      bases.length > 0 ? `extends ${bases.join(", ")} ` : "",
      `{\n  ${holes.code(declaration.members)}\n}`,
    ].join("");
  },
  typeAlias: (declaration, holes) => ({
    kind: "TypeAlias",
    name: holes.text(declaration.name),
    isExported: declaration.exported,
    leadingTrivia: docsMark(declaration, holes),
    type: holes.code(declaration.type),
  }),
  reexport: ({ module, symbols = [] }, holes, specifier) => {
    const isTypeOnly =
      symbols.length > 0 && symbols.every((symbol) => symbol.isType);
    const names = symbols.map(({ name, isType }) =>
      isType && !isTypeOnly ? `type ${name}` : name,
    );
    return {
      kind: "ExportDeclaration",
      moduleSpecifier: holes.text(specifier(module)),
      isTypeOnly,
      namedExports: names.length === 0 ? [] : [holes.text(names.join(", "))],
    };
  },
};

function docsMark(
  declaration: { readonly docs?: string; readonly deprecated?: boolean },
  holes: CodeHoles,
): string {
  return holes.code(docComment(declaration.docs, declaration.deprecated));
}
