import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

// Runs every benchmark, or those whose folders are named; `--quick` makes one round of each.
const here = fileURLToPath(new URL(".", import.meta.url));
const jiti = fileURLToPath(
  new URL("../node_modules/jiti/lib/jiti-cli.mjs", import.meta.url),
);
const args = process.argv.slice(2);
const wanted = args.filter((arg) => !arg.startsWith("-"));
const flags = args.filter((arg) => arg.startsWith("-"));

const benches = readdirSync(here)
  .filter((name) => existsSync(`${here}${name}/run.ts`))
  .filter((name) => wanted.length === 0 || wanted.includes(name));
for (const name of benches) {
  console.log(`\n${name}`);
  const run = spawnSync(
    process.execPath,
    [jiti, `${here}${name}/run.ts`, ...flags],
    { stdio: "inherit" },
  );
  if (run.status !== 0) process.exitCode = 1;
}
