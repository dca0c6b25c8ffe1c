import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { analyze } from "../../../generator/analyze.js";
import type { TextFile } from "../../../generator/code/file.js";
import { sideOf, type Side } from "../../../generator/diff/side.js";
import { makeOutput } from "../../../generator/make-output.js";
import type { DiagnosticCode } from "../../../generator/diagnostics/catalogue.js";
import { StageClock } from "../../../generator/stages.js";

/** What specwright makes of a description: its model, and its output in a folder. */
export interface Product {
  readonly side: Side;
  readonly files: readonly TextFile[];
  readonly folder: string;
}

/** Makes the output of a description in a folder. */
export async function makeProduct(
  spec: string,
  folder: string,
  allow: readonly DiagnosticCode[] = [],
): Promise<Product> {
  const options = {
    spec,
    allow,
    settings: {
      parts: { docs: false },
      emit: "ts",
      importExtension: ".js",
      isPackage: false,
    },
  } as const;
  const { context } = await analyze(options, new StageClock());
  const { files } = await makeOutput(options);
  if (context === undefined || files === undefined) {
    throw new Error(`${spec} has errors`);
  }
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return { side: sideOf(context), files, folder };
}
