import { type TextFile, isOutputPath } from "../../generator/code/file.js";
import { htmlFaults, markdownFaults } from "../../test/docs/check-page.js";
import { moduleSyntax } from "../../test/hostile/syntax.js";
import { markerName } from "./hostile-texts.js";

/** What is wrong with the files of an output: paths, syntax, and text of the description that has become code. */
export function outputFaults(files: readonly TextFile[]): readonly string[] {
  const paths = files.map(({ path }) => path.toLowerCase());
  const twice = paths.find((path, index) => paths.indexOf(path) !== index);
  return [
    ...(twice === undefined ? [] : [`two files are called ${twice}`]),
    ...files.flatMap((file) =>
      fileFaults(file).map((fault) => `${file.path}: ${fault}`),
    ),
  ];
}

function fileFaults({ path, text }: TextFile): readonly string[] {
  const faults: string[] = [];
  if (!isOutputPath(path) || !/^[\w./-]+$/.test(path))
    faults.push("no path of an output");
  if (path.split("/").some((part) => part.length > 255))
    faults.push("a name that is too long");
  if (/\p{Surrogate}/u.test(text)) faults.push("half of a surrogate pair");
  // The same in every output, with tests of its own.
  if (path.startsWith("runtime/")) return faults;
  if (/\.(?:ts|js|mjs)$/.test(path)) faults.push(...codeFaults(text));
  else if (path.endsWith(".json")) faults.push(...jsonFaults(text));
  else if (path.endsWith(".html")) faults.push(...htmlFaults(text));
  else if (path.endsWith(".md")) faults.push(...markdownFaults(text));
  return faults;
}

/**
 * Every module has been through the parser of oxfmt, which refuses what is no TypeScript; the compiler's takes a look
 * at those where text may have left its literal, and at patterns.
 */
function codeFaults(text: string): readonly string[] {
  if (!text.includes(markerName) && !/\/u\b(?!["/.-])/.test(text)) return [];
  const { errors, names, patterns } = moduleSyntax(text);
  return [
    ...errors.map((error) => `syntax: ${error}`),
    ...patterns.map((pattern) => `a pattern that does not compile: ${pattern}`),
    ...(names.has(markerName) ? ["text of the description is code"] : []),
  ];
}

function jsonFaults(text: string): readonly string[] {
  try {
    JSON.parse(text);
    return [];
  } catch (error) {
    return [String(error)];
  }
}
