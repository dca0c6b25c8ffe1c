import ts from "typescript";

/**
 * Compiles consumers, all at once.
 * @returns what the compiler says, by file; nothing for those that compile
 */
export function compile(
  paths: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const program = ts.createProgram({
    rootNames: [...paths],
    options: {
      strict: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
      skipLibCheck: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.NodeNext,
      lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
      types: [],
    },
  });
  return new Map(
    paths.map((path) => {
      const source = program.getSourceFile(path);
      const found = [
        ...program.getSyntacticDiagnostics(source),
        ...program.getSemanticDiagnostics(source),
      ];
      return [
        path,
        found.map(({ code, messageText, start = 0 }) => {
          const line =
            source === undefined
              ? 0
              : source.getLineAndCharacterOfPosition(start).line;
          const text = source?.text.split("\n")[line] ?? "";
          return `TS${code}: ${ts.flattenDiagnosticMessageText(messageText, " ")} in ${text}`;
        }),
      ];
    }),
  );
}
