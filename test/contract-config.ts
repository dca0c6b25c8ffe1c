import { readFileSync } from "node:fs";

/**
 * A tsconfig of the flags of the output contract, for the files that the pattern finds beside it.
 * @param resolution of Node, or of a bundler for browsers, with an old target and few libraries
 */
export function contractConfig(
  include: string,
  resolution: "nodenext" | "browser",
): object {
  return {
    compilerOptions: {
      ...optionsOf("tsconfig.output.json"),
      ...(resolution === "browser"
        ? optionsOf("tsconfig.output.browser.json")
        : {}),
    },
    include: [include],
  };
}

function optionsOf(file: string): object {
  const { compilerOptions } = JSON.parse(
    readFileSync(new URL(`../${file}`, import.meta.url), "utf8"),
  ) as { compilerOptions: object };
  return compilerOptions;
}
