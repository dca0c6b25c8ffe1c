import { spawn, type ChildProcess } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Application, Command } from "./application.js";

const spec = fileURLToPath(
  new URL("../cases/basics/openapi.yaml", import.meta.url),
);

/** Packages that were published later are not looked at, so that every run tries the same. */
const before = "2026-11-29";

/** The Node that the starters run on: this one, or the one in a folder that `NODE_24` names. */
export const nodeFolder =
  Number(process.versions.node.split(".")[0]) >= 24
    ? dirname(process.execPath)
    : process.env["NODE_24"];

/**
 * Makes an application with its starter, installs specwright from its tarball, generates into the application, writes
 * what somebody would write, and runs the application's own commands.
 * @returns what the built code printed, or the page that it served; undefined where it runs in its tests alone
 * @throws Error with all that was printed where a command fails
 */
export async function buildApplication(
  application: Application,
  tarball: string,
): Promise<string | undefined> {
  const { name, starter, installs = [], out, files } = application;
  const parent = mkdtempSync(join(tmpdir(), "specwright-app-"));
  const folder = join(parent, "app");
  try {
    if (starter === undefined) mkdirSync(folder);
    else await run(starter, parent);
    const manifest = files["package.json"];
    if (manifest !== undefined) write(folder, "package.json", manifest);
    // A project of Deno has no node_modules; specwright runs from beside it.
    const isNpm = existsSync(join(folder, "package.json"));
    const installed = isNpm ? folder : parent;
    await run(["npm", "install", tarball, ...installs], installed);
    writeFileSync(join(folder, "openapi.yaml"), readFileSync(spec));
    for (const [path, text] of Object.entries(files)) write(folder, path, text);
    const specwright = join(installed, "node_modules/specwright/dist/bin.js");
    const args = ["generate", "openapi.yaml", "--out", out] as const;
    await run(["node", specwright, ...args], folder);
    for (const command of application.commands) await run(command, folder);
    const { runs, serves } = application;
    if (runs !== undefined) return await run(runs, folder);
    return serves && (await serve(serves, folder));
  } catch (error) {
    throw new Error(name, { cause: error });
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}

/** Runs a command to its end and gives all that it printed. */
async function run(command: Command, cwd: string): Promise<string> {
  const child = start(command, cwd);
  let printed = "";
  const take = (data: Buffer): void => {
    printed += data.toString();
  };
  child.stdout?.on("data", take);
  child.stderr?.on("data", take);
  const code = await new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  if (code !== 0) throw new Error(`${command.join(" ")}\n${printed}`);
  return printed;
}

/** Starts a server, and gives its page once there is one. */
async function serve(command: Command, cwd: string): Promise<string> {
  const port = await freePort();
  const child = start(command, cwd, { PORT: String(port) });
  let printed = "";
  const take = (data: Buffer): void => {
    printed += data.toString();
  };
  child.stdout?.on("data", take);
  child.stderr?.on("data", take);
  try {
    for (let tries = 0; tries < 300; tries++) {
      const page = await fetch(`http://localhost:${port}/`).catch(() => null);
      if (page?.ok === true) return await page.text();
      if (child.exitCode !== null) break;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  } finally {
    if (child.pid !== undefined && child.exitCode === null)
      process.kill(-child.pid);
  }
  throw new Error(`${command.join(" ")} served no page\n${printed}`);
}

/** In a process group of its own, without what a test runner and npm have put into the environment. */
function start(
  [program, ...args]: Command,
  cwd: string,
  more: Readonly<Record<string, string>> = {},
): ChildProcess {
  const inherited = Object.entries(process.env).filter(
    ([name]) =>
      !/^(?:VITEST|NODE_ENV$|NODE_OPTIONS$|npm_(?!config_)|npm_config_(?:local_|global_)?prefix$)/.test(
        name,
      ),
  );
  return spawn(program, args, {
    cwd,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...Object.fromEntries(inherited),
      PATH: `${nodeFolder ?? ""}${delimiter}${process.env["PATH"] ?? ""}`,
      CI: "1",
      npm_config_yes: "true",
      npm_config_before: before,
      npm_config_audit: "false",
      npm_config_fund: "false",
      npm_config_update_notifier: "false",
      DO_NOT_TRACK: "1",
      EXPO_NO_TELEMETRY: "1",
      NEXT_TELEMETRY_DISABLED: "1",
      NG_CLI_ANALYTICS: "false",
      WRANGLER_SEND_METRICS: "false",
      ...more,
    },
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
