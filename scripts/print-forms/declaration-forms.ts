/** The forms of declarations, printed by ts-morph. Slot 0 is the comment before each. */
import {
  printStructure,
  StructureKind,
  VariableDeclarationKind,
  type OptionalKind,
  type ParameterDeclarationStructure,
  type StatementStructures,
} from "ts-morph";
import { formName } from "../../generator/code/form.js";
import { slot } from "./slots.js";

const both = [false, true];

/** The text of each form, with slots. */
export function printDeclarationForms(): Record<string, string> {
  return Object.fromEntries([
    ...both.flatMap((exported) => [
      ...functionForms(exported),
      ...constantForms(exported),
      ...interfaceForms(exported),
      form([exported && "export", "type"], {
        kind: StructureKind.TypeAlias,
        name: slot(1),
        isExported: exported,
        leadingTrivia: slot(0),
        type: slot(2),
      }),
    ]),
    ...reexportForms(),
    ...parameterForms(),
  ]);
}

type Form = readonly [name: string, text: string];

/** Name, type parameters, parameters, type of the result, body. */
function functionForms(exported: boolean): Form[] {
  return both.flatMap((isAsync) =>
    both.flatMap((isGenerator) =>
      both.map((isGeneric) =>
        form(
          [
            exported && "export",
            isAsync && "async",
            isGenerator && "generator",
            "function",
            isGeneric && "generic",
          ],
          {
            kind: StructureKind.Function,
            name: slot(1),
            isExported: exported,
            isAsync,
            isGenerator,
            leadingTrivia: slot(0),
            typeParameters: isGeneric ? [slot(2)] : [],
            parameters: [{ name: slot(3) }],
            returnType: slot(4),
            statements: [slot(5)],
          },
        ),
      ),
    ),
  );
}

/** Name, value, type. */
function constantForms(exported: boolean): Form[] {
  return both.map((isTyped) =>
    form([exported && "export", "const", isTyped && "typed"], {
      kind: StructureKind.VariableStatement,
      declarationKind: VariableDeclarationKind.Const,
      isExported: exported,
      leadingTrivia: slot(0),
      declarations: [
        {
          name: slot(1),
          initializer: slot(2),
          ...(isTyped && { type: slot(3) }),
        },
      ],
    }),
  );
}

/** Name, members, bases. ts-morph wants each member taken apart, so that they take the place of the only one. */
function interfaceForms(exported: boolean): Form[] {
  return both.map((hasBases) => {
    const [name, text] = form(
      [exported && "export", "interface", hasBases && "extending"],
      {
        kind: StructureKind.Interface,
        name: slot(1),
        isExported: exported,
        leadingTrivia: slot(0),
        extends: hasBases ? [slot(3)] : [],
        properties: [{ name: slot(2) }],
      },
    );
    return [name, text.replace(`${slot(2)};`, slot(2))];
  });
}

/** Module specifier, names. */
function reexportForms(): Form[] {
  const module = { kind: StructureKind.ExportDeclaration } as const;
  const moduleSpecifier = slot(1);
  return [
    form(["reexport all"], { ...module, moduleSpecifier }),
    ...both.map((isTypeOnly) =>
      form(["reexport", isTypeOnly && "types"], {
        ...module,
        moduleSpecifier,
        isTypeOnly,
        namedExports: [slot(2)],
      }),
    ),
  ];
}

/** Name, type, initial value: what stands between the parentheses of a function. */
function parameterForms(): Form[] {
  const parameter = { name: slot(0), type: slot(1) };
  const parameters: readonly (readonly [
    string,
    OptionalKind<ParameterDeclarationStructure>,
  ])[] = [
    ["parameter", parameter],
    ["optional parameter", { ...parameter, hasQuestionToken: true }],
    ["initialized parameter", { ...parameter, initializer: slot(2) }],
  ];
  return parameters.map(([what, structure]) => {
    const text = print({
      kind: StructureKind.Function,
      name: "f",
      parameters: [structure],
    });
    return [what, text.slice(text.indexOf("(") + 1, text.lastIndexOf(")"))];
  });
}

function form(
  name: readonly (string | false)[],
  structure: StatementStructures,
): Form {
  return [formName(...name), print(structure)];
}

function print(statement: StatementStructures): string {
  return printStructure(
    { kind: StructureKind.SourceFile, statements: [statement] },
    { indentNumberOfSpaces: 2 },
  ).trimEnd();
}
