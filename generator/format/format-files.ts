import { format } from "prettier";
import type { TextFile } from "../code/file.js";

/**
 * Lays out every file as prettier does with its default options, in the order given. HTML stays as it is
 * (its emitter marks it for prettier to ignore), and so does whatever prettier has no parser for.
 * Rejects with prettier's `SyntaxError` where an emitter made a file that does not parse.
 */
export async function formatFiles(
  files: readonly TextFile[],
): Promise<readonly TextFile[]> {
  const formatted: TextFile[] = [];
  for (const file of files) formatted.push(await formatFile(file));
  return formatted;
}

async function formatFile(file: TextFile): Promise<TextFile> {
  const ending = file.path.slice(file.path.lastIndexOf(".") + 1);
  const parser = parsers[ending];
  if (parser === undefined) return file;
  return { ...file, text: await format(file.text, { parser }) };
}

const parsers: Readonly<Record<string, string>> = {
  ts: "typescript",
  js: "babel",
  mjs: "babel",
  json: "json",
  md: "markdown",
  css: "css",
};
