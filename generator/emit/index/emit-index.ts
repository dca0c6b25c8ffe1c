import type {
  OutputFile,
  ReexportDeclaration,
  TypeScriptFile,
} from "../../code/file.js";
import { publicRuntime } from "../public-runtime.js";

/** The operation table is plain data about the whole API, and is imported by its own entry alone. */
const ownEntries: ReadonlySet<string> = new Set(["operations.ts"]);

/**
 * `index.ts`: everything that the given modules export, and the public part of the runtime. It only
 * re-exports, so that a bundler keeps what is used and nothing runs on import.
 */
export function emitIndex(modules: readonly OutputFile[]): OutputFile[] {
  const paths = modules
    .filter((file): file is TypeScriptFile => file.kind === "typescript")
    .filter((file) => file.declarations.some(isExported))
    .map((file) => file.path)
    .filter((path) => !ownEntries.has(path));
  return [
    {
      kind: "typescript",
      path: "index.ts",
      source: "the whole description",
      declarations: [...paths.map(reexport), ...runtimeReexports()],
    },
  ];
}

/** One line a module of the runtime, with the names that are public. */
function runtimeReexports(): readonly ReexportDeclaration[] {
  const modules = new Set(publicRuntime.map((symbol) => symbol.module));
  return [...modules].map((module) => ({
    kind: "reexport",
    module,
    symbols: publicRuntime.filter((symbol) => symbol.module === module),
  }));
}

function isExported(
  declaration: TypeScriptFile["declarations"][number],
): boolean {
  return declaration.kind === "reexport" || declaration.exported;
}

function reexport(module: string): ReexportDeclaration {
  return { kind: "reexport", module };
}
