import { spawn } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import pLimit from "p-limit";
import { contractConfig } from "../../test/contract-config.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

const compilers = {
  "5.9": "node_modules/typescript/bin/tsc",
  "7": "node_modules/typescript-7/bin/tsc",
} as const;

/** As many processes at a time as there are cores. */
const limit = pLimit(availableParallelism());

/**
 * The errors that a compiler finds in files under the flags of the output contract, each with the lines that
 * explain it.
 * @param files a pattern for `include`
 * @param config the path of the configuration that is written
 */
export async function compileFaults(
  files: string,
  config: string,
  compiler: keyof typeof compilers,
  resolution: "nodenext" | "browser",
): Promise<readonly string[]> {
  writeFileSync(config, JSON.stringify(contractConfig(files, resolution)));
  const { output, status } = await runNode([
    root + compilers[compiler],
    ...["-p", config, "--pretty", "false"],
  ]);
  const errors = output
    .split(/\n(?!\s)/)
    .filter((block) => /error TS\d+/.test(block));
  if (status !== 0 && errors.length === 0) return [`exit code ${status}`];
  return errors;
}

/**
 * The errors that a compiler finds in an output, one a line.
 * @param folder of the output; the configuration is written beside it
 */
export async function compileErrors(
  folder: string,
  compiler: keyof typeof compilers,
  resolution: "nodenext" | "browser",
): Promise<readonly string[]> {
  const config = `${folder}.${compiler}-${resolution}.json`;
  const faults = await compileFaults(
    `${folder}/**/*.ts`,
    config,
    compiler,
    resolution,
  );
  return faults.map((fault) =>
    fault.replace(/\n.*/s, "").replace(/^.*?\/([^/]+\/[^/]+\.ts\()/, "$1"),
  );
}

/** The files that `prettier --check` with its default options would lay out otherwise. */
export async function layoutFaults(folder: string): Promise<readonly string[]> {
  const entries = readdirSync(folder);
  const groups = [
    entries.filter((name) => name === "docs"),
    entries.filter((name) => name !== "docs"),
  ];
  const outputs = await Promise.all(
    groups
      .filter((names) => names.length > 0)
      .map((names) =>
        runNode([
          `${root}node_modules/prettier/bin/prettier.cjs`,
          ...["--check", "--no-config", "--no-editorconfig"],
          ...["--ignore-path=", "--log-level=warn", "--with-node-modules"],
          ...names.map((name) => `${folder}/${name}`),
        ]),
      ),
  );
  return outputs.flatMap(({ output, status }) => {
    const faults = output
      .split("\n")
      .filter((line) => /^\[(?:warn|error)\]/.test(line))
      .filter((line) => !line.includes("Code style issues"));
    return status !== 0 && faults.length === 0
      ? [`prettier ended with ${status}`]
      : faults;
  });
}

/** Runs a script of Node with enough memory for the largest output. */
function runNode(
  args: readonly string[],
): Promise<{ readonly output: string; readonly status: number | null }> {
  return limit(
    () =>
      new Promise((resolve, reject) => {
        const child = spawn(process.execPath, [
          "--max-old-space-size=6144",
          ...args,
        ]);
        let output = "";
        child.stdout.on(
          "data",
          (chunk: Buffer) => (output += chunk.toString()),
        );
        child.stderr.on(
          "data",
          (chunk: Buffer) => (output += chunk.toString()),
        );
        child.on("error", reject);
        child.on("close", (status) => resolve({ output, status }));
      }),
  );
}
