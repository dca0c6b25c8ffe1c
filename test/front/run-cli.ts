import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { actions } from "../../generator/cli/actions.js";
import { runCommandLine } from "../../generator/cli/command-line.js";
import type { Terminal } from "../../generator/cli/terminal.js";

const bin = fileURLToPath(new URL("../../dist/bin.js", import.meta.url));

/** Runs a command in this process: exit code and what it printed. */
export async function runHere(
  folder: string,
  args: readonly string[],
  { workspace, ask }: Pick<Terminal, "workspace" | "ask"> = {},
): Promise<{ exitCode: number; out: string; error: string }> {
  const out: string[] = [];
  const error: string[] = [];
  const plain = (text: string): string => text;
  const terminal: Terminal = {
    folder,
    ...(workspace === undefined ? {} : { workspace }),
    ...(ask === undefined ? {} : { ask }),
    isInteractive: false,
    interrupted: () => Promise.resolve(),
    style: { error: plain, warning: plain, info: plain, faint: plain },
    out: (text) => void out.push(text),
    error: (text) => void error.push(text),
    progress: () => undefined,
  };
  const exitCode = await runCommandLine(args, actions, terminal);
  return { exitCode, out: out.join("\n"), error: error.join("\n") };
}

/** Runs the built command as a process of its own. Throws where `npm run build` has not been run. */
export function runBuilt(folder: string, args: readonly string[]) {
  if (!existsSync(bin)) throw new Error("dist/ is missing: npm run build");
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [bin, ...args],
    { cwd: folder, encoding: "utf8", timeout: 60_000 },
  );
  return { exitCode: status, out: stdout, error: stderr };
}
