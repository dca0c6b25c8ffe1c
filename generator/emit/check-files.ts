import type { FinishedFile, ImportedName } from "../code/file.js";
import { moduleOf } from "../code/written-module.js";
import type { ReportedProblem } from "../diagnostics/problem.js";

/** The files of an emitter. */
export interface FilesOfEmitter {
  readonly emitter: string;
  readonly files: readonly FinishedFile[];
}

/** A file of any emitter. */
type CheckedFile = Pick<FinishedFile, "path" | "exports">;

/**
 * Finds what emitters of the configuration do that would leave an output that does not compile: a file or an exported
 * name that another emitter makes as well, and an import of what no emitter makes.
 * @param own files of specwright itself
 * @param others in their order: of two that make the same, the later one is at fault
 */
export function checkFiles(
  own: readonly CheckedFile[],
  others: readonly FilesOfEmitter[],
): readonly ReportedProblem[] {
  const paths = new Set(own.map(({ path }) => path.toLowerCase()));
  const exporters = new Map<string, string>();
  for (const { path, exports } of own)
    for (const name of exports) exporters.set(name, moduleOf(path));
  const modules = modulesOf(own, others);
  return others.flatMap(({ emitter, files }) =>
    files.flatMap((file) => [
      ...checkPath(file, emitter, paths),
      ...checkExports(file, emitter, exporters),
      ...checkImports(file, emitter, modules),
    ]),
  );
}

/** There is one file at a path, on disks that ignore case too. */
function checkPath(
  { path }: FinishedFile,
  emitter: string,
  paths: Set<string>,
): ReportedProblem[] {
  const isTaken = paths.has(path.toLowerCase());
  paths.add(path.toLowerCase());
  if (!isTaken) return [];
  return [
    {
      severity: "error",
      fault: "emitter-file",
      message: `The emitter ${quoted(emitter)} makes ${quoted(path)}, and there is such a file already.`,
      fix: "Give the file another path, best in a folder of the emitter's own.",
    },
  ];
}

/** `index.ts` can export a name once. */
function checkExports(
  { path, exports, isEntry }: FinishedFile,
  emitter: string,
  exporters: Map<string, string>,
): ReportedProblem[] {
  if (isEntry === true) return [];
  const module = moduleOf(path);
  return exports.flatMap((exported): ReportedProblem[] => {
    const exporter = exporters.get(exported);
    exporters.set(exported, module);
    if (exporter === undefined || exporter === module) return [];
    return [
      {
        severity: "error",
        fault: "emitter-name",
        message: `The emitter ${quoted(emitter)} exports "${exported}" from ${quoted(path)}, and ${exporter} exports that name as well.`,
        fix: 'Reserve the name in "names", or make the module an entry of its own ("isEntry").',
      },
    ];
  });
}

/** What each module exports; undefined where only the compiler knows. */
type Modules = ReadonlyMap<string, ReadonlySet<string> | undefined>;

function modulesOf(
  own: readonly CheckedFile[],
  others: readonly FilesOfEmitter[],
): Modules {
  const modules = new Map<string, ReadonlySet<string> | undefined>();
  const all = [...own, ...others.flatMap(({ files }) => files)];
  for (const { path, exports } of all) {
    const module = moduleOf(path);
    // A module and its declarations are two files, of which the module has the exports.
    if (exports.length > 0) modules.set(module, new Set(exports));
    else if (!modules.has(module)) modules.set(module, undefined);
  }
  const isAll = ([name]: ImportedName): boolean => name === "*";
  for (const { path, imports = [] } of others.flatMap(({ files }) => files))
    if (imports.some(isAll)) modules.set(moduleOf(path), undefined);
  return modules;
}

function checkImports(
  { path, imports = [] }: FinishedFile,
  emitter: string,
  modules: Modules,
): ReportedProblem[] {
  const missing = new Map<string, string>();
  for (const [name, module] of imports) {
    const exports = modules.get(module);
    if (!modules.has(module))
      missing.set(module, `there is no module "${module}"`);
    else if (name !== "*" && exports?.has(name) === false)
      missing.set(module, `"${module}" does not export "${name}"`);
  }
  return [...missing.values()].map((fault) => ({
    severity: "error",
    fault: "emitter-import",
    message: `The emitter ${quoted(emitter)} makes ${quoted(path)}, which imports what the output does not have: ${fault}.`,
    fix: 'Do not leave out the part that makes it ("parts" of the configuration), or let the emitter ask "settings.parts".',
  }));
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
