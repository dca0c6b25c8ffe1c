import { hash } from "node:crypto";
import type { Declaration, FinishedFile, OutputFile } from "./code/file.js";
import { exportedNames } from "./emit/manifest/exported-names.js";

/**
 * What there is to know of a finished file.
 * @param file as its emitter made it
 * @param text of the finished file
 * @param imports the files of the output that it imports
 */
export function finishedFile(
  file: OutputFile,
  text: string,
  imports: readonly string[],
): FinishedFile {
  const { path } = file;
  return {
    path,
    sha256: hash("sha256", text),
    exports: exportsOf(file),
    runtime: imports.filter((module) => module.startsWith("runtime/")),
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
