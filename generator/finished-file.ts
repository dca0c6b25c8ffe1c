import { hash } from "node:crypto";
import type {
  Declaration,
  FinishedFile,
  OutputFile,
  TextFile,
} from "./code/file.js";
import { exportedNames } from "./manifest/exported-names.js";

/**
 * What there is to know of a finished file. Of a module and its declarations, the module has the exports.
 * @param file as its emitter made it
 * @param finished what was made of it
 * @param imports the files of the output that it imports
 */
export function finishedFile(
  file: OutputFile,
  { path, text }: TextFile,
  imports: readonly string[],
): FinishedFile {
  const isDeclarations = path !== file.path && path.endsWith(".d.ts");
  return {
    path,
    sha256: hash("sha256", text),
    exports: isDeclarations ? [] : exportsOf(file),
    runtime: imports.filter((module) => module.startsWith("runtime/")),
    ...(file.kind === "typescript" && file.isEntry ? { isEntry: true } : {}),
  };
}

function exportsOf(file: OutputFile): string[] {
  if (file.kind === "typescript") {
    return [...new Set(file.declarations.flatMap(declaredNames))];
  }
  return file.path.endsWith(".ts") ? [...exportedNames(file.text)] : [];
}

function declaredNames(declaration: Declaration): readonly string[] {
  if (declaration.kind === "reexport") {
    return (declaration.symbols ?? []).map(({ name }) => name);
  }
  return declaration.exported ? [declaration.name] : [];
}
