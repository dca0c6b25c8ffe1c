import { credentialsFor, type Renewal } from "./credentials.js";
import { exchange, type ExchangeOptions } from "./exchange.js";
import { fieldValue } from "./header.js";
import type { OperationInfo } from "./operation.js";
import {
  type HttpBody,
  type HttpRequest,
  isForReceiver,
  isStream,
  type PlatformInit,
  toRequest,
} from "./request.js";
import type { ReadOptions } from "./response.js";
import type { Outcome, Retry } from "./retry.js";
import { anySignal, canEnd, deadlineIn } from "./signals.js";

/** What a call may be given, and what a client gives to all of its calls. */
export interface CallOptions {
  /** Where the API is, whatever server the operation has. A webhook needs one in its call: the subscriber's URL. */
  readonly baseUrl?: string | URL;
  /**
   * Credentials by the name of their security scheme, in place of the client's. A subscriber gets none of the client:
   * a webhook that asks for credentials needs them in its call.
   */
  readonly auth?: unknown;
  /** Further headers, or a function that gives them whenever a request is sent. Headers of the input come before them. */
  readonly headers?: HeaderSource;
  readonly signal?: AbortSignal;
  /** Milliseconds for the whole call, until the response is read; of a stream, until it is over. `Infinity`: no end. */
  readonly timeout?: number;
  /** Milliseconds for each attempt, until its response begins. */
  readonly attemptTimeout?: number;
  /** Sends again what failed: `retries({ limit: 2 })`. If absent, nothing is sent again. */
  readonly retry?: Retry;
  /** What else the platform's `fetch` takes: `cache`, `credentials`, `keepalive`, `mode`, `next` … */
  readonly init?: PlatformInit;
  /** Makes what is sent of the body, at each attempt: `uploadProgress(report)` of `runtime/upload`. */
  readonly upload?: (body: HttpBody) => HttpBody;
  /** How the response is read, for example `{ validate: false }`. */
  readonly read?: ReadOptions;
}

/** What a client alone is given. */
export interface SharedOptions extends CallOptions, ExchangeOptions {
  /** Other URLs of single servers, by the URL that they have in the description. */
  readonly servers?: Readonly<Record<string, string | URL>>;
}

export type HeaderFields = Readonly<Record<string, string | undefined>>;

export type HeaderSource =
  | HeaderFields
  | ((operation: OperationInfo) => HeaderFields | Promise<HeaderFields>);

/** How a call is sent, all told. */
export interface Sending extends Omit<SharedOptions, "headers"> {
  readonly headers: readonly HeaderSource[];
  readonly renewal?: Renewal | undefined;
}

/** The options of a client and of a call together. A subscriber gets neither the client's URL nor its headers nor its credentials. */
export function sendingOf(
  request: HttpRequest,
  client: SharedOptions & Pick<Sending, "auth" | "renewal">,
  own: CallOptions,
): Sending {
  const {
    auth: _,
    baseUrl: _url,
    headers,
    renewal: _renewal,
    ...shared
  } = client;
  const isOurs = !isForReceiver(request);
  const timeout = own.timeout ?? client.timeout;
  const signal = anySignal(
    client.signal,
    own.signal,
    canEnd(timeout) ? AbortSignal.timeout(timeout) : undefined,
  );
  return {
    ...(isOurs ? client : shared),
    ...defined(own),
    // What renews the client's credentials does not renew those of a call.
    ...(own.auth !== undefined && { renewal: undefined }),
    headers: [(isOurs && headers) || {}, own.headers ?? {}],
    ...(signal && { signal }),
    ...(client.init && { init: { ...client.init, ...own.init } }),
  };
}

/** Sends a request until there is an answer; rejects with what `fetch` rejected with. */
export async function sendRequest(
  request: HttpRequest,
  operation: OperationInfo,
  sending: Sending,
): Promise<Response> {
  const { auth, attemptTimeout, init, renewal, retry, signal } = sending;
  let attempt = 0;
  const sendOnce = async (extra: HeaderFields): Promise<Outcome> => {
    const credentials = await credentialsFor(request, auth);
    const headers = await headersOf([extra, ...sending.headers], operation);
    const isGuarded = (request.redirect ?? init?.redirect) === undefined;
    const deadline = canEnd(attemptTimeout)
      ? deadlineIn(attemptTimeout)
      : undefined;
    const until = anySignal(signal, deadline?.signal);
    try {
      const made = toRequest(request, {
        ...sending,
        auth: credentials,
        headers,
        ...(until && { signal: until }),
      });
      attempt++;
      const facts = { operation, attempt, body: request.body, isGuarded };
      return await exchange(made, facts, sending);
    } finally {
      deadline?.clear();
    }
  };
  const send = async (extra: HeaderFields = {}): Promise<Outcome> => {
    // A call without credentials may be the one that the renewal itself makes.
    const since = request.security && (await renewal?.ready());
    const outcome = await sendOnce(extra);
    const isRefused = outcome.response?.status === 401;
    if (since === undefined || !isRefused || isStream(request.body))
      return outcome;
    if (!(await renewal?.renew(since))) return outcome;
    await outcome.response?.body?.cancel();
    return sendOnce(extra);
  };
  const outcome = await (retry?.({ send, operation, request, signal }) ??
    send());
  if (outcome.response === undefined) throw outcome.error;
  return outcome.response;
}

/** The caller's headers, names in lower case; later ones come before earlier ones. */
async function headersOf(
  sources: readonly HeaderSource[],
  operation: OperationInfo,
): Promise<Record<string, string>> {
  const all: Record<string, string> = {};
  for (const source of sources) {
    const given = typeof source === "function" ? source(operation) : source;
    for (const [name, value] of Object.entries(defined(await given)))
      all[name.toLowerCase()] = fieldValue(name, String(value));
  }
  return all;
}

/** The members that are not undefined. */
function defined<T extends object>(all: T): T {
  return Object.fromEntries(
    Object.entries(all).filter(([, value]) => value !== undefined),
  ) as T;
}
