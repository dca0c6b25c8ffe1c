import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import type { OutputSettings } from "../../generator/config/config.js";
import type { DiagnosticCode } from "../../generator/diagnostics/catalogue.js";
import type { LocatedDiagnostic } from "../../generator/diagnostics/locate.js";
import {
  compileInto,
  generateIn,
  type CompiledOutput,
} from "./compile-into.js";

export {
  operationOf,
  type Client,
  type CompiledOutput,
  type OperationModule,
  type Result,
  type WireRequest,
} from "./compile-into.js";

/** The diagnostics of a document that is given as data. */
export async function diagnose(
  document: object,
  settings: Partial<OutputSettings> = {},
  allow: readonly DiagnosticCode[] = [],
): Promise<readonly LocatedDiagnostic[]> {
  const { diagnostics } = await generateIn(
    temporaryFolder(),
    document,
    settings,
    allow,
  );
  return diagnostics;
}

/** `compileInto` a folder that is there until all the tests of the file are over. */
export function compileOutput(
  document: object,
  settings: Partial<OutputSettings> = {},
  allow: readonly DiagnosticCode[] = [],
  own: ReadonlyMap<string, string> = new Map(),
): Promise<CompiledOutput> {
  return compileInto(temporaryFolder(), document, settings, allow, own);
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders)
    rmSync(folder, { recursive: true, force: true });
});

/** A folder that is there until all the tests of the file are over. */
function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "specwright-wire-"));
  folders.push(folder);
  return folder;
}
