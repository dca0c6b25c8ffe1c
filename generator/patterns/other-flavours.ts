/** A pattern in another language's syntax, as ECMA-262 writes it, but for the flags at its start. */
export interface ForeignPattern {
  readonly pattern: string;
  /** `i`: the letter case does not count; `s`: the dot matches line ends as well. */
  readonly flags: ReadonlySet<string>;
}

const anchors: Readonly<Record<string, string>> = { A: "^", Z: "$", z: "$" };

/**
 * Reads what other regular expressions write and ECMA-262 does not know, where it means the same in all of them:
 * flags at the start (`(?i)`, `(?s)`), named groups as in Python (`(?P<name>`, `(?P=name)`), and the anchors `\A`,
 * `\Z` and `\z`. Gives the pattern as it is if there is none of these; other flags stay, and with them it is none.
 */
export function readForeign(pattern: string): ForeignPattern {
  const found = /^\(\?([is]+)\)/u.exec(pattern);
  const rest = pattern.slice(found?.[0].length ?? 0);
  return { pattern: inOwnSyntax(rest), flags: new Set(found?.[1]) };
}

function inOwnSyntax(pattern: string): string {
  let isInClass = false;
  return pattern.replace(
    /\\([\s\S])|\(\?P<|\(\?P=(\w+)\)|[[\]]/gu,
    (text, escaped?: string, name?: string) => {
      if (text === "[") isInClass = true;
      else if (text === "]") isInClass = false;
      if (isInClass) return text;
      if (escaped !== undefined) return anchors[escaped] ?? text;
      if (name !== undefined) return `\\k<${name}>`;
      return text === "(?P<" ? "(?<" : text;
    },
  );
}
