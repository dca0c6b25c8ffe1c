import { hasOwn } from "./data.js";
import { bodyText } from "./body-text.js";
import type { Issue } from "./issues.js";
import type { Converter } from "./mapped.js";
import type { Collect } from "./locations.js";
import { check, parseJson } from "./read.js";
import type { BodyReader } from "./reading.js";
import { eventStream, readItems } from "./stream.js";

/** Makes another value of JSON text than `JSON.parse` does, as `parse` will take it. */
export type ReadText = (
  text: string,
  value: unknown,
  parse: Converter,
) => unknown;

/** Takes a value from its text to memory. Undefined, and an issue, where the text is broken. */
type ReadValue = (
  text: string,
  pointer: string,
  issues: Issue[],
  isChecked: boolean,
) => unknown;

/** Values are checked as they are on the wire, and become another thing in memory then. */
function valueReader(
  collect: Collect | undefined,
  parse: Converter,
  readText: ReadText | undefined,
): ReadValue {
  return (text, pointer, issues, isChecked) => {
    let value = parseJson(text, pointer, issues);
    if (value === undefined) return undefined;
    try {
      value = readText?.(text, value, parse) ?? value;
    } catch {
      // Nested too deep to look at every digit: rounded integers are better than nothing.
    }
    if (isChecked) check(collect, value, pointer, issues);
    return parse(value as never, { pointer, depth: 0, issues });
  };
}

/**
 * A body of JSON that becomes another thing in memory once it is checked. What cannot is an issue, and stays.
 * @param readText where integers have to keep all their digits
 */
export function readJsonAs(
  collect: Collect | undefined,
  parse: Converter,
  readText?: ReadText,
): BodyReader {
  const read = valueReader(collect, parse, readText);
  return async (reading, isChecked) => {
    const text = await bodyText(reading);
    const value = read(text, "/body", reading.issues, isChecked);
    if (value === undefined) reading.text = text;
    return value;
  };
}

/** The same of each item of JSON Lines or `application/json-seq`. */
export function readJsonLinesAs(
  collect: Collect | undefined,
  parse: Converter,
  readText?: ReadText,
): BodyReader {
  const read = valueReader(collect, parse, readText);
  return (reading, isChecked) =>
    readItems(reading, (text, pointer) =>
      read(text, pointer, reading.issues, isChecked),
    );
}

/** The same of the data of each server-sent event. */
export function readJsonEventsAs(
  collect: Collect | undefined,
  parse: Converter,
  readText?: ReadText,
): BodyReader {
  const read = valueReader(collect, parse, readText);
  return (reading, isChecked) =>
    eventStream(reading, ({ data: text, ...fields }, pointer) => ({
      ...fields,
      data: read(text, `${pointer}/data`, reading.issues, isChecked),
      text,
    }));
}

/** Server-sent events, each of which becomes another thing in memory once it is checked. */
export function readEventsAs(
  collect: Collect | undefined,
  parse: Converter,
): BodyReader {
  return (reading, isChecked) =>
    eventStream(reading, (event, pointer) => {
      const { issues } = reading;
      if (isChecked) check(collect, event, pointer, issues);
      return parse(event as never, { pointer, depth: 0, issues });
    });
}

/** A body of text that becomes another thing in memory once it is checked. */
export function readTextAs(
  collect: Collect | undefined,
  parse: Converter,
): BodyReader {
  return async (reading, isChecked) => {
    const { issues } = reading;
    const text = await bodyText(reading);
    if (isChecked) check(collect, text, "/body", issues);
    return parse(text as never, { pointer: "/body", depth: 0, issues });
  };
}

/** An answer whose headers become another thing in memory, by status as the readers have them. */
export async function withHeadersAs<Result>(
  answer: Promise<Result>,
  parsers: Readonly<Record<string, Converter | undefined>>,
): Promise<Result> {
  const result = (await answer) as Result & {
    readonly kind: string;
    readonly status: number;
    readonly headers: object;
    readonly issues: Issue[];
  };
  const { kind, status, headers, issues } = result;
  if (kind === "undescribed") return result;
  const range = `${Math.floor(status / 100)}XX`;
  const key = [String(status), range, "default"].find((one) =>
    hasOwn(parsers, one),
  );
  const parse = parsers[key ?? ""];
  if (parse === undefined) return result;
  const place = { pointer: "/headers", depth: 0, issues };
  return { ...result, headers: parse(headers as never, place) };
}
