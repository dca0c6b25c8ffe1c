import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { performance } from "node:perf_hooks";
import ts from "typescript";
import { median } from "../statistics.js";

/** What an editor's user waits for, in milliseconds, and how long what it shows is. */
export interface EditorFigures {
  /** The first completion of a field after the project was opened, parsing and checking included. */
  readonly first: number;
  /** A completion after a keystroke, median of twenty. */
  readonly next: number;
  /** How many fields are offered, beside what is in scope anyway. */
  readonly fields: number;
  /** Characters of the hover over the first operation's name. */
  readonly hover: number;
}

/**
 * Opens a file as an editor does and asks for completions where it says `/*here*\/`.
 * @param path the consumer's file
 * @param hovered a name in the file
 */
export function measureEditor(
  path: string,
  options: ts.CompilerOptions,
  hovered: string,
): EditorFigures {
  const source = readFileSync(path, "utf8");
  const at = source.indexOf("/*here*/");
  let typed = "";
  const text = (): string => source.slice(0, at) + typed + source.slice(at);
  const host: ts.LanguageServiceHost = {
    getCurrentDirectory: () => dirname(path),
    getDefaultLibFileName: (given) => ts.getDefaultLibFilePath(given),
    fileExists: (name) => ts.sys.fileExists(name),
    readFile: (name) => ts.sys.readFile(name),
    realpath: (name) => ts.sys.realpath?.(name) ?? name,
    getCompilationSettings: () => options,
    getScriptFileNames: () => [path],
    getScriptVersion: (name) => (name === path ? typed : "1"),
    getScriptSnapshot: (name) => {
      const content = name === path ? text() : ts.sys.readFile(name);
      return content === undefined
        ? undefined
        : ts.ScriptSnapshot.fromString(content);
    },
    getDirectories: (name) => ts.sys.getDirectories(name),
  };
  const service = ts.createLanguageService(host);
  const complete = (): [number, number] => {
    const start = performance.now();
    const { entries = [] } =
      service.getCompletionsAtPosition(path, at + typed.length, {}) ?? {};
    return [
      performance.now() - start,
      entries.filter(({ kind }) => kind === "property").length,
    ];
  };
  const [first, fields] = complete();
  const next = Array.from({ length: 20 }, (_, index) => {
    typed = "b".repeat((index % 2) + 1);
    return complete()[0];
  });
  typed = "";
  const info = service.getQuickInfoAtPosition(
    path,
    source.indexOf(`${hovered}(`),
  );
  return {
    first,
    next: median(next),
    fields,
    hover: ts.displayPartsToString(info?.displayParts).length,
  };
}
