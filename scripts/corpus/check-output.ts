import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

export const compilers = {
  "5.9": "node_modules/typescript/bin/tsc",
  "7": "node_modules/typescript-7/bin/tsc",
} as const;

/**
 * The errors that a compiler finds in an output under the flags of the output contract, one a line.
 * @param folder of the output; the configuration is written beside it
 */
export function compileErrors(
  folder: string,
  compiler: keyof typeof compilers,
  resolution: "nodenext" | "bundler",
): readonly string[] {
  const { compilerOptions } = JSON.parse(
    readFileSync(`${root}tsconfig.output.json`, "utf8"),
  ) as { compilerOptions: object };
  const modules =
    resolution === "nodenext"
      ? { module: "nodenext" }
      : { module: "esnext", moduleResolution: "bundler" };
  const config = `${folder}.tsconfig.json`;
  writeFileSync(
    config,
    JSON.stringify({
      compilerOptions: { ...compilerOptions, ...modules },
      include: [`${folder}/**/*.ts`],
    }),
  );
  const { stdout, status } = spawnSync(
    process.execPath,
    [root + compilers[compiler], "-p", config, "--pretty", "false"],
    { encoding: "utf8", maxBuffer: 1e9 },
  );
  const errors = stdout
    .split("\n")
    .filter((line) => /error TS\d+/.test(line))
    .map((line) => line.replace(/^.*?\/([^/]+\/[^/]+\.ts\()/, "$1"));
  if (status !== 0 && errors.length === 0) return [`exit code ${status}`];
  return errors;
}

/** The files that `prettier --check` with its default options would lay out otherwise. */
export function layoutFaults(folder: string): readonly string[] {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      "--max-old-space-size=4096",
      `${root}node_modules/prettier/bin/prettier.cjs`,
      "--check",
      "--no-config",
      "--no-editorconfig",
      "--ignore-path=",
      "--log-level=warn",
      "--with-node-modules",
      folder,
    ],
    { encoding: "utf8", maxBuffer: 1e9 },
  );
  return `${stdout}${stderr}`
    .split("\n")
    .filter((line) => /^\[(?:warn|error)\]/.test(line))
    .filter((line) => !line.includes("Code style issues"));
}
