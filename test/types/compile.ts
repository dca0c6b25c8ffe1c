import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/** Files of a program, by path. */
export type Files = ReadonlyMap<string, string>;

const root = fileURLToPath(new URL("../../", import.meta.url));
const work = `${root}node_modules/.cache/specwright-test/types/`;

const compilers = {
  "5.9": "node_modules/typescript/bin/tsc",
  "7": "node_modules/typescript-7/bin/tsc",
} as const;

/** The flags of the output contract. */
export const contractFlags = {
  target: "es2022",
  lib: ["es2022", "dom"],
  types: [],
  module: "nodenext",
  noEmit: true,
  declaration: true,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  isolatedModules: true,
  isolatedDeclarations: true,
  verbatimModuleSyntax: true,
  erasableSyntaxOnly: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  noFallthroughCasesInSwitch: true,
};

/**
 * Compiles files with the command line compilers, TypeScript 5.9 and 7.
 * @returns the lines of errors, each with its compiler in front
 */
export function compileErrors(
  name: string,
  files: Files,
  flags: Readonly<Record<string, unknown>> = {},
): readonly string[] {
  const folder = work + name;
  rmSync(folder, { recursive: true, force: true });
  const all = new Map([
    ...files,
    ["package.json", '{ "type": "module" }'],
    [
      "tsconfig.json",
      JSON.stringify({
        compilerOptions: { ...contractFlags, ...flags },
        include: ["**/*.ts"],
      }),
    ],
  ]);
  for (const [path, text] of all) {
    mkdirSync(dirname(`${folder}/${path}`), { recursive: true });
    writeFileSync(`${folder}/${path}`, text);
  }
  return Object.entries(compilers).flatMap(([version, path]) => {
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [root + path, "-p", folder, "--pretty", "false"],
      { encoding: "utf8", cwd: folder },
    );
    if (status !== 0 && stdout === "") throw new Error(stderr);
    return stdout
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => `TypeScript ${version}: ${line}`);
  });
}
