/** Punctuation in words, for names that differ in nothing else. */
const spelledPunctuation: Readonly<Record<string, string>> = {
  "!": "Bang",
  "#": "Hash",
  $: "Dollar",
  "%": "Percent",
  "&": "And",
  "(": "Open",
  ")": "Close",
  "*": "Star",
  "+": "Plus",
  ",": "Comma",
  "-": "Dash",
  ".": "Dot",
  "/": "Slash",
  ":": "Colon",
  ";": "Semicolon",
  "<": "Less",
  "=": "Equal",
  ">": "Greater",
  "?": "Question",
  "@": "At",
  "[": "Open",
  "]": "Close",
  _: "Underscore",
  "{": "Open",
  "|": "Or",
  "}": "Close",
  "~": "Tilde",
};

/** The words of a text: runs of letters, marks and digits. */
export function wordsOf(text: string): string[] {
  return text.normalize("NFC").match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/**
 * PascalCase: every word begins with a capital and keeps the rest of its spelling, so that `IncomingPhoneNumber`
 * and `URLMap` stay what they are. Letters that no identifier can hold are left out; may be empty.
 */
export function pascalCase(text: string): string {
  return joinWords(wordsOf(text));
}

/** PascalCase with the punctuation spelled out: `DateSent<` gives `DateSentLess`. */
export function spelledPascalCase(text: string): string {
  const spelled = text.replace(
    /[^\p{L}\p{M}\p{N}]/gu,
    (mark) => ` ${spelledPunctuation[mark] ?? ""} `,
  );
  return joinWords(wordsOf(spelled));
}

/** camelCase of a PascalCase name: a leading run of capitals goes down together (`URLMap` gives `urlMap`). */
export function camelCase(pascal: string): string {
  return pascal.replace(/^(?:\p{Lu}+(?=\p{Lu}\p{Ll})|\p{Lu}+|.)/u, (start) =>
    start.toLowerCase(),
  );
}

/**
 * The plural of a camelCase name by the rules of English spelling (`status` gives `statuses`, `category`
 * `categories`); a name that looks like a plural stays as it is. Undefined if the name ends in no small letter.
 */
export function pluralOf(camel: string): string | undefined {
  if (!/[a-z]$/.test(camel)) return undefined;
  if (/[^aious]s$/.test(camel)) return camel;
  if (/[^aeiou]y$/.test(camel)) return `${camel.slice(0, -1)}ies`;
  if (/sis$/.test(camel)) return `${camel.slice(0, -2)}es`;
  return `${camel}${/(?:s|x|z|ch|sh)$/.test(camel) ? "es" : "s"}`;
}

/** kebab-case of a PascalCase name, for file names: ASCII letters, digits and dashes alone; may be empty. */
export function kebabCase(pascal: string): string {
  return pascal
    .normalize("NFKD")
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, "$1-$2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1-$2")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}

/** A short mark that depends on the text alone: FNV-1a, 32 bits, in base 36. */
export function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(36).padStart(7, "0");
}

function joinWords(words: readonly string[]): string {
  return words
    .map((word) => {
      const [first = ""] = word;
      return first.toUpperCase() + word.slice(first.length);
    })
    .join("")
    .replace(/[^\p{ID_Continue}]/gu, "");
}
