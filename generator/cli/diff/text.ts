import type { Change } from "../../diff/change.js";
import type { Verdict } from "../../diff/verdict.js";
import { visible } from "../../diagnostics/shown-text.js";
import type { JudgedResult } from "../../diff/policy.js";
import { plural } from "../counts.js";
import type { Terminal } from "../terminal.js";
import {
  adviceWords,
  operationWords,
  placeWords,
  reasonWords,
} from "./words.js";

/** So many changes of a verdict are printed, unless all are asked for. */
const mostChanges = 20;

const shownVerdicts: readonly Verdict[] = ["major", "minor", "patch"];

/** A result as text for people: the worst changes first, each with its places and what to do about it. */
export function diffText(
  { verdict, changes, ignored }: JudgedResult,
  { style }: Pick<Terminal, "style">,
  isVerbose: boolean,
): string {
  if (changes.length === 0) {
    return ignored.length === 0
      ? "none: no difference"
      : `none: ${plural(ignored.length, "change")} ignored`;
  }
  const paint: Readonly<Record<string, (text: string) => string>> = {
    major: style.error,
    minor: style.info,
    patch: style.faint,
  };
  const sections = shownVerdicts.flatMap((one) => {
    const own = changes.filter((change) => change.verdict === one);
    const most = isVerbose ? own.length : one === "patch" ? 5 : mostChanges;
    const more = own.length - most;
    return [
      ...own
        .slice(0, most)
        .map((change) => entryText(change, paint[one] ?? style.faint)),
      ...(more > 0
        ? [`and ${plural(more, `more ${one} change`)} (--verbose)`]
        : []),
    ];
  });
  const counts = shownVerdicts.flatMap((one) => {
    const count = changes.filter((change) => change.verdict === one).length;
    return count === 0 ? [] : [`${count} ${one}`];
  });
  const notes = ignored.length === 0 ? "" : `, ${ignored.length} ignored`;
  return [...sections, `${verdict}: ${counts.join(", ")}${notes}`].join("\n");
}

function entryText(change: Change, paint: (text: string) => string): string {
  const { kind, layers, direction, verdict } = change;
  const side =
    direction === "none"
      ? ""
      : `, ${direction === "both" ? "requests and responses" : `${direction}s`}`;
  const places = [change.old, change.new].flatMap((place) =>
    place ? [placeWords(place)] : [],
  );
  const operations = operationWords(change);
  return [
    `${paint(verdict)} ${kind} (${layers.join(", ")}${side}): ${visible(reasonWords(change))}`,
    `  ${visible(places.join(" → "))}`,
    ...(operations === "" ? [] : [`  in ${visible(operations)}`]),
    ...(verdict === "major" ? [`  ${visible(adviceWords(change))}`] : []),
  ].join("\n");
}
