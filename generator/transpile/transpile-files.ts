import {
  isolatedDeclarationSync,
  transformSync,
  type OxcError,
} from "oxc-transform";
import { writtenModule } from "../code/written-module.js";
import { fileHeader } from "../code/file-header.js";
import type { PrintedFile } from "../print/printed-file.js";

/**
 * JavaScript and declarations of each module, in this order, in place of its TypeScript; other files as they are. No
 * types are looked at: every export of the output states its type (`isolatedDeclarations`), and no syntax of the output
 * but types has to be erased (`erasableSyntaxOnly`). The layout is left to the next stage.
 * @returns the files of each file that was given
 * @throws Error that names the module where one does not parse or an export does not state its type
 */
export function transpileFiles(
  files: readonly PrintedFile[],
): readonly (readonly PrintedFile[])[] {
  return files.map((file) => (file.path.endsWith(".ts") ? both(file) : [file]));
}

/**
 * The JavaScript of a script, small: without indentation, which no string literal of the output depends on. Formatters
 * leave it alone.
 * @throws Error that names the script if it does not parse
 */
export function transpileScript({
  path,
  text,
  ...file
}: PrintedFile): PrintedFile {
  const { code, errors } = transformSync(path, text, {
    lang: "ts",
    sourceType: "script",
  });
  refuse(path, errors);
  const small = code.replace(/\n[\t ]+/g, "\n");
  const statements = small.replace(/^tryIt\./gm, "// prettier-ignore\ntryIt.");
  return { ...file, path, text: `${fileHeader("docs")}\n${statements}` };
}

function both({ path, text, imports }: PrintedFile): readonly PrintedFile[] {
  const { code, types } = writtenModule(path, "js");
  const { header, body } = splitHeader(text);
  const options = { typescript: { onlyRemoveTypeImports: true } };
  const javaScript = transformSync(path, body, options);
  const declarations = isolatedDeclarationSync(path, body);
  refuse(path, [...javaScript.errors, ...declarations.errors]);
  return [
    { kind: "text", path: code, text: header + javaScript.code, imports },
    {
      kind: "text",
      path: types,
      text: header + declarations.code,
      imports: [],
    },
  ];
}

/** The comments at the top are of the file, and not of a first statement that may be gone. */
function splitHeader(text: string): { header: string; body: string } {
  const end = text.indexOf("\n\n") + 2;
  return { header: text.slice(0, end), body: text.slice(end) };
}

function refuse(path: string, [error]: readonly OxcError[]): void {
  if (error !== undefined) {
    throw new Error(`${path} cannot be transpiled: ${error.message}`);
  }
}
