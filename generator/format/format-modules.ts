import { format } from "oxfmt";
import type { TextFile } from "../code/file.js";
import { joinShortUnions } from "./join-short-unions.js";

/** About as many letters as one call takes best: each call has its price, and so has a long text. */
const batchLength = 64_000;

/** Stands between the modules of a batch. No line of generated code is alike. */
const separator = "//// specwright: the next module ////";

/**
 * Lays out modules as prettier does with its default options, and gives their texts in the order given. It
 * is oxfmt that does it, at twenty times the speed; where its layout of generated code differs from prettier's, the
 * difference is put right. Tests hold the result against prettier.
 * @param ending of their language: prettier has some rules for JavaScript alone
 * @throws Error that names the module where one does not parse
 */
export async function formatModules(
  modules: readonly Pick<TextFile, "path" | "text">[],
  ending: ".ts" | ".js",
): Promise<readonly string[]> {
  const batches: Promise<readonly string[]>[] = [];
  for (let start = 0; start < modules.length;) {
    let end = start;
    let length = 0;
    while (end < modules.length && length < batchLength) {
      length += (modules[end] as TextFile).text.length;
      end += 1;
    }
    batches.push(formatBatch(modules.slice(start, end), ending));
    start = end;
  }
  return (await Promise.all(batches)).flat();
}

/** The modules as one text; each by itself where that is no text that oxfmt takes or its parts cannot be told. */
async function formatBatch(
  modules: readonly Pick<TextFile, "path" | "text">[],
  ending: string,
): Promise<readonly string[]> {
  const whole = modules.map(({ text }) => text).join(`\n\n${separator}\n\n`);
  const { code, errors } = await format(`batch${ending}`, whole, options);
  const parts = joinShortUnions(code).split(`${separator}\n`);
  if (errors.length === 0 && parts.length === modules.length) {
    return parts.map((part) => `${part.trim()}\n`);
  }
  const texts: string[] = [];
  for (const module of modules) texts.push(await formatModule(module));
  return texts;
}

async function formatModule({
  path,
  text,
}: Pick<TextFile, "path" | "text">): Promise<string> {
  const { code, errors } = await format(path, text, options);
  const [error] = errors;
  if (error !== undefined) {
    throw new Error(`${path} does not parse: ${error.message}`);
  }
  return joinShortUnions(code);
}

const options = { printWidth: 80 };
