import type { StatementStructures, WriterFunction } from "ts-morph";
import { docComment } from "../code/comment.js";
import type { Declaration } from "../code/file.js";
import type { CodeHoles } from "./code-holes.js";
import { tsMorph } from "./ts-morph.js";

type Statement = StatementStructures | WriterFunction;

/**
 * The ts-morph structure of a declaration. Every piece of code in it is a mark of `holes`.
 * @param specifier gives the import specifier of a path of the output
 */
export function declarationStatement(
  declaration: Declaration,
  holes: CodeHoles,
  specifier: (module: string) => string,
): Statement {
  return statements[declaration.kind](declaration as never, holes, specifier);
}

const statements: {
  readonly [K in Declaration["kind"]]: (
    declaration: Extract<Declaration, { kind: K }>,
    holes: CodeHoles,
    specifier: (module: string) => string,
  ) => Statement;
} = {
  function: (declaration, holes) => ({
    kind: tsMorph().StructureKind.Function,
    name: declaration.name,
    isExported: declaration.exported,
    isAsync: declaration.isAsync ?? false,
    isGenerator: declaration.isGenerator ?? false,
    leadingTrivia: docsMark(declaration, holes),
    typeParameters: (declaration.typeParameters ?? []).map((parameter) =>
      holes.code(parameter),
    ),
    parameters: declaration.parameters.map((parameter) => ({
      name: parameter.name,
      type: holes.code(parameter.type),
      hasQuestionToken: parameter.optional ?? false,
      ...(parameter.initializer === undefined
        ? {}
        : { initializer: holes.code(parameter.initializer) }),
    })),
    returnType: holes.code(declaration.returnType),
    statements: [holes.code(declaration.body)],
  }),
  constant: (declaration, holes) => ({
    kind: tsMorph().StructureKind.VariableStatement,
    declarationKind: tsMorph().VariableDeclarationKind.Const,
    isExported: declaration.exported,
    leadingTrivia: docsMark(declaration, holes),
    declarations: [
      {
        name: declaration.name,
        initializer: holes.code(declaration.value),
        ...(declaration.type === undefined
          ? {}
          : { type: holes.code(declaration.type) }),
      },
    ],
  }),
  // ts-morph's structure of an interface wants each member taken apart, so it is written whole.
  interface: (declaration, holes) => (writer) => {
    const bases = (declaration.extends ?? []).map((base) => holes.code(base));
    writer
      .write(docsMark(declaration, holes))
      .conditionalWrite(declaration.exported, "export ")
      .write(`interface ${declaration.name} `)
      .conditionalWrite(bases.length > 0, `extends ${bases.join(", ")} `)
      .block(() => writer.write(holes.code(declaration.members)));
  },
  typeAlias: (declaration, holes) => ({
    kind: tsMorph().StructureKind.TypeAlias,
    name: declaration.name,
    isExported: declaration.exported,
    leadingTrivia: docsMark(declaration, holes),
    type: holes.code(declaration.type),
  }),
  reexport: ({ module, symbols }, _holes, specifier) => ({
    kind: tsMorph().StructureKind.ExportDeclaration,
    moduleSpecifier: specifier(module),
    isTypeOnly: symbols?.every((symbol) => symbol.isType) ?? false,
    namedExports: (symbols ?? []).map((symbol) => ({
      name: symbol.name,
      isTypeOnly:
        symbol.isType && !(symbols ?? []).every((other) => other.isType),
    })),
  }),
};

function docsMark(
  declaration: { readonly docs?: string; readonly deprecated?: boolean },
  holes: CodeHoles,
): string {
  return holes.code(docComment(declaration.docs, declaration.deprecated));
}
