import { attempt, type MappingLocation } from "./mapped.js";

const start: MappingLocation = { pointer: "", depth: 0 };

/** A date and time on the wire (RFC 3339) as a `Date`, which keeps milliseconds. */
export function parseDate(
  value: unknown,
  at: MappingLocation = start,
): unknown {
  return typeof value === "string" && at.exact === undefined
    ? attempt(value, at, "parse", dateOf, "is no date")
    : value;
}

/** A `Date` as a date and time in UTC. */
export function serializeDate(
  value: unknown,
  at: MappingLocation = start,
): unknown {
  return value instanceof Date
    ? attempt(value, at, "serialize", textOf, "is no valid date")
    : value;
}

/** A `Date` as its day in UTC (RFC 3339 `full-date`); such a day is read by `parseDate`, as its first moment. */
export function serializeDay(
  value: unknown,
  at: MappingLocation = start,
): unknown {
  return value instanceof Date
    ? attempt(value, at, "serialize", dayOf, "is no valid date")
    : value;
}

function dateOf(text: string): Date {
  // A leap second is no moment of its own to a `Date`.
  const date = new Date(text.replace(/^(.{17})60/, (_, head) => `${head}59`));
  if (!/^\d{4}-\d\d-\d\d/.test(text) || Number.isNaN(date.getTime())) {
    throw new RangeError("not a date");
  }
  return date;
}

function textOf(date: Date): string {
  return date.toISOString();
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
