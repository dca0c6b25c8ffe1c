/** Characters that are invisible, or that reorder what stands around them. */
const invisible =
  /[\0-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/;

/** How a language spells a string between quotes. */
interface Escapes {
  /** The quotes' own character, the backslash, and whatever else is special. */
  readonly special: RegExp;
  /** Short escapes of control characters: `\n`. */
  readonly short: string;
  /** The escape of any other code unit. */
  readonly unit: (code: number) => string;
}

const shortEscapes: Readonly<Record<string, string>> = {
  "\n": "n",
  "\r": "r",
  "\t": "t",
};

/** Text between double quotes. A lone surrogate becomes U+FFFD, as it does in UTF-8. */
export function doubleQuoted(text: string, escapes: Escapes): string {
  let literal = "";
  for (const character of wellFormed(text)) {
    if (escapes.special.test(character)) literal += `\\${character}`;
    else if (escapes.short.includes(character))
      literal += `\\${shortEscapes[character]}`;
    else if (invisible.test(character))
      literal += escapes.unit(character.charCodeAt(0));
    else literal += character;
  }
  return `"${literal}"`;
}

/** The text with U+FFFD in place of each lone surrogate. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, "\ufffd");
}

/** The lines of a text, each with its line end: a literal each. */
export function linesOf(text: string): readonly string[] {
  return text === "" ? [""] : text.split(/(?<=\n)/);
}

export function hexadecimal(code: number, digits: number): string {
  return code.toString(16).padStart(digits, "0");
}
