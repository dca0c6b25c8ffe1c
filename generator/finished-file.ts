import { hash } from "node:crypto";
import type {
  Declaration,
  FinishedFile,
  ImportedName,
  OutputFile,
  TextFile,
  TypeScriptFile,
} from "./code/file.js";
import { externalSpecifier } from "./code/symbol.js";
import { symbolsOf } from "./code/symbols-of.js";
import { surfaceOf } from "./code/surface.js";
import { exportedNames } from "./manifest/exported-names.js";

/**
 * What there is to know of a finished file. Of a module and its declarations, the module has the exports.
 * @param file as its emitter made it
 * @param finished what was made of it
 * @param imports the files of the output that it imports
 * @param isChecked whether what it imports has to be found in the output once all files are made
 * @param hasSurface whether there is a `surface.txt`
 */
export function finishedFile(
  file: OutputFile,
  { path, text }: TextFile,
  imports: readonly string[],
  isChecked = false,
  hasSurface = false,
): FinishedFile {
  const isDeclarations = path !== file.path && path.endsWith(".d.ts");
  return {
    path,
    sha256: hash("sha256", text),
    exports: isDeclarations ? [] : exportsOf(file),
    runtime: imports.filter((module) => module.startsWith("runtime/")),
    ...(file.kind === "typescript" && file.isEntry ? { isEntry: true } : {}),
    ...(isChecked && file.kind === "typescript"
      ? { imports: importedNames(file) }
      : {}),
    ...(file.kind === "script" ? { isScript: true } : {}),
    ...(file.kind === "typescript" && hasSurface && !isDeclarations
      ? { surface: surfaceOf(file) }
      : {}),
  };
}

/** What a module imports and exports again of other modules of the output. */
function importedNames({ path, declarations }: TypeScriptFile): ImportedName[] {
  const used = [...symbolsOf(declarations)]
    .filter(
      ({ module }) =>
        module !== path && externalSpecifier(module) === undefined,
    )
    .map(({ name, module }): ImportedName => [name, module]);
  const exported = declarations.flatMap((declaration): ImportedName[] => {
    if (declaration.kind !== "reexport") return [];
    const { module, symbols } = declaration;
    return symbols?.map(({ name }) => [name, module]) ?? [["*", module]];
  });
  return [...used, ...exported];
}

function exportsOf(file: OutputFile): string[] {
  if (file.kind === "typescript") {
    return [...new Set(file.declarations.flatMap(declaredNames))];
  }
  if (file.kind === "script") return [];
  return file.path.endsWith(".ts") ? [...exportedNames(file.text)] : [];
}

function declaredNames(declaration: Declaration): readonly string[] {
  if (declaration.kind === "reexport") {
    return (declaration.symbols ?? []).map(({ name }) => name);
  }
  return declaration.exported ? [declaration.name] : [];
}
