import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { compileErrors } from "../corpus/check-output.js";
import { root } from "../measure/measured-run.js";
import { remembered } from "./remembered.js";

/** What specwright makes of a description without any flag. */
export interface OurRun {
  readonly isGenerated: boolean;
  /** The codes of the warnings. */
  readonly warnings: readonly string[];
  /** The first message of each code that refused it. */
  readonly errors: ReadonlyMap<string, string>;
  /** Type errors of the output, by compiler; none where nothing was generated. */
  readonly typeErrors: Readonly<Record<"5.9" | "7", string>>;
}

interface Printed {
  readonly diagnostics: readonly {
    readonly code: string;
    readonly severity: string;
    readonly message: string;
  }[];
}

/** Generates a description by the command line, and compiles what comes out. */
export async function runOurs(spec: string, out: string): Promise<OurRun> {
  const { status, stdout } = await generate(spec, out);
  const { diagnostics } = JSON.parse(stdout) as Printed;
  const errors = new Map<string, string>();
  for (const { code, severity, message } of diagnostics) {
    if (severity === "error" && !errors.has(code)) errors.set(code, message);
  }
  const warnings = diagnostics
    .filter(({ severity }) => severity === "warning")
    .map(({ code }) => code);
  return {
    isGenerated: status === 0,
    warnings: [...new Set(warnings)].sort(),
    errors,
    typeErrors:
      status === 0
        ? { "5.9": await count(out, "5.9"), "7": await count(out, "7") }
        : { "5.9": "", "7": "" },
  };
}

/** The errors of a compiler in an output, whose manifest has the hash of every file. */
function count(out: string, compiler: "5.9" | "7"): Promise<string> {
  const manifest = readFileSync(`${out}/manifest.json`);
  return remembered([`type errors ${compiler}`, manifest], async () => {
    const errors = await compileErrors(out, compiler, "nodenext");
    return String(errors.length);
  });
}

function generate(
  spec: string,
  out: string,
): Promise<{ readonly status: number | null; readonly stdout: string }> {
  return new Promise((resolve, reject) => {
    const args = ["generate", spec, "--out", out, "--no-docs", "--json"];
    const child = spawn(process.execPath, [`${root}dist/bin.js`, ...args]);
    let stdout = "";
    child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, stdout }));
  });
}
