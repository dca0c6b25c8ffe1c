import { readdirSync } from "node:fs";

export interface CorpusSpec {
  /** Path below the corpus without its ending, for example `readme/3.0-petstore`. */
  readonly name: string;
  readonly path: string;
}

/** Every entry document of the corpus: the files beside each other, the small ones, and the one in many files. */
export function findSpecs(corpus: string): readonly CorpusSpec[] {
  const names = [
    ...specFiles(corpus),
    ...specFiles(`${corpus}readme/`).map((name) => `readme/${name}`),
    "lob-multifile/lob-api-public.yml",
  ];
  return names.map((name) => ({
    name: name.replace(/\.[a-z]+$/, ""),
    path: corpus + name,
  }));
}

function specFiles(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => /\.(?:ya?ml|json)$/.test(name))
    .sort();
}
