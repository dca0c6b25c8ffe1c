import { commentText } from "../code/comment.js";
import { fileHeader } from "../code/file-header.js";
import type { Declaration, OutputFile, TypeScriptFile } from "../code/file.js";
import type { OutputSettings } from "../config/config.js";
import { collectImports, type ModuleImport } from "./collect-imports.js";
import { declarationText } from "./declaration-text.js";
import { moduleSpecifier } from "./module-path.js";
import { printScript } from "./print-script.js";
import type { PrintedFile } from "./printed-file.js";

/**
 * Makes the text of every file, in the order given: a TypeScript file from printed forms, its imports from the
 * symbols that its code uses; any other file as its emitter made it. The layout is left to the next stage.
 */
export function printFiles(
  files: readonly OutputFile[],
  settings: OutputSettings,
): readonly PrintedFile[] {
  return files.map((file) => {
    if (file.kind === "text") return { ...file, imports: [] };
    return file.kind === "script"
      ? printScript(file)
      : printFile(file, settings);
  });
}

function printFile(
  file: TypeScriptFile,
  settings: OutputSettings,
): PrintedFile {
  const { modules, localName } = collectImports(file);
  const specifier = (module: string): string =>
    moduleSpecifier(file.path, module, settings.importExtension);
  const bySpecifier = new Map(
    modules.map((entry) => [specifier(entry.module), entry] as const),
  );
  let text = header(file);
  // By code units: what stands higher in the tree comes first, the same on every machine.
  for (const module of [...bySpecifier.keys()].sort()) {
    text += `\n${importStatement(bySpecifier.get(module) as ModuleImport, module)}`;
  }
  let previous: Declaration | undefined;
  for (const declaration of file.declarations) {
    text += standTogether(previous, declaration) ? "\n" : "\n\n";
    text += declarationText(declaration, { localName, specifier });
    previous = declaration;
  }
  const printed = {
    kind: "text",
    path: file.path,
    imports: modules.map(({ module }) => module),
  } as const;
  return file.isFinal === true
    ? { ...printed, text: withoutSpacesAtEnds(`${text}\n`), isFinal: true }
    : { ...printed, text: `${text}\n` };
}

/** What stands before a value that begins on a line of its own ends in a space. No literal holds a raw line end. */
function withoutSpacesAtEnds(text: string): string {
  return text.replaceAll(" \n", "\n");
}

/** Re-exports, and constants without comments, follow each other without an empty line. */
function standTogether(
  first: Declaration | undefined,
  second: Declaration,
): boolean {
  if (first?.kind !== second.kind) return false;
  if (second.kind === "reexport") return true;
  return second.kind === "constant" && second.docs === undefined;
}

/** Text from the start: it holds nothing but identifiers and the paths of files. */
function importStatement({ symbols }: ModuleImport, specifier: string): string {
  // A list of `type` names alone would leave an import that runs the module under `verbatimModuleSyntax`.
  const isTypeOnly = symbols.every((symbol) => symbol.isType);
  const names = symbols.map(({ name, isType, alias }) => {
    const type = isType && !isTypeOnly ? "type " : "";
    return `${type}${name}${alias === undefined ? "" : ` as ${alias}`}`;
  });
  return `import ${isTypeOnly ? "type " : ""}{ ${names.join(", ")} } from "${specifier}";`;
}

/** `operations/x.ts` and `operations.ts` are both made by the emitter `operations`. */
function header({ path, source }: TypeScriptFile): string {
  const emitter = path.replace(/[/.].*$/, "");
  const from = commentText(source).replaceAll("\n", " ");
  return fileHeader(emitter, from);
}
