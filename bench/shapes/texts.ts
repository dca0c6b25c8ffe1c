import { description, repeat, type Json } from "./description.js";
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
    size: 50_000,
    make: (size) =>
      described(
        "*a* **b** `c` [d](https://example.com) <i>e</i> ![f](g) ~~h~~\n".repeat(
          size / 62,
        ),
      ),
  },
  {
    title: "bytes of emphasis that never ends",
    size: 20_000,
    make: (size) => described("*a _b ".repeat(size / 6)),
  },
  {
    title: "bytes of brackets that never end",
    size: 20_000,
    make: (size) => described("[a](b ![".repeat(size / 8)),
  },
  {
    title: "bytes of Markdown tables",
    size: 50_000,
    make: (size) =>
      described(`| a | b |\n| - | - |\n${"| *c* | `d` |\n".repeat(size / 14)}`),
  },
  {
    title: "lists within lists of Markdown",
    size: 50,
    make: (size) =>
      described(
        repeat(size, (level) => `${"  ".repeat(level)}- item\n`).join(""),
      ),
  },
  {
    title: "bytes of a name",
    size: 50_000,
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
    size: 20_000,
    make: (size) =>
      description({
        A: { type: "string", pattern: `^(${"ab|".repeat(size / 3)}c)$` },
      }),
  },
];
