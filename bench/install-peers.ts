import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));

/** Folders whose packages the benchmarks compare with or draw with. */
const folders = ["", "kubb-4/", "kubb-5/", "orval-8/"].map(
  (folder) => here + folder,
);

/** The packages of bench/package.json. */
export const peers = `${here}node_modules/`;

/** Node 24, for the peers that refuse older ones. */
export const node24 = `${peers}node/bin/node`;

/** Installs what is not there. Scripts do not run, but for the one that fetches a newer Node. */
export function installPeers(): void {
  folders.forEach(installPackages);
}

/** Installs the packages of a folder that has none yet, and the Node among them. */
export function installPackages(cwd: string): void {
  if (!existsSync(`${cwd}node_modules`)) {
    const flags = ["--ignore-scripts", "--no-package-lock"];
    // Kubb's packages name versions of each other that cannot all be met.
    run("npm", ["install", ...flags, "--legacy-peer-deps"], cwd);
  }
  const node = `${cwd}node_modules/node/`;
  if (existsSync(node) && !existsSync(`${node}bin/node`)) {
    run("npm", ["rebuild", "node"], cwd);
  }
}

function run(command: string, args: readonly string[], cwd: string): void {
  const { status } = spawnSync(command, args, { cwd, stdio: "inherit" });
  if (status !== 0) throw new Error(`${command} failed in ${cwd}`);
}
