import { readFileSync } from "node:fs";
import type { OutputFile } from "../../code/file.js";
import { symbolsOf } from "../../code/symbols-of.js";
import type { EmitContext } from "../context.js";
import { publicRuntime } from "../public-runtime.js";

const templates = new URL("../../../templates/", import.meta.url);

/**
 * `runtime/`: the modules of `templates/runtime` that the given files need, one way or another, and the public
 * ones, byte for byte. Only where the settings ask for imports that end in `.ts` do the endings of their
 * relative imports differ.
 */
export function emitRuntime(
  { settings }: EmitContext,
  modules: readonly OutputFile[],
): OutputFile[] {
  const texts = new Map<string, string>();
  const published = publicRuntime.map((symbol) => symbol.module);
  for (const path of [...published, ...usedRuntime(modules)]) {
    addWithImports(path, texts);
  }
  return [...texts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, text]) => ({
      kind: "text",
      path,
      isFinal: true,
      text: withImportEnding(text, settings.importExtension),
    }));
}

function usedRuntime(modules: readonly OutputFile[]): Set<string> {
  const used = new Set<string>();
  for (const file of modules) {
    if (file.kind !== "typescript") continue;
    for (const declaration of file.declarations) {
      for (const { module } of symbolsOf(declaration)) {
        if (module.startsWith("runtime/")) used.add(module);
      }
    }
  }
  return used;
}

function addWithImports(path: string, texts: Map<string, string>): void {
  if (texts.has(path)) return;
  const text = readFileSync(new URL(path, templates), "utf8");
  texts.set(path, text);
  for (const match of text.matchAll(relativeImport)) {
    addWithImports(`runtime/${match[1]}.ts`, texts);
  }
}

function withImportEnding(text: string, ending: ".js" | ".ts"): string {
  if (ending === ".js") return text;
  return text.replace(relativeImport, `from "./$1${ending}";`);
}

const relativeImport = /from "\.\/([\w-]+)\.js";/g;
