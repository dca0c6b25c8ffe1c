import { sleep } from "./sleep.js";
import type { EventStream, ServerSentEvent } from "./stream.js";

/** What each connection is made with. */
export interface Connection {
  /** `Last-Event-ID`, once an event had an id. */
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

export interface ReconnectOptions {
  /** Ends the events: reading them rejects with its reason. */
  readonly signal?: AbortSignal;
  /** Milliseconds to wait, until the server says another number (`retry`). 3000 where absent. */
  readonly retry?: number;
  /** Connections in a row that may fail before the error is thrown; any number where absent. */
  readonly attempts?: number;
}

/** An answer whose body is an event stream, as far as it is read here. */
interface EventAnswer {
  readonly status: number;
  readonly body?: unknown;
}

/** The events of an answer. */
type EventOf<Answer> = Answer extends {
  readonly body: EventStream<infer Event>;
}
  ? Event
  : never;

/**
 * Reads events, and connects again when the connection ends (HTML, "Server-sent events"): after the time that the
 * server asks for, twice as long after each further failure, up to a minute, with the id of the last event. A status
 * of 204 ends it. The error of the first connection is thrown, and so is every later one that repeating cannot mend.
 * @param connect calls the operation, with these headers and this signal
 * @throws TypeError if an answer is something other than an event stream
 */
export async function* reconnect<Answer extends EventAnswer>(
  connect: (connection: Connection) => Promise<Answer>,
  {
    signal = new AbortController().signal,
    retry = 3000,
    attempts = Infinity,
  }: ReconnectOptions = {},
): AsyncGenerator<EventOf<Answer>> {
  let lastEventId = "";
  let isConnected = false;
  for (let failures = 0; ;) {
    try {
      const headers: Record<string, string> =
        lastEventId === "" ? {} : { "last-event-id": utf8(lastEventId) };
      const { status, body } = await connect({ headers, signal });
      if (status === 204) return;
      if (!isEventStream(body)) throw new NoEventStream(status);
      isConnected = true;
      try {
        for await (const event of body) {
          failures = 0;
          if ((event as Partial<ServerSentEvent>).id === "") lastEventId = "";
          yield event as EventOf<Answer>;
        }
      } finally {
        lastEventId = body.lastEventId || lastEventId;
        retry = body.retry ?? retry;
      }
    } catch (error) {
      failures++;
      const isFinal = signal.aborted || failures >= attempts;
      if (!isConnected || isFinal || isHopeless(error)) throw error;
    }
    const wait =
      Math.max(retry, failures && 1) * 2 ** Math.max(failures - 1, 0);
    await sleep(Math.min(wait, Math.max(retry, longestWait)), signal);
  }
}

const longestWait = 60_000;

/** Text as `fetch` takes it in a header: with a character for each byte of its UTF-8. */
function utf8(text: string): string {
  return String.fromCharCode(...new TextEncoder().encode(text));
}

class NoEventStream extends TypeError {
  readonly status: number;
  constructor(status: number) {
    super(`status ${status} came in place of an event stream`);
    this.status = status;
  }
}

/** Whether the same request would fail again: the server refuses it, or an event is too long. */
function isHopeless(error: unknown): boolean {
  if (error instanceof RangeError) return true;
  const { status } = Object(error) as { readonly status?: unknown };
  return typeof status === "number" && status < 500 && status !== 429;
}

function isEventStream(body: unknown): body is EventStream<unknown> {
  return typeof body === "object" && body !== null && "lastEventId" in body;
}
