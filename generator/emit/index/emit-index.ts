import type { OutputFile, ReexportDeclaration } from "../../code/file.js";
import { publicRuntime } from "../public-runtime.js";
import { unitOf, type Unit } from "../unit.js";

/** The operation table is plain data about the whole API, and is imported by its own entry alone. */
const ownEntry = "operations.ts";

/**
 * `index.ts`: everything that the given modules export, and the public part of the runtime. It only
 * re-exports, so that a bundler keeps what is used and nothing runs on import.
 */
export function indexUnit(modules: readonly string[]): Unit {
  const paths = modules.filter((path) => path !== ownEntry);
  return unitOf("index", paths, emitIndex);
}

function emitIndex(paths: readonly string[]): OutputFile[] {
  return [
    {
      kind: "typescript",
      path: "index.ts",
      source: "the whole description",
      declarations: [
        ...paths.filter((path) => !isPublicInPart(path)).map(reexport),
        ...reexportsInPart(paths),
      ],
    },
  ];
}

function isPublicInPart(path: string): boolean {
  return publicRuntime.some(({ module }) => module === path);
}

/** One line a module of the runtime, and of others that are public in part, with the names that are. */
function reexportsInPart(
  paths: readonly string[],
): readonly ReexportDeclaration[] {
  const modules = [
    ...new Set(publicRuntime.map(({ module }) => module)),
  ].filter((module) => module.startsWith("runtime/") || paths.includes(module));
  return modules.map((module) => ({
    kind: "reexport",
    module,
    symbols: publicRuntime.filter((symbol) => symbol.module === module),
  }));
}

function reexport(module: string): ReexportDeclaration {
  return { kind: "reexport", module };
}
