import { catalogue, tolerableCodes } from "../diagnostics/catalogue.js";
import type { LocatedDiagnostic } from "../diagnostics/locate.js";
import { shellWord } from "../emit/docs/samples/shell.js";
import { specName } from "../read/spec-address.js";
import type { Job } from "./job.js";

/** A job without an output folder, if the command writes none that stays. */
export type ShownJob = Omit<Job, "out"> & { readonly out?: string };

/** What a command line differs by from the one that was given. */
export interface CommandChange {
  readonly name: "generate" | "check" | "watch" | "docs";
  /** Codes to allow besides those that the user allows. */
  readonly allow?: readonly string[];
  /** Further flags. */
  readonly flags?: readonly string[];
}

/**
 * The command that the user gave, spec and output folder (or the name in `apis`) written out, with changes, for a POSIX
 * shell.
 */
export function commandLike(job: ShownJob, change: CommandChange): string {
  const { name, allow = [], flags = [] } = change;
  const codes = [...new Set([...job.allowFlags, ...allow])];
  const words = [
    ...["specwright", name],
    ...(job.name === undefined
      ? [job.spec === "-" ? "-" : specName(job.spec)]
      : ["--api", job.name]),
    ...(job.out === undefined || job.name !== undefined
      ? []
      : ["--out", job.out]),
    ...job.flags,
    ...(codes.length === 0 ? [] : ["--allow", codes.join(",")]),
    ...flags,
  ];
  return words
    .map((word) => (/^(?:-|--[a-z-]+)$/u.test(word) ? word : shellWord(word)))
    .join(" ");
}

/**
 * What to do after a run with errors: the command that goes on past them or, where one of them has no way on, the
 * command that lists all places, as far as the run has not.
 * @param name the command that was run
 * @param isCut whether the run left places out
 */
export function adviceAfterErrors(
  diagnostics: readonly LocatedDiagnostic[],
  job: ShownJob,
  name: CommandChange["name"],
  isCut: boolean,
): string {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const codes = [...new Set(errors.map(({ code }) => code))];
  const deadEnds = codes.filter((code) => !tolerableCodes.includes(code));
  if (deadEnds.length === 0) {
    const command = commandLike(job, { name, allow: codes });
    return `To go on all the same: ${command}`;
  }
  const [first, ...others] = deadEnds;
  const more = others.length === 0 ? "" : ` and ${others.length} more`;
  const why = first === undefined ? "" : `: ${catalogue[first].summary}`;
  const verdict = `There is no --allow for ${first}${more}${why}`;
  if (!isCut) return verdict;
  const command = commandLike(job, { name, flags: ["--verbose"] });
  return `${verdict}\nTo list all places: ${command}`;
}
