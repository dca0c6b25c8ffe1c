import type { TextFile } from "../code/file.js";
import { formatModules } from "./format-modules.js";

/**
 * Lays out TypeScript and JavaScript as prettier does with its default options. Other files have their layout from their
 * emitter, and so has a file that says that its layout is final. The order stays as given.
 * Rejects with an `Error` that names the file where an emitter made one that does not parse.
 */
export async function formatFiles(
  files: readonly TextFile[],
): Promise<readonly TextFile[]> {
  const finished = new Map<TextFile, string>();
  const formatEnding = async (ending: ".ts" | ".js"): Promise<void> => {
    const modules = files.filter(
      ({ path, isFinal }) => isFinal !== true && path.endsWith(ending),
    );
    const texts = await formatModules(modules, ending);
    for (const [place, module] of modules.entries())
      finished.set(module, texts[place] as string);
  };
  await Promise.all([formatEnding(".ts"), formatEnding(".js")]);
  return files.map((file) => {
    const text = finished.get(file);
    return text === undefined ? file : { ...file, text };
  });
}
