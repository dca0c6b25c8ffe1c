import type { OutputFile, ReexportDeclaration } from "../../code/file.js";
import { publicRuntime } from "../runtime-symbols.js";
import type { EmitContext } from "../context.js";
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
  const used = new Set(modules.flatMap(({ runtime }) => runtime));
  return unitOf(
    "index",
    { paths: listed.map(({ path }) => path), runtime: [...used].sort() },
    emitIndex,
  );
}

/** The modules that `index.ts` exports, and those of the runtime that any module imports. */
type Indexed = {
  readonly paths: readonly string[];
  readonly runtime: readonly string[];
};

function emitIndex(
  { paths, runtime }: Indexed,
  { settings }: EmitContext,
): OutputFile[] {
  const published = publicRuntime
    .map(({ module }) => module)
    .filter((module) => module.startsWith("runtime/"));
  // Without operations nobody sends: what is left is the vocabulary of validators.
  const inPart = settings.parts.operations
    ? [...paths, ...published]
    : [...paths, ...runtime];
  return [
    {
      kind: "typescript",
      path: "index.ts",
      source: "the whole description",
      declarations: [
        ...paths.filter((path) => !isPublicInPart(path)).map(reexport),
        ...reexportsInPart(inPart),
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
  ].filter((module) => paths.includes(module));
  return modules.map((module) => ({
    kind: "reexport",
    module,
    symbols: publicRuntime.filter((symbol) => symbol.module === module),
  }));
}

function reexport(module: string): ReexportDeclaration {
  return { kind: "reexport", module };
}
