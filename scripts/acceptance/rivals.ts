import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { installPackages } from "../../bench/install-peers.js";
import { root } from "../measure/measured-run.js";
import { remembered } from "./remembered.js";

const folder = `${root}bench/newest/`;
const node = `${folder}node_modules/node/bin/node`;
/** Milliseconds after which a generator is ended. */
const patience = 300_000;

/** Another generator, with its arguments for a description and a folder. */
export interface Rival {
  readonly name: string;
  readonly script: string;
  readonly args: (spec: string, out: string) => readonly string[];
}

/** The generators of bench/newest, which run on the Node of that folder. */
export const rivals: readonly Rival[] = [
  {
    name: "@hey-api/openapi-ts",
    script: "bin/run.js",
    args: (spec, out) => [
      ...["-i", spec, "-o", out],
      ...["-p", "@hey-api/typescript", "@hey-api/sdk"],
    ],
  },
  {
    name: "openapi-typescript",
    script: "bin/cli.js",
    args: (spec, out) => [spec, "-o", `${out}/schema.ts`],
  },
  {
    name: "orval",
    script: "dist/bin/orval.mjs",
    args: (spec, out) => [
      ...["--input", spec, "--output", `${out}/client.ts`],
      ...["--client", "fetch"],
    ],
  },
];

/** The version that bench/newest/package.json names. */
export function versionOf({ name }: Rival): string {
  const { dependencies } = JSON.parse(
    readFileSync(`${folder}package.json`, "utf8"),
  ) as { dependencies: Readonly<Record<string, string>> };
  return dependencies[name] ?? "";
}

/** Installs the generators where they are not. */
export function installRivals(): void {
  installPackages(folder);
}

/**
 * Whether a generator ends with exit code 0 and has written something. The answer is remembered by the text of the
 * description and the version of the generator.
 */
export async function accepts(rival: Rival, spec: string): Promise<boolean> {
  const answer = await remembered(
    [
      rival.name,
      versionOf(rival),
      rival.args("", "").join(" "),
      readFileSync(spec),
    ],
    async () => ((await tryRival(rival, spec)) ? "yes" : "no"),
  );
  return answer === "yes";
}

async function tryRival(
  { name, script, args }: Rival,
  spec: string,
): Promise<boolean> {
  const out = mkdtempSync(`${tmpdir()}/specwright-rival-`);
  try {
    const path = `${folder}node_modules/${name}/${script}`;
    const status = await run([path, ...args(spec, out)], out);
    const written = readdirSync(out, { recursive: true });
    return status === 0 && written.some((file) => String(file).endsWith(".ts"));
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

function run(args: readonly string[], cwd: string): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(node, ["--max-old-space-size=6144", ...args], {
      cwd,
      stdio: "ignore",
      timeout: patience,
    });
    child.on("error", reject);
    child.on("close", resolve);
  });
}
