import type { SourcePosition } from "../diagnostics/diagnostic.js";

/** Turns offsets of a text into lines and columns. The lines are found at the first call. */
export class LineIndex {
  readonly #text: string;
  #starts: number[] | undefined;

  /** @param text with `\n` alone as line end */
  constructor(text: string) {
    this.#text = text;
  }

  positionAt(offset: number): SourcePosition {
    this.#starts ??= lineStarts(this.#text);
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 };
  }

  /** The text of a line, counted from 1, without its end; undefined where there is no such line. */
  line(number: number): string | undefined {
    this.#starts ??= lineStarts(this.#text);
    const start = this.#starts[number - 1];
    if (start === undefined) return undefined;
    const next = this.#starts[number];
    return this.#text.slice(start, next === undefined ? undefined : next - 1);
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (
    let end = text.indexOf("\n");
    end >= 0;
    end = text.indexOf("\n", end + 1)
  ) {
    starts.push(end + 1);
  }
  return starts;
}
