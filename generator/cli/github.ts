import { relative, resolve, sep } from "node:path";
import type { Severity } from "../diagnostics/catalogue-entry.js";
import type { LocatedDiagnostic } from "../diagnostics/locate.js";
import { visible } from "../diagnostics/shown-text.js";
import { specName } from "../read/spec-address.js";
import { groupByCode, severities } from "./diagnostic-groups.js";

/** Something that GitHub shows at a file, or at a line of it. */
export interface Annotation {
  readonly severity: Severity;
  /** Path from the working directory, or absolute. */
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly title: string;
  readonly message: string;
}

/** The folders that paths of annotations depend on. */
export interface Checkout {
  /** The working directory. */
  readonly folder: string;
  /** The root of the repository, from which GitHub wants paths. */
  readonly workspace: string;
}

/** GitHub shows no more of a step, of each severity. */
const mostAnnotations = 10;

/**
 * The annotations of diagnostics: as many as GitHub shows of one step, ten of each severity, the first places of
 * all codes before the second ones.
 */
export function annotationsOf(
  diagnostics: readonly LocatedDiagnostic[],
): readonly Annotation[] {
  const groups = groupByCode(diagnostics);
  return severities.flatMap((severity) => {
    const own = groups.filter((group) => group.severity === severity);
    const chosen: LocatedDiagnostic[] = [];
    for (let index = 0; index < mostAnnotations; index += 1) {
      for (const added of own.flatMap(({ places }) => places[index] ?? []))
        chosen.push(added);
    }
    return chosen.slice(0, mostAnnotations).map(annotationOf);
  });
}

function annotationOf(diagnostic: LocatedDiagnostic): Annotation {
  const { severity, file, line, column, code, message, fix } = diagnostic;
  return {
    severity,
    file,
    line,
    column,
    title: `specwright ${code}`,
    message: fix === undefined ? message : `${message}\nfix: ${fix}`,
  };
}

/**
 * Annotations of files as errors, as many as GitHub shows of one step.
 * @param files paths from the working directory, each with what is wrong with it
 */
export function fileAnnotations(
  files: readonly { readonly file: string; readonly message: string }[],
): readonly Annotation[] {
  return files.slice(0, mostAnnotations).map(({ file, message }) => ({
    severity: "error",
    file,
    title: "specwright check",
    message,
  }));
}

const commands: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  info: "notice",
};

/** An annotation as a workflow command (GitHub Actions, "Workflow commands"): one line. */
export function workflowCommand(
  { severity, file, line, column, title, message }: Annotation,
  checkout: Checkout,
): string {
  const path = pathInRepository(file, checkout);
  const properties = [
    ...(path === undefined ? [] : [["file", path]]),
    ...(line === undefined || path === undefined ? [] : [["line", `${line}`]]),
    ...(column === undefined || path === undefined
      ? []
      : [["col", `${column}`]]),
    ["title", title],
  ]
    .map(([name = "", value = ""]) => `${name}=${escapeProperty(value)}`)
    .join(",");
  const text = message.split("\n").map(visible).join("\n");
  return `::${commands[severity]} ${properties}::${escapeData(text)}`;
}

/** The path as GitHub wants it; undefined for what is no file: standard input, a URL. */
function pathInRepository(
  file: string,
  { folder, workspace }: Checkout,
): string | undefined {
  if (file === specName("-") || /^[a-z][a-z\d+.-]+:\/\//iu.test(file)) {
    return undefined;
  }
  const path = resolve(folder, file);
  const inside = relative(workspace, path);
  const isOutside = inside === ".." || inside.startsWith(`..${sep}`);
  return (isOutside ? path : inside).split(sep).join("/");
}

function escapeData(text: string): string {
  return text
    .replaceAll("%", "%25")
    .replaceAll("\r", "%0D")
    .replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
