import type { OutputFile, ReexportDeclaration } from "../../code/file.js";
import { publicRuntime } from "../public-runtime.js";
import type { ModuleFacts, Unit } from "../emitter.js";
import { unitOf } from "../unit.js";

/**
 * `index.ts`: everything that modules export, but for those that are entries of their own, and the public part of the runtime. It only
 * re-exports, so that a bundler keeps what is used and nothing runs on import.
 */
export function indexUnit(modules: readonly ModuleFacts[]): Unit {
  const listed = modules.filter(
    ({ exports, isEntry }) => exports.length > 0 && isEntry !== true,
  );
  return unitOf(
    "index",
    listed.map(({ path }) => path),
    emitIndex,
  );
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
