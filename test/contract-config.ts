import { readFileSync } from "node:fs";

/**
 * How a program is compiled: with modules as Node resolves them; for browsers, with an old target and few libraries;
 * with the types of Node alone; or as applications do that are not strict, such as those of NestJS 10.
 */
export const surroundings = ["nodenext", "browser", "node", "loose"] as const;

/** A tsconfig of the flags of the output contract, for the files that the pattern finds beside it. */
export function contractConfig(
  include: string,
  surrounding: (typeof surroundings)[number],
): object {
  return {
    compilerOptions: {
      ...optionsOf("tsconfig.output.json"),
      ...{
        nodenext: {},
        browser: optionsOf("tsconfig.output.browser.json"),
        node: { lib: ["es2022"], types: ["node"] },
        loose: {
          ...optionsOf("tsconfig.output.browser.json"),
          strict: false,
          exactOptionalPropertyTypes: false,
          noUncheckedIndexedAccess: false,
        },
      }[surrounding],
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
