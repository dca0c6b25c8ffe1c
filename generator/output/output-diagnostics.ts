import { posix } from "node:path";
import { catalogue, type DiagnosticCode } from "../diagnostics/catalogue.js";
import type { LocatedDiagnostic } from "../diagnostics/locate.js";
import type { OutputComparison } from "./compare-output.js";
import { kindOfOutput, manifestPath } from "./old-manifest.js";

/** What a run has to say about files of the output folder that it will not touch. */
export function outputDiagnostics(
  out: string,
  { foreign, unknown }: Pick<OutputComparison, "foreign" | "unknown">,
): LocatedDiagnostic[] {
  return [
    ...foreign.map((path) =>
      diagnostic(
        "not-ours",
        out,
        path,
        "The output has a file here, and what is here was not written by specwright.",
        "Move it, or give another folder with --out.",
      ),
    ),
    ...unknown.map((path) =>
      diagnostic(
        "unknown-file",
        out,
        path,
        "This file stands among generated ones, but the output does not have it.",
        "Remove it, or move it out of the output folder.",
      ),
    ),
  ];
}

/**
 * Refuses a folder that has the other kind of output, all of whose files the run would remove.
 * @param kind what the run makes
 */
export function kindDiagnostics(
  out: string,
  folder: string,
  kind: "modules" | "site",
): LocatedDiagnostic[] {
  const found = kindOfOutput(folder);
  if (found === undefined || found === kind) return [];
  const what =
    found === "site"
      ? "the pages that `specwright docs` has built"
      : "the output of `specwright generate`";
  return [
    diagnostic(
      "not-ours",
      out,
      manifestPath,
      `This folder has ${what}.`,
      "Give another folder with --out.",
    ),
  ];
}

/**
 * Tells users of an earlier version that the output is no package any more.
 * @param removed files of the last run that are no longer made
 * @param owner path of the `package.json` whose source the output is a part of; undefined where it is a package
 */
export function packageDiagnostics(
  out: string,
  removed: readonly string[],
  owner: string | undefined,
): LocatedDiagnostic[] {
  return owner === undefined || !removed.includes("package.json")
    ? []
    : [
        diagnostic(
          "package-left-out",
          out,
          "package.json",
          `The output is a part of the package of ${owner}, so that it has no package.json of its own any more.`,
          "Pass --package-name to keep a package, or list the folder under `workspaces`.",
        ),
      ];
}

function diagnostic(
  code: DiagnosticCode,
  out: string,
  path: string,
  message: string,
  fix: string,
): LocatedDiagnostic {
  const { severity } = catalogue[code];
  const file = posix.join(out, path);
  return {
    code,
    severity,
    file,
    pointer: "",
    line: 1,
    column: 1,
    message,
    fix,
  };
}
