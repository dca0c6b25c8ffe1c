import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { UsageError } from "../../config/usage-error.js";
import { importNamesInto } from "../../import-names.js";
import { isJsonObject } from "../../model/json.js";
import {
  knownGenerators,
  type NameSource,
} from "../../names/lock/import-names.js";
import { countDiagnostics, plural } from "../counts.js";
import type { Job } from "../job.js";
import { optionsOf } from "../options-of.js";
import { exitCodes } from "../outcome.js";
import { reportDiagnostics } from "../report-diagnostics.js";
import type { Terminal } from "../terminal.js";
import type { NamesRequest } from "./add-names.js";

/**
 * `specwright names`: imports names of operations into the lock.
 * @returns the exit code
 * @throws UsageError if the configuration has no lock, or names cannot be read
 */
export async function runNames(
  { from }: NamesRequest,
  job: Job,
  terminal: Terminal,
): Promise<number> {
  const { nameLock } = job;
  if (nameLock === undefined) {
    throw new UsageError(
      'The configuration has no lock of names. Write: nameLock: "specwright.names.json"',
    );
  }
  const source = readSource(from, terminal.folder);
  const options = { ...optionsOf(job, terminal), nameLock };
  const { diagnostics, imported } = await importNamesInto(options, source);
  reportDiagnostics(diagnostics, terminal, job);
  if (imported === undefined) {
    terminal.error(`${countDiagnostics(diagnostics)}; nothing was imported.`);
    return exitCodes.fault;
  }
  for (const key of imported.unknown)
    terminal.error(
      `warning: ${from}: there is no operation ${JSON.stringify(key)}`,
    );
  terminal.out(
    `${nameLock}: ${plural(imported.changed, "operation")} renamed. Run: specwright generate`,
  );
  return exitCodes.done;
}

function readSource(from: string, folder: string): NameSource {
  const known = knownGenerators.find((name) => name === from);
  if (known !== undefined) return known;
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(resolve(folder, from), "utf8"));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(
      `--from ${from}: neither ${knownGenerators.join(", ")} nor a JSON file: ${why}`,
    );
  }
  const isMap =
    isJsonObject(value) &&
    Object.values(value).every(
      (name) => typeof name === "string" && namePath.test(name),
    );
  if (!isMap) {
    throw new UsageError(
      `--from ${from}: write a map from operation ids to functions (listOrders) or methods (orders.list)`,
    );
  }
  return value as Readonly<Record<string, string>>;
}

const namePath =
  /^[\p{ID_Start}_$][\p{ID_Continue}$]*(?:\.[\p{ID_Start}_$][\p{ID_Continue}$]*)?$/u;
