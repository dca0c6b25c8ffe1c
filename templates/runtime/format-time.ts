const date =
  /^\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31|02-29)$/;
const time =
  /^(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i;
const localTime = /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?$/;
const duration =
  /^P(?!$)(?:\d+W|(?:\d+Y(?:\d+M(?:\d+D)?)?|\d+M(?:\d+D)?|\d+D)?(?:T(?:\d+H(?:\d+M(?:\d+S)?)?|\d+M(?:\d+S)?|\d+S))?)$/;
const httpDate =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (?:0[1-9]|[12]\d|3[01]) (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} (?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60) GMT$/;

/** `full-date` (RFC 3339 §5.6): a day that there is. */
export function isDate(text: string): boolean {
  return date.test(text) && (!text.endsWith("02-29") || isLeapYear(text));
}

function isLeapYear(text: string): boolean {
  const year = Number(text.slice(0, 4));
  return year % 4 === 0 && (year % 100 > 0 || year % 400 === 0);
}

/** `full-time` (RFC 3339 §5.6): with an offset; a leap second only at the end of a day in UTC. */
export function isTime(text: string): boolean {
  return time.test(text) && (text[6] !== "6" || endsDay(text));
}

/** Whether the minute of a time is the last one of a day in UTC. */
function endsDay(text: string): boolean {
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(text) ?? [];
  const local = Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));
  const offset = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  const utc = sign === "-" ? local + offset : local - offset;
  return (utc + 1440) % 1440 === 1439;
}

/** `date-time` (RFC 3339 §5.6). */
export function isDateTime(text: string): boolean {
  return (
    isDate(text.slice(0, 10)) &&
    (text[10] === "T" || text[10] === "t") &&
    isTime(text.slice(11))
  );
}

/** A time without an offset. */
export function isTimeLocal(text: string): boolean {
  return localTime.test(text);
}

/** A date and a time without an offset. */
export function isDateTimeLocal(text: string): boolean {
  return (
    isDate(text.slice(0, 10)) && text[10] === "T" && isTimeLocal(text.slice(11))
  );
}

/** A duration (RFC 3339 appendix A). */
export function isDuration(text: string): boolean {
  return duration.test(text);
}

/** `IMF-fixdate` (RFC 9110 §5.6.7). */
export function isHttpDate(text: string): boolean {
  return httpDate.test(text);
}
