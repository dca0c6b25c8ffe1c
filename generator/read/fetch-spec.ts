import { Readable } from "node:stream";
import type { LimitName } from "../diagnostics/limits.js";
import type { ReadableStream } from "node:stream/web";

/** Limits of what is read from a URL or from standard input. */
export interface FetchLimits {
  readonly bytes: number;
  /** For all redirects and the body together. */
  readonly milliseconds: number;
}

const mostRedirects = 5;

/** Why a description could not be fetched: the end of a sentence that begins with its URL, and what to do. */
export class FetchError extends Error {
  readonly fix: string | undefined;
  /** The limit of the run that is exceeded, if one is. */
  readonly limit: LimitName | undefined;

  constructor(message: string, fix?: string, limit?: LimitName) {
    super(message);
    this.fix = fix;
    this.limit = limit;
  }
}

/** What a URL gave. */
export interface Fetched {
  readonly bytes: Uint8Array;
  /** Where the last redirect led, or the URL itself. */
  readonly url: URL;
}

/**
 * Fetches the description that the user has named by its URL. Sends no credentials and no cookies, follows at most
 * five redirects, never from `https:` to `http:`, and reads no more than the limits allow.
 * @throws FetchError
 */
export async function fetchSpec(
  start: URL,
  limits: FetchLimits,
): Promise<Fetched> {
  const signal = AbortSignal.timeout(limits.milliseconds);
  try {
    let url = start;
    for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
      refuseCredentials(url);
      const response = await fetch(url, {
        redirect: "manual",
        credentials: "omit",
        headers: {
          accept: "application/yaml, application/json, text/yaml, */*;q=0.1",
        },
        signal,
      });
      const location = response.headers.get("location");
      if (response.status >= 300 && response.status < 400 && location) {
        await response.body?.cancel();
        url = redirectTarget(location, url);
        continue;
      }
      if (!response.ok) {
        await response.body?.cancel();
        throw new FetchError(`answers with status ${response.status}`);
      }
      const body: AsyncIterable<Uint8Array> | [] = response.body
        ? Readable.fromWeb(response.body as ReadableStream<Uint8Array>)
        : [];
      const bytes = await readLimited(body, limits.bytes);
      return { bytes, url };
    }
    throw new FetchError(`redirects more than ${mostRedirects} times`);
  } catch (error) {
    if (error instanceof FetchError) throw error;
    if (signal.aborted) {
      throw new FetchError(
        `did not answer within ${limits.milliseconds / 1000} seconds`,
        undefined,
        "fetchSeconds",
      );
    }
    throw new FetchError(`cannot be fetched (${reasonOf(error)})`);
  }
}

/**
 * Joins the chunks of a description.
 * @throws FetchError where there are more bytes than that
 */
export async function readLimited(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  most: number,
): Promise<Uint8Array> {
  const read: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > most) {
      throw new FetchError(
        `gives more than ${Number((most / 2 ** 20).toFixed(2))} MiB`,
        undefined,
        "fileSize",
      );
    }
    read.push(chunk);
  }
  return Buffer.concat(read);
}

/**
 * The URL that a redirect names.
 * @throws FetchError where it must not be followed
 */
export function redirectTarget(location: string, from: URL): URL {
  if (!URL.canParse(location, from.href)) {
    throw new FetchError("redirects to something that is no URL");
  }
  const url = new URL(location, from);
  if (url.protocol !== "https:" && url.protocol !== "http:") {
    throw new FetchError(`redirects to a URL with "${url.protocol}"`);
  }
  if (from.protocol === "https:" && url.protocol === "http:") {
    throw new FetchError("redirects from https to http");
  }
  return url;
}

function refuseCredentials({ username, password }: URL): void {
  if (username === "" && password === "") return;
  throw new FetchError(
    "has a user name or a password in it, which specwright does not send",
    "Fetch the description with a tool that knows the credentials, and pipe it: curl … | specwright generate -",
  );
}

/** What the operating system says; `fetch` hides it in the cause. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  if (!(cause instanceof Error)) return String(cause);
  const code = "code" in cause ? String(cause.code) : "";
  return code === "" ? cause.message : code;
}
