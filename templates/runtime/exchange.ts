import type { OperationInfo } from "./operation.js";
import { redirected } from "./redirect.js";
import type { HttpBody, PlatformInit } from "./request.js";
import type { Outcome } from "./retry.js";

/** What hooks are told of the request. */
export interface HookContext {
  readonly operation: OperationInfo;
  /** How often the call has been sent, this time included. */
  readonly attempt: number;
  /** With its credentials: log neither its headers nor its query. */
  readonly request: Request;
}

/** Called for each request of a call: also after redirects, retries and the renewal of credentials. */
export interface Hooks {
  /** Called before a request is sent; may return another one. */
  readonly before?: (
    context: HookContext,
  ) => Request | void | Promise<Request | void>;
  /** Called with each response before it is read; awaited. Clone the response to read its body. */
  readonly after?: (
    context: HookContext & { readonly response: Response },
  ) => unknown;
  /** Called with what `fetch` rejected with; awaited. */
  readonly error?: (
    context: HookContext & { readonly error: unknown },
  ) => unknown;
}

/** What of a client's options is needed to send a request. */
export interface ExchangeOptions {
  /** Sends the requests, in place of the global `fetch`. Its second argument is `init`, if there is one. */
  readonly fetch?: (request: Request, init?: RequestInit) => Promise<Response>;
  /** What else the platform's `fetch` takes: `cache`, `credentials`, `keepalive`, `mode`, `next` … */
  readonly init?: PlatformInit;
  readonly hooks?: Hooks;
}

/**
 * Sends a request and calls the hooks. If it is guarded, redirects of a request with headers of its own are followed
 * here, and the headers left behind at another origin; `fetch` would take them along.
 */
export async function exchange(
  request: Request,
  {
    body,
    isGuarded: canGuard,
    ...facts
  }: Omit<HookContext, "request"> & {
    readonly body: HttpBody | undefined;
    readonly isGuarded: boolean;
  },
  { fetch = globalThis.fetch, init, hooks }: ExchangeOptions,
): Promise<Outcome> {
  // Frameworks read options of their own from the second argument alone.
  const { redirect: _, ...platform } = init ?? {};
  let next = request;
  for (let hops = 0; ; hops++) {
    const replaced = await hooks?.before?.({ ...facts, request: next });
    let sent = (replaced as Request | undefined) ?? next;
    // Any other header can hold a secret: of credentials, the input, options or a hook.
    let isGuarded = false;
    sent.headers.forEach((_, name) => {
      isGuarded ||= canGuard && !/^(accept|content-)/.test(name);
    });
    if (isGuarded) sent = new Request(sent, { redirect: "manual" });
    const context = { ...facts, request: sent };
    let response: Response;
    try {
      response = await (init ? fetch(sent, platform) : fetch(sent));
    } catch (error) {
      await hooks?.error?.({ ...context, error });
      return { error };
    }
    await hooks?.after?.({ ...context, response });
    // Types of platforms without such answers do not list them.
    const type: string = response.type;
    if (type === "opaqueredirect")
      throw new TypeError("a browser hides where the server redirects to");
    const following =
      isGuarded && hops < 20 ? redirected(sent, response, body) : undefined;
    if (following === undefined) return { response };
    await response.body?.cancel();
    next = following;
  }
}
