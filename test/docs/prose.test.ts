import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { format } from "prettier";
import { expect, test } from "vitest";
import { parseProse } from "../../generator/emit/docs/prose/parse-prose.js";
import { proseMarkdown } from "../../generator/emit/docs/prose/prose-markdown.js";

const pieces = fc.constantFrom(
  ...["*", "**", "_", "__", "`", "``", "```", "~~~", "[", "](x)", "[a](b)"],
  ...["![i](http://t/x.png)", "<", "<b>", "</script>", "<!--", "&amp;", "&"],
  ...[
    "| a | b |\n| - | :-: |\n| c | d |\n",
    "$",
    "{{",
    "}}",
    "#",
    "\n",
    "\n\n",
  ],
  ...["- ", "* ", "+ ", "1. ", "2) ", "10. ", "> ", "  ", "    ", "\t", "---"],
  ...["\n===\n", "word", "snake_case", "é", "日本", "😀", "\\", "  \n", "~~"],
  ...["!", ":", "https://ex.com/a_b?x=1&y=2", ".", " ", " ", " ", "[^1]: "],
);
const descriptions = fc
  .array(pieces, { minLength: 1, maxLength: 14 })
  .map((parts) => parts.join(""));
const reader = new MarkdownIt({ html: true });

test("descriptions come out in prettier's layout, without HTML and images", async () => {
  const property = fc.asyncProperty(descriptions, async (description) => {
    const text = proseMarkdown(parseProse(description), 2);
    fc.pre(text !== "");
    const page = `# Title\n\n${text}\n\nEnd.\n`;
    expect(await format(page, { parser: "markdown" })).toBe(page);
    for (const token of reader.parse(page, {})) {
      expect(token.type).not.toBe("html_block");
      for (const child of token.children ?? [])
        expect(["html_inline", "image"]).not.toContain(child.type);
    }
  });
  await fc.assert(property, { numRuns: 300, seed: 20261124 });
}, 30_000);
