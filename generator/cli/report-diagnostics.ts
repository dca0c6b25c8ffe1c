import type { Severity } from "../diagnostics/catalogue-entry.js";
import { formatDiagnostic } from "../diagnostics/format-diagnostic.js";
import type { LocatedDiagnostic } from "../diagnostics/locate.js";
import { plural } from "./counts.js";
import {
  groupByCode,
  severities,
  type DiagnosticGroup,
} from "./diagnostic-groups.js";
import type { Terminal } from "./terminal.js";

/** How much of the diagnostics is printed. */
export interface ReportSize {
  /** Whether every place is printed, whatever it takes. */
  readonly verbose: boolean;
  /** How many lines there are for places and summary together; 57 if absent. */
  readonly lines?: number;
}

const mostLines = 57;
const mostLinesOfPlaces = 45;
const mostPlacesOfCode = 3;
const mostLinesOfSummary = 25;

/**
 * Prints diagnostics on standard error, grouped by code: up to three places of each with their frames (what is only
 * worth knowing in a line each), as long as there are lines left, then how many more there are, and at the end a line
 * for each code. Errors get the lines first, and are printed last: next to the prompt.
 * @returns whether a place was left out
 */
export function reportDiagnostics(
  diagnostics: readonly LocatedDiagnostic[],
  { error, style }: Terminal,
  { verbose, lines = mostLines }: ReportSize,
): boolean {
  const groups = groupByCode(diagnostics);
  const summary = diagnostics.length > 1 ? summaryOf(groups) : [];
  const room = Math.min(mostLinesOfPlaces, lines - summary.length - 1);
  const format = (place: LocatedDiagnostic) => {
    const text = formatDiagnostic(place, style);
    const isShort = place.severity === "info" && !verbose;
    return isShort ? (text.split("\n")[0] ?? "") : `${text}\n`;
  };
  const shown = verbose
    ? new Map(groups.map((group) => [group, group.places.map(format)]))
    : choosePlaces(groups, room, format);
  for (const group of [...groups].reverse()) {
    const texts = shown.get(group) ?? [];
    for (const text of texts) error(text);
    const more = group.places.length - texts.length;
    if (more === 0 || texts.length === 0) continue;
    const places = `and ${more} more place${more === 1 ? "" : "s"}`;
    error(style.faint(`${places} of ${group.code} (--verbose prints all)\n`));
  }
  if (summary.length > 0) error([...summary].reverse().join("\n"));
  const count = [...shown.values()].flat().length;
  return count < diagnostics.length;
}

/** Three places of each code while there is room: those of errors first, and the first place of each code first. */
function choosePlaces(
  groups: readonly DiagnosticGroup[],
  room: number,
  format: (place: LocatedDiagnostic) => string,
): ReadonlyMap<DiagnosticGroup, readonly string[]> {
  const shown = new Map<DiagnosticGroup, string[]>();
  let left = room;
  const add = (group: DiagnosticGroup, index: number) => {
    const place = group.places[index];
    const before = shown.get(group) ?? [];
    if (place === undefined || before.length < index) return;
    const text = format(place);
    const isMore = index === 0 && group.places.length > 1;
    const cost = text.split("\n").length + (isMore ? 2 : 0);
    if (cost > left && shown.size > 0) return;
    left -= cost;
    shown.set(group, [...before, text]);
  };
  for (const severity of severities) {
    const own = groups.filter((group) => group.severity === severity);
    for (let index = 0; index < mostPlacesOfCode; index += 1) {
      for (const group of own) add(group, index);
    }
  }
  return shown;
}

/** A line for each code, errors first: `error value-unknown  150 places`. */
function summaryOf(groups: readonly DiagnosticGroup[]): readonly string[] {
  const listed =
    groups.length > mostLinesOfSummary
      ? groups.slice(0, mostLinesOfSummary - 1)
      : groups;
  const width = Math.max(...listed.map((group) => titleOf(group).length));
  const counts = listed.map(({ places }) => String(places.length).length);
  const lines = listed.map((group) => {
    const count = plural(group.places.length, "place");
    const indent = Math.max(...counts) - String(group.places.length).length;
    return `${titleOf(group).padEnd(width)}  ${" ".repeat(indent)}${count}`;
  });
  const others = groups.slice(listed.length);
  if (others.length === 0) return lines;
  const places = others.reduce((sum, group) => sum + group.places.length, 0);
  return [
    ...lines,
    `and ${others.length} more codes, ${plural(places, "place")} (--verbose)`,
  ];
}

function titleOf({
  severity,
  code,
}: {
  readonly severity: Severity;
  readonly code: string;
}): string {
  return `${severity} ${code}`;
}
