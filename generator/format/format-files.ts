import type { TextFile } from "../code/file.js";
import { formatData } from "./format-data.js";
import { formatTypeScript } from "./format-typescript.js";

/**
 * Lays out every file as prettier does with its default options, in the order given. A file whose emitter
 * says that its layout is final stays as it is, and so does what there is no formatter for here (HTML).
 * Rejects with an `Error` that names the file where an emitter made one that does not parse.
 */
export async function formatFiles(
  files: readonly TextFile[],
): Promise<readonly TextFile[]> {
  const formatted: TextFile[] = [];
  for (const file of files) formatted.push(await formatFile(file));
  return formatted;
}

async function formatFile(file: TextFile): Promise<TextFile> {
  if (file.isFinal === true) return file;
  const ending = file.path.slice(file.path.lastIndexOf(".") + 1);
  const text =
    ending === "ts"
      ? await formatTypeScript(file.path, file.text)
      : await formatData(ending, file.text);
  return { ...file, text };
}
