/** A part of a text, and what is to stand in its place. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Puts replacements, which do not overlap, into a text. */
export function applyReplacements(
  text: string,
  replacements: readonly Replacement[],
): string {
  let result = "";
  let position = 0;
  for (const { start, end, text: replacement } of [...replacements].sort(
    (a, b) => a.start - b.start || a.end - b.end,
  )) {
    result += text.slice(position, start) + replacement;
    position = end;
  }
  return result + text.slice(position);
}
