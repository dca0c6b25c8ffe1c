import type { AnyAnswer } from "./errors.js";
import type { Issue } from "./issues.js";
import { addIssue } from "./reading.js";
import type { ReadOptions } from "./response.js";
import type { Verifier } from "./standard-webhooks.js";

/** How a received request is read. */
export interface ReceiveOptions extends ReadOptions {
  /**
   * Says whether the request comes from the API: `standardWebhooks(secret)`, or a function of your own. `"unsigned"`
   * takes every request for genuine.
   */
  readonly verify: Verifier | "unsigned";
}

/** A webhook or a callback as described. Where it differs from its schema, `issues` says so. */
export interface Received<
  MediaType extends string | undefined,
  Body,
  Fields = object,
> {
  readonly ok: true;
  /** The media type as described; undefined without a body. */
  readonly contentType: MediaType;
  /** The headers that are described, parsed. */
  readonly headers: Fields;
  readonly body: Body;
  readonly issues: readonly Issue[];
}

/** A request that is not genuine, or cannot be read. */
export interface Refused {
  readonly ok: false;
  /** What to answer: 401 to a wrong signature, 415 to an undescribed content type, 400 to a broken or missing body. */
  readonly status: 400 | 401 | 415;
  readonly issues: readonly Issue[];
}

/**
 * Verifies a received request, and reads it with the reader of a response that has the same headers and body; a
 * request without a body is read as a 204.
 */
export async function receiveRequest<Result>(
  request: Request,
  { verify, ...options }: ReceiveOptions,
  read: (response: Response, options: ReadOptions) => Promise<AnyAnswer>,
): Promise<Result> {
  const { headers } = request;
  const bytes = new Uint8Array(await request.arrayBuffer());
  const isGenuine = verify === "unsigned" || (await verify({ headers, bytes }));
  if (!isGenuine) return { ok: false, status: 401, issues: [] } as Result;
  const response =
    bytes.length === 0
      ? new Response(null, { status: 204, headers })
      : new Response(bytes, { headers });
  const { kind, issues, ...answer } = await read(response, options);
  if (kind === "described") {
    const { contentType, headers, body } = answer;
    return { ok: true, contentType, headers, body, issues } as Result;
  }
  if (kind === "undescribed") {
    const missing: Issue[] = [];
    addIssue(missing, "/body", "required", "the body is missing");
    return { ok: false, status: 400, issues: missing } as Result;
  }
  const isOther = issues.some(({ keyword }) => keyword === "contentType");
  return { ok: false, status: isOther ? 415 : 400, issues } as Result;
}
