import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The compilers that the output has to compile under. */
export const compilers = [
  ["TypeScript 5.9", `${root}node_modules/typescript/bin/tsc`],
  ["TypeScript 7", `${root}node_modules/typescript-7/bin/tsc`],
] as const;

/** The flags of the output contract, beside `module`. */
export const contractFlags = [
  "--strict",
  "--exactOptionalPropertyTypes",
  "--noUncheckedIndexedAccess",
  "--isolatedModules",
  "--verbatimModuleSyntax",
  "--erasableSyntaxOnly",
  "--noUnusedLocals",
  "--noUnusedParameters",
] as const;

/** Runs a program to its end; throws with all that it printed where it fails. Gives its standard output. */
export function run(
  folder: string,
  program: string,
  ...args: readonly string[]
): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd: folder,
    encoding: "utf8",
    env: {
      ...process.env,
      // npm finds `tsc` for the package's own build here, as it would in a project that installs TypeScript.
      PATH: `${root}node_modules/.bin:${process.env["PATH"] ?? ""}`,
    },
  });
  if (error !== undefined || status !== 0) {
    throw new Error(
      `${program} ${args.join(" ")} failed\n${error?.message ?? ""}${stdout}${stderr}`,
    );
  }
  return stdout;
}
