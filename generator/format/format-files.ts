import type { TextFile } from "../code/file.js";
import { formatTypeScript } from "./format-typescript.js";

/**
 * Lays out TypeScript as prettier does with its default options. What is not TypeScript has its layout from its
 * emitter, and so has a file that says that its layout is final. The order stays as given.
 * Rejects with an `Error` that names the file where an emitter made one that does not parse.
 */
export async function formatFiles(
  files: readonly TextFile[],
): Promise<readonly TextFile[]> {
  const texts = await formatTypeScript(files.filter(needsLayout));
  let next = 0;
  return files.map((file) => {
    if (!needsLayout(file)) return file;
    const text = texts[next] as string;
    next += 1;
    return { ...file, text };
  });
}

function needsLayout({ path, isFinal }: TextFile): boolean {
  return isFinal !== true && path.endsWith(".ts");
}
