import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
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

// What is generated stays until the last has ended: for minutes after files were deleted, ext4 can take several times as
// long to create others. A file system in memory (`TMPDIR=/dev/shm`) knows nothing of that.
const outputs = mkdtempSync(`${tmpdir()}/specwright-bench-`);
for (const name of benches) {
  console.log(`\n${name}`);
  const run = spawnSync(
    process.execPath,
    [jiti, `${here}${name}/run.ts`, ...flags],
    { stdio: "inherit", env: { ...process.env, TMPDIR: outputs } },
  );
  if (run.status !== 0) process.exitCode = 1;
}
rmSync(outputs, { recursive: true, force: true });
