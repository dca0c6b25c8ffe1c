// Compiles the project, and the output of the generator under the flags of the output contract, with both
// versions of TypeScript that the contract names. Exit code 1 where one of them finds an error.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const compilers = {
  "TypeScript 5.9": "node_modules/typescript/bin/tsc",
  "TypeScript 7": "node_modules/typescript-7/bin/tsc",
};
const projects = [
  "tsconfig.json",
  "tsconfig.output.json",
  "tsconfig.output.browser.json",
];

for (const [compiler, path] of Object.entries(compilers)) {
  for (const project of projects) {
    const run = spawnSync(process.execPath, [path, "-p", project], {
      cwd: root,
      stdio: "inherit",
    });
    console.log(
      `${compiler}, ${project}: ${run.status === 0 ? "ok" : "FAILED"}`,
    );
    if (run.status !== 0) process.exitCode = 1;
  }
}
