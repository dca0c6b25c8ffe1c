/** A pattern in another language's syntax, as ECMA-262 writes it, but for the flags at its start. */
export interface ForeignPattern {
  readonly pattern: string;
  /** `i`: the letter case does not count; `s`: the dot matches line ends as well. */
  readonly flags: ReadonlySet<string>;
  /** Set if it has classes such as `[[:alpha:]]`, which ECMA-262 reads as other characters. */
  readonly hasPosixClass?: true;
}

/** POSIX.1-2017 Base Definitions §9.3.5, in the POSIX locale, as ranges within a class. */
const posixClasses: ReadonlyMap<string, string> = new Map([
  ["alpha", "A-Za-z"],
  ["digit", "0-9"],
  ["alnum", "A-Za-z0-9"],
  ["upper", "A-Z"],
  ["lower", "a-z"],
  ["space", " \\t-\\r"],
  ["blank", " \\t"],
  ["punct", "!-\\/:-@\\[-`\\{-~"],
  ["xdigit", "0-9A-Fa-f"],
  ["cntrl", "\\0-\\x1f\\x7f"],
  ["print", " -~"],
  ["graph", "!-~"],
  ["word", "\\w"],
]);

const anchors: Readonly<Record<string, string>> = { A: "^", Z: "$", z: "$" };

/**
 * Reads what other regular expressions write and ECMA-262 does not know, where it means the same in all of them:
 * flags at the start (`(?i)`, `(?s)`), named groups as in Python (`(?P<name>`, `(?P=name)`), the anchors `\A`, `\Z`
 * and `\z`, and classes of POSIX (`[[:alpha:]]`). Gives the pattern as it is if there is none of these; other flags stay, and with them it is none.
 */
export function readForeign(pattern: string): ForeignPattern {
  const found = /^\(\?([is]+)\)/u.exec(pattern);
  const rest = pattern.slice(found?.[0].length ?? 0);
  return { ...inOwnSyntax(rest), flags: new Set(found?.[1]) };
}

function inOwnSyntax(written: string): Omit<ForeignPattern, "flags"> {
  let isInClass = false;
  let hasPosixClass = false;
  const pattern = written.replace(
    /\\([\s\S])|\(\?P<|\(\?P=(\w+)\)|\[:(\w+):\]|[[\]]/gu,
    (text, escaped?: string, name?: string, posix?: string) => {
      if (posix !== undefined) {
        const ranges = posixClasses.get(posix);
        if (!isInClass || ranges === undefined) return text;
        hasPosixClass = true;
        return ranges;
      }
      if (text === "[") isInClass = true;
      else if (text === "]") isInClass = false;
      if (isInClass) return text;
      if (escaped !== undefined) return anchors[escaped] ?? text;
      if (name !== undefined) return `\\k<${name}>`;
      return text === "(?P<" ? "(?<" : text;
    },
  );
  return hasPosixClass ? { pattern, hasPosixClass } : { pattern };
}
