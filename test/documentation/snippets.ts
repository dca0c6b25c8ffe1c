import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The root of the checkout, with a slash at its end. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** The pages that people write; those of `generated/` are made. */
export const pages: readonly string[] = [
  "README.md",
  ...readdirSync(`${root}docs`)
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

/** A block of code on a page. */
export interface Snippet {
  readonly page: string;
  /** The file of the project that the block says it is from. */
  readonly from?: string;
  /** The description that the block's `./api` is generated from: that of `generated/` if absent. */
  readonly spec?: string;
  /** The file of the output whose end the block is; a configuration before it makes the file. */
  readonly made?: string;
  readonly language: string;
  readonly text: string;
}

export const snippets: readonly Snippet[] = pages.flatMap((page) => {
  const text = readFileSync(root + page, "utf8");
  const blocks = text.matchAll(
    /(?:<!-- (from|for|made) (\S+) -->\n\n)?^```(\w+)\n([\s\S]*?)^```$/gm,
  );
  return [...blocks].map(([, role, path, language = "", block = ""]) => ({
    page,
    ...(role === "from" && path !== undefined ? { from: path } : {}),
    ...(role === "for" && path !== undefined ? { spec: path } : {}),
    ...(role === "made" && path !== undefined ? { made: path } : {}),
    language,
    text: block,
  }));
});

/** Blocks that are modules of their own. */
export const programs: readonly Snippet[] = snippets.filter(
  ({ language, text, from, made }) =>
    /^tsx?$/.test(language) &&
    from === undefined &&
    made === undefined &&
    /^import /m.test(text),
);
