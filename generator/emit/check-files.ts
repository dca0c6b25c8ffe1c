import type { FinishedFile } from "../code/file.js";
import { moduleOf } from "../code/written-module.js";
import type { ReportedProblem } from "../diagnostics/problem.js";

/** The files of an emitter. */
export interface FilesOfEmitter {
  readonly emitter: string;
  readonly files: readonly FinishedFile[];
}

/**
 * Finds files and exported names that an emitter of the configuration makes although another one makes them: there is
 * one file at a path, on disks that ignore case too, and `index.ts` can export a name once.
 * @param own files of specwright itself
 * @param others in their order: of two that make the same, the later one is at fault
 */
export function checkFiles(
  own: readonly Pick<FinishedFile, "path" | "exports">[],
  others: readonly FilesOfEmitter[],
): readonly ReportedProblem[] {
  const paths = new Set(own.map(({ path }) => path.toLowerCase()));
  const exporters = new Map<string, string>();
  for (const { path, exports } of own)
    for (const name of exports) exporters.set(name, moduleOf(path));
  const problems: ReportedProblem[] = [];
  for (const { emitter, files } of others) {
    const name = JSON.stringify(emitter);
    for (const { path, exports, isEntry } of files) {
      const shown = JSON.stringify(path);
      if (paths.has(path.toLowerCase()))
        problems.push({
          severity: "error",
          fault: "emitter-file",
          message: `The emitter ${name} makes ${shown}, and there is such a file already.`,
          fix: "Give the file another path, best in a folder of the emitter's own.",
        });
      paths.add(path.toLowerCase());
      if (isEntry === true) continue;
      const module = moduleOf(path);
      for (const exported of exports) {
        const exporter = exporters.get(exported);
        exporters.set(exported, module);
        if (exporter === undefined || exporter === module) continue;
        problems.push({
          severity: "error",
          fault: "emitter-name",
          message: `The emitter ${name} exports "${exported}" from ${shown}, and ${exporter} exports that name as well.`,
          fix: 'Reserve the name in "names", or make the module an entry of its own ("isEntry").',
        });
      }
    }
  }
  return problems;
}
