import { existsSync, readdirSync } from "node:fs";

export interface CorpusSpec {
  /** Path below the corpus without its ending, for example `readme/3.0-petstore`. */
  readonly name: string;
  readonly path: string;
}

/**
 * Every entry document of the real specs: the corpus' own files, those of its folders, and the wild ones. Deeper
 * files are parts of these.
 * @param shared the folder of both
 */
export function findSpecs(shared: string): readonly CorpusSpec[] {
  const corpus = `${shared}corpus/`;
  const folders = readdirSync(corpus, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  return [
    ...specsOf(corpus, ""),
    ...folders.flatMap((name) => specsOf(`${corpus}${name}/`, `${name}/`)),
    ...specsOf(`${shared}wild/`, "wild/"),
  ];
}

function specsOf(folder: string, prefix: string): readonly CorpusSpec[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /\.(?:ya?ml|json)$/.test(name))
    .sort()
    .map((name) => ({
      name: prefix + name.replace(/\.[a-z]+$/, ""),
      path: folder + name,
    }));
}
