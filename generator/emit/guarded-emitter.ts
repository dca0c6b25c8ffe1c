import { type OutputFile, isOutputPath } from "../code/file.js";
import type { ReportedProblem } from "../diagnostics/problem.js";
import type { EmitContext } from "./context.js";
import type { Emitter, Unit, UnitTools } from "./emitter.js";

/**
 * An emitter of the configuration as specwright runs it: what it throws, and files that it may not make, become
 * errors that name it.
 */
export function guardedEmitter(emitter: Emitter): Emitter {
  const { name, names, units, closing } = emitter;
  return {
    name,
    ...(names && {
      names: (naming) => {
        try {
          names(naming);
        } catch (error) {
          naming.report(failure(name, "naming", error));
        }
      },
    }),
    units: async (ids) => {
      try {
        return guardedUnits(name, await units(ids));
      } catch (error) {
        return [failedUnit(name, "listing its units", error)];
      }
    },
    ...(closing && {
      closing: (modules, ids, scripts) => {
        try {
          return guardedUnits(name, closing(modules, ids, scripts));
        } catch (error) {
          return [failedUnit(name, "listing its closing units", error)];
        }
      },
    }),
  };
}

function guardedUnits(emitter: string, units: readonly Unit[]): Unit[] {
  const names = new Set(units.map(({ name }) => name));
  if (names.size < units.length)
    throw new Error("two of its units have the same name");
  return units.map((unit) => ({
    name: unit.name,
    emit: (context, tools) => emitGuarded(emitter, unit, context, tools),
  }));
}

function emitGuarded(
  emitter: string,
  unit: Unit,
  context: EmitContext,
  tools: UnitTools,
): readonly OutputFile[] {
  let files: readonly OutputFile[];
  try {
    files = unit.emit(context, tools);
    if (!Array.isArray(files)) throw new TypeError("it gave no list of files");
  } catch (error) {
    tools.report(
      failure(emitter, `its unit ${JSON.stringify(unit.name)}`, error),
    );
    return [];
  }
  return files.filter((file) => {
    const fault = faultOf(file);
    if (fault === undefined) return true;
    tools.report({
      severity: "error",
      fault: "emitter-file",
      message: `The emitter ${JSON.stringify(emitter)} makes a file at ${JSON.stringify(file.path)}, ${fault}.`,
      fix: "Give the file a path below the output folder, with / between folders.",
    });
    return false;
  });
}

function faultOf({ kind, path }: OutputFile): string | undefined {
  if (typeof path !== "string" || !isOutputPath(path))
    return "which is outside of the output folder";
  const isModule = path.endsWith(".ts") && !path.endsWith(".d.ts");
  return kind === "typescript" && !isModule
    ? "and the path of a module ends in .ts"
    : undefined;
}

function failedUnit(emitter: string, action: string, error: unknown): Unit {
  return {
    name: "failed",
    emit: (_context, { report }) => {
      report(failure(emitter, action, error));
      return [];
    },
  };
}

function failure(
  emitter: string,
  action: string,
  error: unknown,
): ReportedProblem {
  const { message, place } = toldBy(error);
  return {
    severity: "error",
    fault: "emitter-failed",
    message: `The emitter ${JSON.stringify(emitter)} failed at ${action}: ${message}`,
    fix:
      place === undefined
        ? "Correct the emitter."
        : `Correct the emitter ${place}.`,
  };
}

/** What was thrown, and the first line of the stack that is no part of specwright. */
function toldBy(error: unknown): { message: string; place?: string } {
  if (!(error instanceof Error)) return { message: String(error) };
  const message = `${error.name}: ${error.message}`;
  const [place] =
    /\bat .*$/m.exec(error.stack?.replace(message, "") ?? "") ?? [];
  return place === undefined ? { message } : { message, place };
}
