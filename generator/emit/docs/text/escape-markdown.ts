import { lineText, visibleCode } from "./plain-text.js";

/**
 * Makes text safe as inline content of Markdown: it reads as itself in CommonMark and its common extensions, and
 * nothing in it becomes HTML, a mark, a link or a table's border. White space must be single spaces.
 * @param atLineStart whether the text begins a line, where more characters have a meaning
 */
export function escapeMarkdown(text: string, atLineStart = false): string {
  const escaped = /[\\`*_[\]<&|~$!{]/.test(text)
    ? text
        .replace(/[\\`*[\]<|~$]/g, "\\$&")
        .replace(/!$|\{(?=[{%])/g, "\\$&")
        .replace(/&(?=#?\w{1,40};)/g, "\\&")
        .replace(/_/g, (mark, at: number) =>
          isWordCharacter(text[at - 1]) && isWordCharacter(text[at + 1])
            ? mark
            : `\\${mark}`,
        )
    : text;
  return atLineStart ? escapeLineStart(escaped) : escaped;
}

function isWordCharacter(character: string | undefined): boolean {
  return character !== undefined && /[A-Za-z0-9]/.test(character);
}

function escapeLineStart(text: string): string {
  return text
    .replace(/^(?=[-+=#>:])/, "\\")
    .replace(/^(\d{1,9})(?=[.)](?:\s|$))/, "$1\\");
}

/** Inline code: fenced by more backticks than any run inside, invisible characters written as escapes. */
export function markdownCode(text: string, inTable = false): string {
  let content = visibleCode(text);
  if (content === "") return '`""`';
  if (inTable) content = content.replace(/\|/g, "\\|");
  const fence = freeFence(content);
  const pad =
    content.startsWith("`") ||
    content.endsWith("`") ||
    (/^ /.test(content) && / $/.test(content) && /[^ ]/.test(content))
      ? " "
      : "";
  return `${fence}${pad}${content}${pad}${fence}`;
}

/** A fenced block whose fence is longer than any run of backticks inside; without blanks at the ends of lines, as prettier has it. */
export function markdownFence(text: string, language: string): string {
  const fence = "`".repeat(Math.max(3, longestRun(text, "`") + 1));
  return `${fence}${language}\n${text.replace(/[ \t]+$/gm, "")}\n${fence}`;
}

/** The target of a link, as it stands between the parentheses: what would end it or a table's cell is percent-encoded. */
export function markdownUrl(url: string): string {
  return url
    .replace(
      /[\s<>\\`|()]/g,
      (character) =>
        `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
    )
    .replace(/&(?=(?:#\d{1,7}|#x[\da-f]{1,6}|[\da-z]{1,31});)/gi, "\\&");
}

/** A title or summary as a single line of Markdown. */
export function markdownLine(text: string, atLineStart = false): string {
  return escapeMarkdown(lineText(text), atLineStart);
}

/** The shortest run of backticks that does not stand in the text. */
function freeFence(text: string): string {
  if (!text.includes("`")) return "`";
  const runs = new Set(text.match(/`+/g));
  let fence = "`";
  while (runs.has(fence)) fence += "`";
  return fence;
}

function longestRun(text: string, character: string): number {
  if (!text.includes(character)) return 0;
  let longest = 0;
  let run = 0;
  for (const unit of text) {
    run = unit === character ? run + 1 : 0;
    if (run > longest) longest = run;
  }
  return longest;
}
