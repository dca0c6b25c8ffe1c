import type { OutputFile, ReexportDeclaration } from "../../code/file.js";
import { publicRuntime } from "../public-runtime.js";
import { unitOf, type Unit } from "../unit.js";

/** The operation table is plain data about the whole API, and is imported by its own entry alone. */
const ownEntries: ReadonlySet<string> = new Set(["operations.ts"]);

/**
 * `index.ts`: everything that the given modules export, and the public part of the runtime. It only
 * re-exports, so that a bundler keeps what is used and nothing runs on import.
 */
export function indexUnit(modules: readonly string[]): Unit {
  const paths = modules.filter((path) => !ownEntries.has(path));
  return unitOf("index", paths, emitIndex);
}

function emitIndex(paths: readonly string[]): OutputFile[] {
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

function reexport(module: string): ReexportDeclaration {
  return { kind: "reexport", module };
}
