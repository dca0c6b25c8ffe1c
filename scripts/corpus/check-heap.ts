import { execFile } from "node:child_process";
import { existsSync, mkdtempSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Description } from "../../generator/resolve/description.js";
import { loadOutput } from "./load-output.js";

/** What all validators of an output hold once they are imported. */
export interface HeapReport {
  /** Megabytes of heap above as many empty modules; and for each megabyte of a description that is no small one. */
  readonly figure: string;
  /** Whether that is more than it may be: a fault of ours. */
  readonly isTooMuch: boolean;
}

const script = fileURLToPath(
  new URL("./import-validators.mjs", import.meta.url),
);

/** Megabytes of heap for each megabyte of a description, and for the runtime's modules, which any output may need. */
const allowed = { each: 14, runtime: 1 };

/** Megabytes of a description below which the modules of the runtime are most of what there is. */
const small = 0.1;

/** Imports all modules with validators, those of schemas and of operations, in one process of their own. */
export async function checkHeap(
  { sources }: Description,
  folder: string,
): Promise<HeapReport> {
  const { scripts } = await loadOutput(folder);
  const folders = ["schemas", "operations"]
    .map((name) => `${scripts}/${name}`)
    .filter(existsSync);
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...["--expose-gc", script, mkdtempSync(`${scripts}/empty-`)],
    ...folders,
  ]);
  const bytes = [...sources.values()].map(({ text }) =>
    Buffer.byteLength(text),
  );
  const size = bytes.reduce((sum, each) => sum + each, 0) / 1e6;
  const megabytes = Number(stdout) / 1e6;
  return {
    figure:
      size < small
        ? megabytes.toFixed(1)
        : `${megabytes.toFixed(1)} (${(megabytes / size).toFixed(1)})`,
    isTooMuch: megabytes > allowed.each * size + allowed.runtime,
  };
}
