import { analyze } from "./analyze.js";
import { DiagnosticCollector } from "./diagnostics/collector.js";
import type { LocatedDiagnostic } from "./diagnostics/locate.js";
import {
  importNames,
  type ImportedNames,
  type NameSource,
} from "./names/lock/import-names.js";
import { printLock } from "./names/lock/name-lock.js";
import { parseLock } from "./names/lock/read-lock.js";
import type { MakeOptions } from "./options.js";
import { writeNameLock } from "./output/write-name-lock.js";
import { StageClock } from "./stages.js";

/** What an import has done to the lock. */
export interface NameImport {
  /** Errors alone. */
  readonly diagnostics: readonly LocatedDiagnostic[];
  /** Absent if the description or the lock has errors; nothing was written then. */
  readonly imported?: Omit<ImportedNames, "lock">;
}

/** Writes the lock of names with the names that another generator gives operations. */
export async function importNamesInto(
  options: MakeOptions & { readonly nameLock: string },
  source: NameSource,
): Promise<NameImport> {
  const { context, nameLock, diagnostics } = await analyze(
    options,
    new StageClock(options.onStage),
  );
  const errors = diagnostics().filter(({ severity }) => severity === "error");
  if (context === undefined || nameLock === undefined)
    return { diagnostics: errors };
  const lock = parseLock(JSON.parse(nameLock.text), new DiagnosticCollector());
  if (lock === undefined) return { diagnostics: errors };
  const { lock: next, ...imported } = importNames(context.api, lock, source);
  writeNameLock(nameLock.path, printLock(next));
  return { diagnostics: [], imported };
}
