import {
  kebabCase,
  pascalCase,
  shortHash,
  spelledPascalCase,
} from "./words.js";
import { deviceNames, isReserved } from "./reserved.js";

/** Longest base name, so that no path gets near the limits of file systems. */
const longestBase = 80;

/**
 * The base names that something may have, the best first: its text in PascalCase, with its punctuation spelled
 * out, with a word for its case, with a word for what it is, and at last with a mark made from the text. Where
 * the first is reserved, the word for what it is comes at once. They depend on the text alone, never on what
 * else there is.
 * @param noun what it is, in PascalCase: `Model`, `Operation`
 * @param spell makes the exported name of a base name that may be reserved
 */
export function baseCandidates(
  text: string,
  noun: string,
  identity: string,
  spell: (base: string) => string,
  alternatives: readonly string[] = [],
): string[] {
  const plain = startWithLetter(pascalCase(text), noun);
  const spelled = startWithLetter(spelledPascalCase(text), noun);
  const mark = shortHash(identity);
  const names = [
    isReserved(spell(plain)) ? plain + noun : plain,
    ...alternatives.map((name) => startWithLetter(name, noun)),
    spelled,
    caseWord(text, plain),
    plain + noun,
    `${plain}${noun}${capital(mark)}`,
  ];
  return [...new Set(names.map((name) => cut(name, mark)))];
}

/** Candidates with a name before them that something has already. */
export function withBase(
  base: string | undefined,
  candidates: readonly string[],
): readonly string[] {
  return base === undefined ? candidates : [base, ...candidates];
}

/** The file name that goes with a base name; ASCII, no device name, never empty. */
export function slugOf(base: string, noun: string): string {
  const slug = kebabCase(base);
  const isWhole = /^[\p{ASCII}]*$/u.test(base) && slug !== "";
  const whole = isWhole ? slug : `${slug || "name"}-${shortHash(base)}`;
  return deviceNames.has(whole) ? `${whole}-${noun.toLowerCase()}` : whole;
}

function startWithLetter(name: string, noun: string): string {
  return /^\p{ID_Start}/u.test(name) ? name : noun + name;
}

/** Tells case twins apart: `foo` beside `Foo`. */
function caseWord(text: string, plain: string): string {
  if (text === text.toLowerCase()) return `${plain}Lowercase`;
  return text === text.toUpperCase() ? `${plain}Uppercase` : plain;
}

function cut(name: string, mark: string): string {
  return name.length <= longestBase
    ? name
    : `${name.slice(0, longestBase - mark.length)}${capital(mark)}`;
}

function capital(mark: string): string {
  return mark.charAt(0).toUpperCase() + mark.slice(1);
}
