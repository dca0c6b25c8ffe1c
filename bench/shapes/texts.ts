import {
  description,
  named,
  repeat,
  withOperation,
  type Json,
} from "./description.js";
import type { Shape } from "./shapes.js";

function described(text: string): Json {
  return description({ A: { type: "string", description: text } });
}

/** Descriptions with long texts. */
export const texts: readonly Shape[] = [
  {
    title: "bytes of plain description",
    size: 500_000,
    make: (size) => described("some words of text ".repeat(size / 19)),
  },
  {
    title: "bytes of dense Markdown",
    size: 500_000,
    make: (size) =>
      described(
        "*a* **b** `c` [d](https://example.com) <i>e</i> ![f](g) ~~h~~\n".repeat(
          size / 62,
        ),
      ),
  },
  {
    title: "bytes of emphasis that never ends",
    size: 200_000,
    make: (size) => described("*a _b ".repeat(size / 6)),
  },
  {
    title: "bytes of brackets that never end",
    size: 200_000,
    make: (size) => described("[a](b ![".repeat(size / 8)),
  },
  {
    title: "bytes of Markdown tables",
    size: 500_000,
    make: (size) =>
      described(`| a | b |\n| - | - |\n${"| *c* | `d` |\n".repeat(size / 14)}`),
  },
  {
    title: "lists within lists of Markdown",
    size: 100,
    make: (size) =>
      described(
        repeat(size, (level) => `${"  ".repeat(level)}- item\n`).join(""),
      ),
  },
  {
    title: "bytes of a name",
    size: 500_000,
    make: (size) =>
      description({
        A: { type: "object", properties: { ["a-b".repeat(size / 3)]: {} } },
      }),
  },
  {
    title: "bytes of a constant",
    size: 500_000,
    make: (size) =>
      description({ A: { const: "a'\"`${b}\n".repeat(size / 9) } }),
  },
  {
    title: "bytes of a pattern",
    size: 200_000,
    make: (size) =>
      description({
        A: { type: "string", pattern: `^(${"ab|".repeat(size / 3)}c)$` },
      }),
  },
  {
    title: "bytes of quotes within quotes",
    size: 200_000,
    make: (size) => described("> ".repeat(size / 2)),
  },
  {
    title: "bytes of code that never ends",
    size: 200_000,
    make: (size) => described("`a``b```c".repeat(size / 9)),
  },
  {
    title: "bytes of HTML that never ends",
    size: 200_000,
    make: (size) => described("<a b='c <!-- <![CDATA[ <?".repeat(size / 24)),
  },
  {
    title: "bytes of links that are defined",
    size: 200_000,
    make: (size) =>
      described(
        repeat(size / 20, (i) => `[a${i}]: /b${i}\n[a${i}] `).join("\n"),
      ),
  },
  {
    title: "bytes of headings",
    size: 200_000,
    make: (size) => described("# a\n\n".repeat(size / 5)),
  },
  {
    title: "bytes of one long line of words",
    size: 500000,
    make: (size) => described("a".repeat(size)),
  },
  {
    title: "bytes of backslashes and entities",
    size: 200_000,
    make: (size) => described("\\&amp;&#0;&a".repeat(size / 12)),
  },
  {
    title: "bytes of addresses",
    size: 200_000,
    make: (size) =>
      described("https://example.com/a www.example.com ".repeat(size / 38)),
  },
  {
    title: "bytes of a path",
    size: 200_000,
    make: (size) => withOperation({}, `/${"a-b/".repeat(size / 4)}`),
  },
  {
    title: "bytes of an operation id",
    size: 200_000,
    make: (size) => withOperation({ operationId: "getA-b".repeat(size / 6) }),
  },
  {
    title: "bytes of a tag",
    size: 200_000,
    make: (size) => withOperation({ tags: ["a b".repeat(size / 3)] }),
  },
  {
    title: "bytes of a summary",
    size: 1_000_000,
    make: (size) => withOperation({ summary: "a b*/ <c>".repeat(size / 9) }),
  },
  {
    title: "bytes of a name of a schema",
    size: 200_000,
    make: (size) =>
      description({ ["A-b".repeat(size / 3)]: { type: "string" } }),
  },
  {
    title: "bytes of a reference that leads nowhere",
    size: 200_000,
    make: (size) => description({ A: { $ref: `#/${"a/".repeat(size / 2)}` } }),
  },
  {
    title: "bytes of a pattern with nested groups",
    size: 100,
    make: (size) =>
      description({
        A: {
          type: "string",
          pattern: `${"(".repeat(size)}a${")*".repeat(size)}`,
        },
      }),
  },
  {
    title: "bytes of a pattern of many loops",
    size: 500,
    make: (size) =>
      description({
        A: { type: "string", pattern: "(?:a|b)*c?".repeat(size / 10) },
      }),
  },
  {
    title: "patterns",
    size: 500,
    make: (size) =>
      description({
        A: {
          type: "object",
          properties: named(size, (i) => [
            `m${i}`,
            { type: "string", pattern: `^(?:a${i}|b)+[c-e]{2,5}$` },
          ]),
        },
      }),
  },
  {
    title: "patterns that can be slow",
    size: 250,
    make: (size) =>
      description({
        A: {
          type: "object",
          properties: named(size, (i) => [
            `m${i}`,
            { type: "string", pattern: `^(?:a+)+${i}$` },
          ]),
        },
      }),
  },
];
