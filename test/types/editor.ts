import ts from "typescript";
import { contractFlags, type Files } from "./compile.js";

/** A file beside generated ones, as an editor shows it. */
export interface Editor {
  /** Replaces the text of the file. */
  readonly open: (text: string) => void;
  /** The messages of its errors; unused names are none. */
  readonly messages: () => string[];
  /** What hovering a word shows, and its comment. */
  readonly hover: (word: string) => { readonly type: string; docs: string };
  /** The names that are offered at an index of the text. */
  readonly offered: (index: number) => string[];
}

/** @param output the generated files, by path */
export function openEditor(output: Files): Editor {
  const path = "/api/use.ts";
  let current = "";
  let version = 0;
  const read = (file: string): string | undefined =>
    file === path
      ? current
      : (output.get(file.replace("/api/", "")) ??
        (file === "/api/package.json" ? '{ "type": "module" }' : undefined));
  const { options } = ts.convertCompilerOptionsFromJson(
    { ...contractFlags, isolatedDeclarations: false, declaration: false },
    "/api",
  );
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => [path],
    getScriptVersion: (file) => (file === path ? String(version) : "1"),
    getScriptSnapshot: (file) => {
      const text = read(file) ?? ts.sys.readFile(file);
      return text === undefined
        ? undefined
        : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => "/api",
    getDefaultLibFileName: (all) => ts.getDefaultLibFilePath(all),
    fileExists: (file) => read(file) !== undefined || ts.sys.fileExists(file),
    readFile: (file) => read(file) ?? ts.sys.readFile(file),
  });
  return {
    open: (text) => {
      current = text;
      version++;
    },
    messages: () =>
      [
        ...service.getSyntacticDiagnostics(path),
        ...service.getSemanticDiagnostics(path),
      ]
        .map(({ messageText }) =>
          ts.flattenDiagnosticMessageText(messageText, "\n"),
        )
        .filter((message) => !message.includes("is declared but")),
    hover: (word) => {
      const info = service.getQuickInfoAtPosition(path, current.indexOf(word));
      return {
        type: ts.displayPartsToString(info?.displayParts),
        docs: ts.displayPartsToString(info?.documentation),
      };
    },
    offered: (index) =>
      service
        .getCompletionsAtPosition(path, index, {})
        ?.entries.map(({ name }) => name) ?? [],
  };
}
