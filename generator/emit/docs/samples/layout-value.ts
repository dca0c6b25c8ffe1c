import type { JsonObject, JsonValue } from "../../../model/json.js";
import { stringWidth } from "../text/string-width.js";

export type TokenKind =
  "attr" | "string" | "number" | "literal" | "punctuation";

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

/** How a language spells what JSON spells otherwise. */
export interface Spelling {
  readonly key: (name: string) => string;
  readonly string: (text: string) => string;
  readonly number: (value: number) => string;
  readonly trailingComma: boolean;
}

export const jsonSpelling: Spelling = {
  key: (name) => JSON.stringify(name),
  string: (text) => JSON.stringify(text),
  number: (value) => JSON.stringify(value),
  trailingComma: false,
};

const lineWidth = 80;

/**
 * A value of JSON as prettier lays it out when every object that is not empty is spread over lines: lists stay
 * on a line where they fit.
 * @param indent columns before the value's lines
 * @param column where the value begins on its first line
 */
export function layoutValue(
  value: JsonValue,
  spelling: Spelling,
  indent = 0,
  column = indent,
): readonly Token[] {
  const tokens: Token[] = [];
  writeValue(value, spelling, indent, column, tokens);
  return tokens;
}

export function tokensText(tokens: readonly Token[]): string {
  return tokens.map((token) => token.text).join("");
}

function writeValue(
  value: JsonValue,
  spelling: Spelling,
  indent: number,
  column: number,
  into: Token[],
): void {
  if (Array.isArray(value)) {
    writeArray(value as readonly JsonValue[], spelling, indent, column, into);
  } else if (typeof value === "object" && value !== null) {
    writeObject(value as JsonObject, spelling, indent, into);
  } else {
    into.push(scalar(value as string | number | boolean | null, spelling));
  }
}

function scalar(
  value: string | number | boolean | null,
  spelling: Spelling,
): Token {
  if (typeof value === "string")
    return { kind: "string", text: spelling.string(value) };
  if (typeof value === "number")
    return { kind: "number", text: spelling.number(value) };
  return { kind: "literal", text: String(value) };
}

function writeObject(
  value: JsonObject,
  spelling: Spelling,
  indent: number,
  into: Token[],
): void {
  const entries = Object.entries(value);
  if (entries.length === 0) {
    into.push(punctuation("{}"));
    return;
  }
  const inner = " ".repeat(indent + 2);
  into.push(punctuation("{\n"));
  entries.forEach(([name, member], index) => {
    const key = spelling.key(name);
    into.push(punctuation(inner), { kind: "attr", text: key });
    into.push(punctuation(": "));
    const column = indent + 2 + stringWidth(key) + 2;
    writeValue(member, spelling, indent + 2, column, into);
    into.push(punctuation(comma(index, entries.length, spelling)));
  });
  into.push(punctuation(`${" ".repeat(indent)}}`));
}

function writeArray(
  items: readonly JsonValue[],
  spelling: Spelling,
  indent: number,
  column: number,
  into: Token[],
): void {
  if (items.length === 0) {
    into.push(punctuation("[]"));
    return;
  }
  const flat = isBroken(items) ? undefined : flatArray(items, spelling);
  // The comma that may follow counts, as it does for prettier where one does: only a root has none.
  const room = lineWidth - column - (indent > 0 ? 1 : 0);
  if (flat !== undefined && stringWidth(tokensText(flat)) <= room) {
    into.push(...flat);
    return;
  }
  const inner = " ".repeat(indent + 2);
  into.push(punctuation("[\n"));
  if (items.length > 1 && items.every((item) => typeof item === "number")) {
    fillNumbers(items, spelling, indent + 2, into);
  } else {
    items.forEach((item, index) => {
      into.push(punctuation(inner));
      writeValue(item, spelling, indent + 2, indent + 2, into);
      into.push(punctuation(comma(index, items.length, spelling)));
    });
  }
  into.push(punctuation(`${" ".repeat(indent)}]`));
}

/** Whether a list is spread over lines whatever its length. */
function isBroken(items: readonly JsonValue[]): boolean {
  if (items.some(hasMembers)) return true;
  const areLists = items.every(
    (item) => Array.isArray(item) && item.length > 1,
  );
  return items.length > 1 && areLists;
}

function hasMembers(value: JsonValue): boolean {
  if (Array.isArray(value)) return isBroken(value as readonly JsonValue[]);
  return (
    typeof value === "object" && value !== null && Object.keys(value).length > 0
  );
}

function flatArray(items: readonly JsonValue[], spelling: Spelling): Token[] {
  const tokens: Token[] = [punctuation("[")];
  items.forEach((item, index) => {
    if (index > 0) tokens.push(punctuation(", "));
    if (Array.isArray(item)) {
      const list = item as readonly JsonValue[];
      tokens.push(
        ...(list.length === 0
          ? [punctuation("[]")]
          : flatArray(list, spelling)),
      );
    } else if (typeof item === "object" && item !== null) {
      tokens.push(punctuation("{}"));
    } else {
      tokens.push(scalar(item as string | number | boolean | null, spelling));
    }
  });
  tokens.push(punctuation("]"));
  return tokens;
}

/** Numbers fill their lines. */
function fillNumbers(
  items: readonly number[],
  spelling: Spelling,
  indent: number,
  into: Token[],
): void {
  let column = indent;
  into.push(punctuation(" ".repeat(indent)));
  items.forEach((item, index) => {
    const text = spelling.number(item);
    const isLast = index === items.length - 1;
    const width = text.length + (isLast && !spelling.trailingComma ? 0 : 1);
    if (index > 0) {
      const fits = column + 1 + width <= lineWidth;
      into.push(punctuation(fits ? " " : `\n${" ".repeat(indent)}`));
      column = fits ? column + 1 : indent;
    }
    into.push({ kind: "number", text });
    if (!isLast || spelling.trailingComma) into.push(punctuation(","));
    column += width;
  });
  into.push(punctuation("\n"));
}

function comma(index: number, length: number, spelling: Spelling): string {
  return index < length - 1 || spelling.trailingComma ? ",\n" : "\n";
}

function punctuation(text: string): Token {
  return { kind: "punctuation", text };
}
