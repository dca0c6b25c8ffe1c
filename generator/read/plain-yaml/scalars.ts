import { numberFault } from "../numbers.js";
import { leadingSpaces, trimEndSpaces } from "./trim-spaces.js";
import { uncertain } from "./uncertain.js";

/** The value of a plain scalar under the core schema (YAML 1.2.2 §10.3.2). */
export function plainValue(text: string): string | number | boolean | null {
  const first = text.charCodeAt(0);
  if (isDigit(first) || first === plus || first === minus || first === dot) {
    return numberValue(text);
  }
  return words.has(text) ? (words.get(text) ?? null) : text;
}

const words: ReadonlyMap<string, boolean | null> = new Map([
  ...["true", "True", "TRUE"].map((word) => [word, true] as const),
  ...["false", "False", "FALSE"].map((word) => [word, false] as const),
  ...["~", "null", "Null", "NULL", ""].map((word) => [word, null] as const),
]);

const plus = 0x2b;
const minus = 0x2d;
const dot = 0x2e;

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

const decimal =
  /^[-+]?(?:[0-9]+|(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)$/;

function numberValue(text: string): string | number {
  if (decimal.test(text)) {
    const value = Number(text);
    if (numberFault(text, value) !== undefined) throw uncertain;
    return value;
  }
  if (/^(?:0[ox][0-9a-fA-F]+|[-+]?\.(?:inf|nan))$/i.test(text)) throw uncertain;
  return text;
}

/** The lines of a quoted scalar folded: a single line end is a blank, n + 1 of them are n line ends. */
export function foldLines(text: string): string {
  if (!text.includes("\n")) return text;
  const lines = text.split("\n");
  const last = lines.length - 1;
  let folded = trimEndSpaces(lines[0] ?? "");
  let empty = 0;
  for (let index = 1; index <= last; index += 1) {
    const line = lines[index] ?? "";
    const start = line.slice(leadingSpaces(line));
    const content = index === last ? start : trimEndSpaces(start);
    if (content === "" && index < last) {
      empty += 1;
      continue;
    }
    folded += empty === 0 ? " " : "\n".repeat(empty);
    folded += content;
    empty = 0;
  }
  return folded;
}

/** The value of what stands between double quotes (YAML 1.2.2 §7.3.1). */
export function doubleQuotedValue(raw: string): string {
  if (!raw.includes("\\")) return foldLines(raw);
  const value = raw.replace(specials, specialValue);
  if (/\p{Surrogate}/u.test(value)) throw uncertain;
  return value;
}

/** A line end that is escaped away, an escape, and line ends with the blanks around them. */
const specials =
  /\\\n *|\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[^])| *\n[ \n]*/g;

function specialValue(special: string): string {
  if (!special.startsWith("\\")) {
    const lineEnds = special.split("\n").length - 1;
    return lineEnds === 1 ? " " : "\n".repeat(lineEnds - 1);
  }
  if (special.startsWith("\\\n")) return "";
  if (special.length > 2) {
    const point = parseInt(special.slice(2), 16);
    if (point > 0x10ffff) throw uncertain;
    return String.fromCodePoint(point);
  }
  const value = escapes.get(special.slice(1));
  if (value === undefined) throw uncertain;
  return value;
}

const escapes: ReadonlyMap<string, string> = new Map([
  ["0", "\0"],
  ["a", "\u0007"],
  ["b", "\b"],
  ["e", "\u001b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["v", "\v"],
  ["N", "\u0085"],
  ["_", "\u00a0"],
  ["L", "\u2028"],
  ["P", "\u2029"],
  [" ", " "],
  ['"', '"'],
  ["/", "/"],
  ["\\", "\\"],
]);

/** The value of what stands between single quotes. */
export function singleQuotedValue(raw: string): string {
  return foldLines(raw).replaceAll("''", "'");
}

/**
 * The value of a block scalar's lines (YAML 1.2.2 §8.1), those after the last line with text already taken
 * off. The first line with text sets the indentation.
 * @param indent of the block
 * @param isFolded `>`, not `|`
 * @param ending what chomping leaves at the end
 */
export function blockValue(
  lines: readonly string[],
  indent: number,
  isFolded: boolean,
  ending: string,
): string {
  if (!isFolded) {
    return lines.map((line) => line.slice(indent)).join("\n") + ending;
  }
  let value = "";
  let separator = "";
  let wasIndented = false;
  for (const line of lines) {
    const content = line.slice(indent);
    if (content.startsWith(" ")) {
      if (separator === " ") separator = "\n";
      else if (!wasIndented && separator === "\n") separator = "\n\n";
      value += separator + content;
      separator = "\n";
      wasIndented = true;
    } else if (content === "") {
      if (separator === "\n") value += "\n";
      else separator = "\n";
    } else {
      value += separator + content;
      separator = " ";
      wasIndented = false;
    }
  }
  return value + ending;
}
