import { readFileSync } from "node:fs";

/** A tsconfig of the flags of the output contract, for the files that the pattern finds beside it. */
export function contractConfig(
  include: string,
  resolution: Readonly<Record<string, string>>,
): object {
  const { compilerOptions } = JSON.parse(
    readFileSync(new URL("../tsconfig.output.json", import.meta.url), "utf8"),
  ) as { compilerOptions: object };
  return {
    compilerOptions: { ...compilerOptions, ...resolution },
    include: [include],
  };
}
