const emoji =
  /\p{RI}\p{RI}|[0-9#*]\ufe0f?\u20e3|\p{Emoji}(?:\p{EMod}|\ufe0f\u20e3?|[\u{e0020}-\u{e007e}]+\u{e007f})?(?:\u200d\p{Emoji}(?:\p{EMod}|\ufe0f\u20e3?)?)*/gu;

/** East Asian Wide and Fullwidth ranges (Unicode Standard Annex #11), blocks that hold unassigned points included. */
const wide: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x231a, 0x231b],
  [0x2329, 0x232a],
  [0x23e9, 0x23ec],
  [0x23f0, 0x23f0],
  [0x23f3, 0x23f3],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18aff],
  [0x1b000, 0x1b2ff],
  [0x1f200, 0x1f2ff],
  [0x20000, 0x3fffd],
];

/** The number of columns that text takes in a fixed-width font, for laying out the columns of a table. */
export function stringWidth(text: string): number {
  if (/^[\u0020-\u007e]*$/.test(text)) return text.length;
  let width = 0;
  for (const character of text.replace(emoji, replaceEmoji)) {
    const point = character.codePointAt(0) as number;
    if (point <= 0x1f || (point >= 0x7f && point <= 0x9f)) continue;
    if (point >= 0x300 && point <= 0x36f) continue;
    width += wide.some(([from, to]) => point >= from && point <= to) ? 2 : 1;
  }
  return width;
}

/** Digits, `#` and `*` are emoji characters only with a variation selector; the rest of ASCII never. */
function replaceEmoji(match: string): string {
  return /^[\u0000-\u00ff]$/.test(match) || isTextual(match) ? match : "  ";
}

function isTextual(match: string): boolean {
  return [...match].length === 1 && !/^\p{Emoji_Presentation}$/u.test(match);
}
