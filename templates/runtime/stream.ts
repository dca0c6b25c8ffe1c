import type { Collect } from "./places.js";
import { type BodyReader, check, parseJson, type Reading } from "./read.js";

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

/** A body of JSON Lines or `application/json-seq`: its items as they arrive. Broken lines are issues. */
export function readJsonLines(collect?: Collect): BodyReader {
  return items;

  async function* items(
    { response, issues }: Reading,
    isChecked: boolean,
  ): AsyncGenerator {
    let index = 0;
    for await (const line of linesOf(response)) {
      const text = line.replace(/^\u001e/, "").trim();
      if (text === "") continue;
      const pointer = `/body/${index++}`;
      const item = parseJson(text, pointer, issues);
      if (item === undefined) continue;
      if (isChecked) check(collect, item, pointer, issues);
      yield item;
    }
  }
}

/** A body of server-sent events, as they arrive; `collect` checks the event (OpenAPI 3.2, `itemSchema`). */
export function readEvents(collect?: Collect): BodyReader {
  return items;

  async function* items(
    { response, issues }: Reading,
    isChecked: boolean,
  ): AsyncGenerator<ServerSentEvent> {
    let index = 0;
    for await (const event of eventsOf(response)) {
      if (isChecked) check(collect, event, `/body/${index++}`, issues);
      yield event;
    }
  }
}

/** A body of server-sent events whose data is JSON; `collect` checks the data. */
export function readJsonEvents(collect?: Collect): BodyReader {
  return items;

  async function* items(
    { response, issues }: Reading,
    isChecked: boolean,
  ): AsyncGenerator<JsonEvent<unknown>> {
    let index = 0;
    for await (const { data: text, ...fields } of eventsOf(response)) {
      const pointer = `/body/${index++}/data`;
      const data = parseJson(text, pointer, issues);
      if (isChecked && data !== undefined)
        check(collect, data, pointer, issues);
      yield { ...fields, data, text };
    }
  }
}

/** The events of a body, as they arrive. */
export async function* eventsOf(
  response: Response,
): AsyncGenerator<ServerSentEvent> {
  let fields: Record<string, string> = {};
  for await (const line of linesOf(response)) {
    if (line === "") {
      const { data, event, id, retry } = fields;
      fields = {};
      if (data === undefined) continue;
      yield {
        ...(event === undefined ? {} : { event }),
        data,
        ...(id === undefined ? {} : { id }),
        ...(retry === undefined ? {} : { retry: Number(retry) }),
      };
      continue;
    }
    const [, name = "", value = ""] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
    if (name === "data")
      fields["data"] =
        fields["data"] === undefined ? value : `${fields["data"]}\n${value}`;
    else if (
      name === "event" ||
      (name === "id" && !value.includes("\0")) ||
      (name === "retry" && /^\d+$/.test(value))
    ) {
      fields[name] = value;
    }
  }
}

/** The lines of a body, however it is cut into chunks: they end in LF, CR LF or CR. */
export async function* linesOf(response: Response): AsyncGenerator<string> {
  const reader = response.body?.getReader();
  if (reader === undefined) return;
  const decoder = new TextDecoder();
  let rest = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      rest += decoder.decode(value, { stream: !done });
      const lines = rest.split(/\r\n|\n|\r(?!$)/);
      rest = lines.pop() ?? "";
      yield* lines;
      if (done) break;
    }
    if (rest !== "") yield rest.replace(/\r$/, "");
  } finally {
    await reader.cancel();
  }
}
