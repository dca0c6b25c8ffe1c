import type { Memo } from "../../../tracking/memo.js";
import type { Field } from "../describe/outline.js";
import type { ProseReader } from "../prose/prose-reader.js";
import type { Words } from "../text/words.js";
import { wordsMarkdown, type MarkdownPlace } from "./markdown-words.js";

export interface MarkdownContext extends MarkdownPlace {
  readonly prose: ProseReader;
  /** The texts of fields that were printed before. */
  readonly printed: Memo<readonly Field[], string>;
  /** Level of the heading that the block stands under. */
  readonly level: number;
}

/** Puts blocks together. A list right after a list takes the other mark: with the same one the two would be one. */
export function joinBlocks(blocks: readonly string[]): string {
  let last = "";
  let joined = "";
  for (const block of blocks) {
    if (block === "") continue;
    const follows = block.startsWith("- ") && openMark(last) === "-";
    last = follows ? block.replace(/^-(?= )/gm, "*") : block;
    joined += joined === "" ? last : `\n\n${last}`;
  }
  return joined;
}

/** The mark of the list with which a block ends, if it does. */
function openMark(block: string): string | undefined {
  for (let end = block.length; end > 0;) {
    const start = block.lastIndexOf("\n", end - 1) + 1;
    if (start < end && !/\s/.test(block.charAt(start))) {
      const mark = block.charAt(start);
      const isList = block.charAt(start + 1) === " ";
      return isList && (mark === "-" || mark === "*") ? mark : undefined;
    }
    end = start - 1;
  }
  return undefined;
}

export function headingMarkdown(
  level: number,
  words: Words,
  context: MarkdownPlace,
): string {
  const text = wordsMarkdown(words, context, false);
  const marks = "#".repeat(Math.min(level, 6));
  // A heading's closing marks would be taken off its text.
  return `${marks} ${text.replace(/(?<=^|\s)(#+)$/, "\\$1")}`.trimEnd();
}

/** A list with one line an item. */
export function listMarkdown(
  items: readonly Words[],
  context: MarkdownContext,
): string {
  return items.map((item) => `- ${wordsMarkdown(item, context)}`).join("\n");
}
