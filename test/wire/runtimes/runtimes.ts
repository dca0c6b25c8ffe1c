import { execFile } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { chromium } from "playwright-core";
import { findChromium } from "../../docs/find-chromium.js";

/** Where the generated code runs. */
export interface Runtime {
  readonly name: string;
  /** Undefined where it is not installed. */
  readonly run: Run | undefined;
}

/** Runs a module's text, which gives the outcome of each case to a global function `report`. */
type Run = (code: string, folder: string, origin: string) => Promise<string[]>;

const modules = fileURLToPath(new URL("node_modules/", import.meta.url));
const bun = `${modules}@oven/bun-${process.platform}-${process.arch}/bin/bun`;
const deno = `${modules}deno/bin.cjs`;

export const runtimes: readonly Runtime[] = [
  { name: "Node", run: processRun(process.execPath, []) },
  { name: "Bun", run: existsSync(bun) ? processRun(bun, []) : undefined },
  {
    name: "Deno",
    run: existsSync(deno)
      ? processRun(process.execPath, [deno, "run", "--allow-net"])
      : undefined,
  },
  { name: "Chromium", run: browserRun(findChromium()) },
];

function processRun(command: string, args: readonly string[]): Run {
  return async (code, folder) => {
    const path = join(folder, "all.mjs");
    const report =
      'globalThis.report = (outcomes) => console.log("\\n" + JSON.stringify(outcomes));\n';
    writeFileSync(path, report + code);
    const { stdout } = await promisify(execFile)(command, [...args, path], {
      cwd: folder,
      timeout: 60_000,
      env: { ...process.env, NO_COLOR: "1", DENO_NO_UPDATE_CHECK: "1" },
    });
    return JSON.parse(stdout.trim().split("\n").at(-1) ?? "[]") as string[];
  };
}

/** A page of the server's own origin, so that no request needs the server's leave (CORS). */
function browserRun(executablePath: string | undefined): Run | undefined {
  if (executablePath === undefined) return undefined;
  return async (code, _folder, origin) => {
    const browser = await chromium.launch({
      executablePath,
      args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic"],
    });
    try {
      const page = await browser.newPage();
      await page.goto(`${origin}/page`);
      const outcomes = new Promise<string[]>((resolve) => {
        void page
          .exposeFunction("report", resolve)
          .then(() => page.addScriptTag({ content: code, type: "module" }));
      });
      return await outcomes;
    } finally {
      await browser.close();
    }
  };
}
