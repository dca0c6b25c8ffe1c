import type { StatementStructures } from "ts-morph";
import type { Declaration } from "../code/file.js";
import type { CodeSymbol } from "../code/symbol.js";
import { CodeHoles, splitAtMarks, type PrintedForm } from "./code-holes.js";
import { declarationStatement } from "./declaration-statement.js";
import { tsMorph } from "./ts-morph.js";

/**
 * What ts-morph has printed, by structure. An output has thousands of declarations and a few dozen forms of them: an
 * exported function of one parameter, a constant with a type. With marks in the place of every name and every
 * piece of code, declarations of one form have equal structures, so that each form is printed once.
 */
const printedForms = new Map<string, PrintedForm>();

/**
 * The text of a declaration, without a line end after it.
 * @param localName what the file calls a symbol
 * @param specifier gives the import specifier of a path of the output
 */
export function declarationText(
  declaration: Declaration,
  localName: (symbol: CodeSymbol) => string,
  specifier: (module: string) => string,
): string {
  const holes = new CodeHoles(localName);
  const statement = declarationStatement(declaration, holes, specifier);
  const form = JSON.stringify(statement);
  let printed = printedForms.get(form);
  if (printed === undefined) {
    printed = splitAtMarks(printStatement(statement));
    printedForms.set(form, printed);
  }
  return holes.fill(printed);
}

function printStatement(statement: StatementStructures | string): string {
  const { printStructure, StructureKind } = tsMorph();
  return printStructure(
    { kind: StructureKind.SourceFile, statements: [statement] },
    { indentNumberOfSpaces: 2 },
  ).trimEnd();
}
