import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { contractConfig, surroundings } from "./contract-config.js";

const root = fileURLToPath(new URL("../", import.meta.url));
const work = `${root}node_modules/.cache/specwright-test/`;
const program = `${work}program/`;

const compilers = {
  "TypeScript 5.9": "node_modules/typescript/bin/tsc",
  "TypeScript 7": "node_modules/typescript-7/bin/tsc",
};

/** Everything that the generator has written, in one folder: each case with the runtime, and `generated/`. */
beforeAll(() => {
  rmSync(program, { recursive: true, force: true });
  mkdirSync(program, { recursive: true });
  for (const name of readdirSync(`${root}test/cases`)) {
    const folder = `${root}test/cases/${name}`;
    if (!existsSync(`${folder}/expected/index.ts`)) continue;
    const target = `${program}${name}`;
    cpSync(`${folder}/expected`, `${target}/expected`, { recursive: true });
    cpSync(`${root}templates/runtime`, `${target}/expected/runtime`, {
      recursive: true,
    });
    for (const file of readdirSync(folder)) {
      const isOwn = file.endsWith(".ts") && !file.startsWith("specwright.");
      if (isOwn) cpSync(`${folder}/${file}`, `${target}/${file}`);
    }
  }
  cpSync(`${root}generated`, `${program}generated`, {
    recursive: true,
    filter: (path) => !/[\\/](?:dist|node_modules)$/.test(path),
  });
});

describe("all output compiles under the flags of the output contract", () => {
  for (const [compiler, path] of Object.entries(compilers)) {
    for (const surrounding of surroundings) {
      test(`${compiler}, ${surrounding}`, () => {
        const config = `${work}tsconfig.${surrounding}.json`;
        // Programs beside the output tell answers apart, which needs `strictNullChecks`.
        const files =
          surrounding === "loose"
            ? "program/**/expected/**/*.ts"
            : "program/**/*.ts";
        writeFileSync(
          config,
          JSON.stringify(contractConfig(files, surrounding)),
        );
        const { stdout, status } = spawnSync(
          process.execPath,
          [root + path, "-p", config, "--pretty", "false"],
          { encoding: "utf8", cwd: program },
        );
        expect(stdout).toBe("");
        expect(status).toBe(0);
      });
    }
  }
});

test("all output is laid out as prettier lays it out", () => {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [
      `${root}node_modules/prettier/bin/prettier.cjs`,
      "--check",
      "--no-config",
      "--no-editorconfig",
      "--ignore-path=",
      "--log-level=warn",
      "--with-node-modules",
      program,
    ],
    { encoding: "utf8" },
  );
  expect(stdout + stderr).toBe("");
  expect(status).toBe(0);
});
