import { readFileSync, writeFileSync } from "node:fs";
import { format } from "prettier";
import { printDeclarationForms } from "./print-forms/declaration-forms.js";
import { withSlots } from "./print-forms/slots.js";
import { printTypeForms } from "./print-forms/type-forms.js";

/** A table of printed forms: the module that has it, and its text. */
export interface FormTable {
  readonly path: URL;
  readonly text: string;
}

/** Prints the tables of all forms that the output can have. */
export async function printFormTables(): Promise<readonly FormTable[]> {
  return [
    await tableOf(
      "emit/types/type-forms.ts",
      "typeForms",
      "types",
      "openapi-typescript",
      printTypeForms(),
    ),
    await tableOf(
      "print/declaration-forms.ts",
      "declarationForms",
      "declarations",
      "ts-morph",
      printDeclarationForms(),
    ),
  ];
}

async function tableOf(
  path: string,
  name: string,
  what: string,
  printer: string,
  forms: Readonly<Record<string, string>>,
): Promise<FormTable> {
  const table = Object.fromEntries(
    Object.entries(forms).map(([form, text]) => [form, withSlots(text)]),
  );
  const text = `// Printed by ${printer}: npm run print-forms. Do not edit.

/** Every form of ${what} that the output has, with \`$0\`, \`$1\` and so on in the places of what differs. */
export const ${name} = ${JSON.stringify(table)} as const;
`;
  return {
    path: new URL(`../generator/${path}`, import.meta.url),
    text: await format(text, { parser: "typescript" }),
  };
}

if (process.argv[1]?.endsWith("print-forms.ts") === true) {
  for (const { path, text } of await printFormTables()) {
    writeFileSync(path, text);
    console.log(readFileSync(path, "utf8").split("\n").length, path.pathname);
  }
}
