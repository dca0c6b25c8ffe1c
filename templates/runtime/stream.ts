import { checkedLength, linesOf } from "./lines.js";
import type { Collect } from "./locations.js";
import { check, parseJson } from "./read.js";
import type { BodyReader, Reading } from "./reading.js";

/** An event of `text/event-stream` (HTML, "Server-sent events"): the fields that it has. */
export interface ServerSentEvent {
  readonly event?: string;
  readonly data: string;
  readonly id?: string;
  /** In milliseconds. */
  readonly retry?: number;
}

/** An event whose data is JSON. */
export interface JsonEvent<Data> extends Omit<ServerSentEvent, "data"> {
  /** Undefined where the text is not JSON. */
  readonly data: Data | undefined;
  /** The data as received. */
  readonly text: string;
}

/** The events of a body, as they arrive. */
export interface EventStream<Event> extends AsyncIterable<Event> {
  /** The id of the last event that had one, for `Last-Event-ID` when you connect again; empty where none had. */
  readonly lastEventId: string;
  /** Milliseconds to wait before you connect again; undefined where the server has not said so. */
  readonly retry: number | undefined;
}

/** A body of JSON Lines or `application/json-seq`: its items as they arrive. Broken lines are issues. */
export function readJsonLines(collect?: Collect): BodyReader {
  return (reading, isChecked) =>
    readItems(reading, (text, pointer) => {
      const { issues } = reading;
      const item = parseJson(text, pointer, issues);
      if (isChecked && item !== undefined)
        check(collect, item, pointer, issues);
      return item;
    });
}

/** The items of JSON Lines; what `read` makes undefined is left out. */
export async function* readItems(
  reading: Reading,
  read: (text: string, pointer: string) => unknown,
): AsyncGenerator {
  let index = 0;
  for await (const line of linesOf(reading)) {
    const text = line.replace(/^\u001e/, "").trim();
    if (text === "") continue;
    const item = read(text, `/body/${index++}`);
    if (item !== undefined) yield item;
  }
}

/** A body of server-sent events, as they arrive; `collect` checks the event (OpenAPI 3.2, `itemSchema`). */
export function readEvents(collect?: Collect): BodyReader {
  return (reading, isChecked) =>
    eventStream(reading, (event, pointer) => {
      if (isChecked) check(collect, event, pointer, reading.issues);
      return event;
    });
}

/** A body of server-sent events whose data is JSON; `collect` checks the data. */
export function readJsonEvents(collect?: Collect): BodyReader {
  return (reading, isChecked) =>
    eventStream(reading, ({ data: text, ...fields }, place) => {
      const { issues } = reading;
      const pointer = `${place}/data`;
      const data = parseJson(text, pointer, issues);
      if (isChecked && data !== undefined)
        check(collect, data, pointer, issues);
      return { ...fields, data, text };
    });
}

/** The events of a body (HTML, "Interpreting an event stream"), each as `read` makes it. */
export function eventStream<Event>(
  reading: Reading,
  read: (event: ServerSentEvent, pointer: string) => Event,
): EventStream<Event> {
  const stream = {
    lastEventId: "",
    retry: undefined as number | undefined,
    [Symbol.asyncIterator]: () => iterator,
  };
  const iterator = events();
  return stream;

  async function* events(): AsyncGenerator<Event> {
    let fields: Partial<Record<string, string>> = {};
    let index = 0;
    for await (const line of linesOf(reading)) {
      if (line === "") {
        const { data, event, id, retry } = fields;
        fields = {};
        if (id !== undefined) stream.lastEventId = id;
        if (retry !== undefined) stream.retry = Number(retry);
        if (data === undefined) continue;
        const pointer = `/body/${index++}`;
        yield read(
          {
            ...(event === undefined ? {} : { event }),
            data,
            ...(id === undefined ? {} : { id }),
            ...(retry === undefined ? {} : { retry: Number(retry) }),
          },
          pointer,
        );
        continue;
      }
      const [, name = "", value = ""] =
        /^([^:]*)(?:: ?([^]*))?$/.exec(line) ?? [];
      if (name === "data") {
        const before = fields["data"];
        fields["data"] = before === undefined ? value : `${before}\n${value}`;
        checkedLength(fields["data"].length, reading);
      } else if (
        name === "event" ||
        (name === "id" && !value.includes("\0")) ||
        (name === "retry" && /^\d+$/.test(value))
      ) {
        fields[name] = value;
      }
    }
  }
}
