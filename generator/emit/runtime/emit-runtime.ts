import { readFileSync } from "node:fs";
import { fileHeader } from "../../code/file-header.js";
import type { OutputFile } from "../../code/file.js";
import { packageRoot } from "../../code/package-root.js";
import type { ImportExtension } from "../../config/config.js";
import type { EmitContext } from "../context.js";
import { publicRuntime } from "../runtime-symbols.js";
import type { ModuleFacts, Unit } from "../emitter.js";
import { unitOf } from "../unit.js";
import { helpersOf } from "./helpers.js";

const templates = new URL("templates/", packageRoot);

/**
 * `runtime/`: the modules of `templates/runtime` that the output needs, one way or another, the public ones
 * and the helpers, below the header of generated modules. The endings of their relative imports are the settings'.
 */
export function runtimeUnit(modules: readonly ModuleFacts[]): Unit {
  const used = new Set(modules.flatMap(({ runtime }) => runtime));
  return unitOf("runtime", [...used].sort(), emitRuntime);
}

function emitRuntime(
  used: readonly string[],
  { api, settings }: EmitContext,
): OutputFile[] {
  const texts = new Map<string, string>();
  const published = publicRuntime
    .map((symbol) => symbol.module)
    .filter((module) => module.startsWith("runtime/"));
  const { operations, fixtures } = settings.parts;
  const offered = operations
    ? [
        ...[...published, ...helpersOf.of(api)],
        ...(fixtures ? ["runtime/expect-answer.ts"] : []),
      ]
    : [];
  for (const path of [...offered, ...used]) {
    addWithImports(path, texts);
  }
  return [...texts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, text]) => ({
      kind: "text",
      path,
      isFinal: true,
      text: `${fileHeader("runtime")}\n${withImportEnding(text, settings.importExtension)}`,
    }));
}

function addWithImports(path: string, texts: Map<string, string>): void {
  if (texts.has(path)) return;
  const text = readFileSync(new URL(path, templates), "utf8");
  texts.set(path, text);
  for (const match of text.matchAll(relativeImport)) {
    addWithImports(`runtime/${match[1]}.ts`, texts);
  }
}

function withImportEnding(text: string, ending: ImportExtension): string {
  if (ending === ".js") return text;
  const written = ending === "none" ? "" : ending;
  return text.replace(relativeImport, `from "./$1${written}";`);
}

const relativeImport = /from "\.\/([\w-]+)\.js";/g;
