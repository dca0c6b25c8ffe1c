import { readdirSync } from "node:fs";

export interface CorpusSpec {
  /** Path below the corpus without its ending, for example `readme/3.0-petstore`. */
  readonly name: string;
  readonly path: string;
}

/** Every entry document of the corpus: its own files, then those of its folders; deeper ones are parts of these. */
export function findSpecs(corpus: string): readonly CorpusSpec[] {
  const folders = readdirSync(corpus, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${name}/`)
    .sort();
  return ["", ...folders].flatMap((folder) =>
    readdirSync(corpus + folder)
      .filter((name) => /\.(?:ya?ml|json)$/.test(name))
      .sort()
      .map((name) => ({
        name: folder + name.replace(/\.[a-z]+$/, ""),
        path: corpus + folder + name,
      })),
  );
}
