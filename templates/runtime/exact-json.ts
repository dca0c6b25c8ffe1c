import type { FormField } from "./form.js";
import type { PartWriter } from "./multipart.js";
import type { Converter } from "./mapped.js";
import { isPresent, isRecord, textOf } from "./text.js";

/**
 * The value of well-formed JSON text, with a bigint for each integer that a number cannot hold, where `parse` takes
 * one. All other numbers are as `JSON.parse` has them.
 * @param value what `JSON.parse` makes of the text
 */
export function parseExactly(
  text: string,
  value: unknown,
  parse: Converter,
): unknown {
  if (!/\d{16}/.test(text)) return value;
  const mark = newMark();
  const exact = new Map<object, Map<string, bigint>>();
  // The last value that is revived is the whole.
  let integer: bigint | undefined;
  const rounded: unknown = JSON.parse(
    markIntegers(text, mark),
    function (this: object, key: string, member: unknown) {
      integer = undefined;
      if (typeof member !== "string" || !member.startsWith(mark)) return member;
      integer = BigInt(member.slice(mark.length));
      const known = exact.get(this) ?? new Map<string, bigint>();
      exact.set(this, known.set(key, integer));
      return Number(integer);
    },
  );
  if (exact.size === 0) return value;
  return parse(rounded as never, {
    pointer: "",
    depth: 0,
    exact,
    ...(integer === undefined ? {} : { integer }),
  });
}

/** JSON text as `jsonText` has it, with bigints as the integers that they are. */
export function exactJson(name: string, value: unknown): string {
  const mark = newMark();
  const text = JSON.stringify(
    value,
    function (this: Record<string, unknown>, key: string, member: unknown) {
      if (typeof member === "bigint") return mark + String(member);
      const source = this[key];
      if (typeof source === "number" || source instanceof Date) {
        textOf(key || name, source);
      }
      return member;
    },
  ) as string | undefined;
  const marked = new RegExp(`"${mark}(-?\\d+)"`, "g");
  return text?.replace(marked, "$1") as string;
}

/** A body of JSON. */
export function exactJsonBody(value: unknown): string {
  return exactJson("body", value);
}

/** The JSON text of a parameter; undefined where it has no value. */
export function exactText(name: string, value: unknown): string | undefined {
  return value === undefined ? undefined : exactJson(name, value);
}

/** The same for a header; what is not ASCII is escaped. */
export function exactHeader(name: string, value: unknown): string | undefined {
  return exactText(name, value)?.replace(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** The parts of a parameter that no style has a way to write, as JSON text. */
export function exactParts(name: string, value: unknown): unknown {
  const part = (member: unknown): unknown =>
    Array.isArray(member) || isRecord(member)
      ? exactJson(name, member)
      : member;
  if (Array.isArray(value)) return value.map(part);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, part(member)]),
  );
}

/** A property of a form: a primitive as text, an object as JSON, a list as one pair an item. */
export const exactField: FormField = (name, value) =>
  pairs(name, value, (item) =>
    Array.isArray(item) || isRecord(item)
      ? exactJson(name, item)
      : textOf(name, item),
  );

/** A property of a form whose content type is JSON. */
export const exactJsonField: FormField = (name, value) =>
  pairs(name, value, (item) => exactJson(name, item));

/** A property of a multipart body as JSON; a list is one part an item. */
export function exactPart(contentType: string): PartWriter {
  return (name, value) =>
    listOf(value).map((item) => ({
      name,
      contentType,
      body: exactJson(name, item),
    }));
}

/** A header field as the integer that it says, a bigint where a number would lose digits. */
export function exactNumberField(text: string): unknown {
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value)) return text;
  return Number.isInteger(value) &&
    !Number.isSafeInteger(value) &&
    /^\s*-?\d+\s*$/.test(text)
    ? BigInt(text)
    : value;
}

/** Whether a number or bigint is a multiple of an integer. */
export function isExactMultipleOf(
  value: number | bigint,
  divisor: number,
): boolean {
  return typeof value === "bigint"
    ? value % BigInt(divisor) === BigInt(0)
    : value % divisor === 0;
}

export function isExactInt64(value: number | bigint): boolean {
  return isWithin(value, -powerOf2(63), powerOf2(63));
}

export function isExactUint64(value: number | bigint): boolean {
  return isWithin(value, BigInt(0), powerOf2(64));
}

function powerOf2(exponent: number): bigint {
  return BigInt(2) ** BigInt(exponent);
}

function isWithin(
  value: number | bigint,
  least: bigint,
  limit: bigint,
): boolean {
  return (
    (typeof value === "bigint" || Number.isInteger(value)) &&
    value >= least &&
    value < limit
  );
}

function pairs(
  name: string,
  value: unknown,
  text: (item: unknown) => string,
): string {
  const found = new URLSearchParams();
  for (const item of listOf(value))
    found.append(textOf(name, name), text(item));
  return found.toString();
}

function listOf(value: unknown): unknown[] {
  return (Array.isArray(value) ? value : [value]).filter(isPresent);
}

/** Text that stands in no value: it is drawn anew for each. */
function newMark(): string {
  return `${crypto.getRandomValues(new Uint32Array(4)).join("-")}:`;
}

/** Puts integers that a number cannot hold into strings that begin with the mark. The text is well-formed. */
function markIntegers(text: string, mark: string): string {
  // No integer of any use is longer, and what a server can make this one do stays small.
  const token = /"|-?\d{16,400}/g;
  const end = /(?:\.0+)?(?![.\deE])/y;
  let marked = "";
  let done = 0;
  for (let found = token.exec(text); found !== null; found = token.exec(text)) {
    const { 0: digits, index } = found;
    if (digits === '"') {
      token.lastIndex = endOfString(text, index + 1);
      continue;
    }
    end.lastIndex = token.lastIndex;
    const isWhole = !/[.\deE+]/.test(text[index - 1] ?? "") && end.test(text);
    if (!isWhole || Number.isSafeInteger(Number(digits))) continue;
    marked += `${text.slice(done, index)}"${mark}${digits}"`;
    done = end.lastIndex;
  }
  return marked + text.slice(done);
}

/** Where a string ends that begins before `from`, its quote included. */
function endOfString(text: string, from: number): number {
  let at = text.indexOf('"', from);
  for (; ; at = text.indexOf('"', at + 1)) {
    let escapes = 0;
    while (text[at - 1 - escapes] === "\\") escapes++;
    if (escapes % 2 === 0) return at + 1;
  }
}
