import type { StatementStructures } from "ts-morph";
import type { Declaration } from "../code/file.js";
import { printedForms } from "../code/printed-forms.js";
import type { CodeSymbol } from "../code/symbol.js";
import { CodeHoles, splitAtMarks } from "./code-holes.js";
import { declarationForm, type DeclarationForm } from "./declaration-form.js";
import { tsMorph } from "./ts-morph.js";

/**
 * The text of a declaration, without a line end after it. With marks in the place of every name and every piece of
 * code, declarations of one form are equal, so that ts-morph prints each form once.
 * @param localName what the file calls a symbol
 * @param specifier gives the import specifier of a path of the output
 */
export function declarationText(
  declaration: Declaration,
  localName: (symbol: CodeSymbol) => string,
  specifier: (module: string) => string,
): string {
  const holes = new CodeHoles(localName);
  const form = declarationForm(declaration, holes, specifier);
  const printed = printedForms.get(JSON.stringify(form), () =>
    splitAtMarks(printStatement(form)),
  );
  return holes.fill(printed);
}

function printStatement(form: DeclarationForm): string {
  const { printStructure, StructureKind } = tsMorph();
  const statement =
    typeof form === "string"
      ? form
      : ({ ...form, kind: StructureKind[form.kind] } as StatementStructures);
  return printStructure(
    { kind: StructureKind.SourceFile, statements: [statement] },
    { indentNumberOfSpaces: 2 },
  ).trimEnd();
}
