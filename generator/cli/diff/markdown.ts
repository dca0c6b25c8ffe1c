import type { Change } from "../../diff/change.js";
import type { Verdict } from "../../diff/verdict.js";
import type { DiffResult } from "../../diff/result.js";
import { visible } from "../../diagnostics/shown-text.js";
import { adviceWords, operationWords } from "./words.js";

const headings: readonly (readonly [Verdict, string])[] = [
  ["major", "Breaking changes"],
  ["minor", "Added and relaxed"],
  ["patch", "Documentation"],
];

/** A result as a section of a changelog: what breaks first, with what to do about it. */
export function diffMarkdown({ changes }: DiffResult): string {
  if (changes.length === 0) return "No changes.";
  return headings
    .flatMap(([verdict, title]) => {
      const own = changes.filter((change) => change.verdict === verdict);
      if (own.length === 0) return [];
      return [`### ${title}\n\n${own.map(itemOf).join("\n")}`];
    })
    .join("\n\n");
}

function itemOf(change: Change): string {
  const { pointer, reason, subject, verdict } = change;
  const operations = operationWords(change)
    .split(/, | and (?=\d+ more operations$)/u)
    .filter((words) => words !== "")
    .map((words) =>
      /^\d+ more operations$/u.test(words) ? words : code(words),
    )
    .join(", ");
  const what =
    subject === undefined
      ? operations || code(pointer)
      : code(subject) + (operations && ` in ${operations}`);
  const advice = verdict === "major" ? ` ${escaped(adviceWords(change))}` : "";
  return `- ${what}: ${escaped(reason)}${advice}`;
}

/** A name of a description as code, on one line. */
function code(name: string): string {
  const text = oneLine(name).replaceAll("`", "'");
  return `\`${text === "" ? '""' : text}\``;
}

/** A code span between single backticks, or a character that means something to Markdown elsewhere. */
const spanOrMark = /(?<!`)`[^`]+`(?!`)|[\\*_[\]<>#|~&`]/gu;

/** Text of a description in Markdown: no markup and no HTML of its own, on one line. What is code stays code. */
function escaped(text: string): string {
  return oneLine(text).replaceAll(spanOrMark, (found) =>
    found.length === 1 ? `\\${found}` : found,
  );
}

function oneLine(text: string): string {
  return visible(text.replaceAll(/\s+/gu, " "));
}
