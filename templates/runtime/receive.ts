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
  Fields = Readonly<Record<never, never>>,
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

/** An answer, as far as it is used here. */
interface Read {
  /** Present where the body could not be read. */
  readonly text?: string;
  readonly contentType: unknown;
  readonly headers: unknown;
  readonly body: unknown;
  readonly issues: readonly Issue[];
}

/**
 * Verifies a received request, and reads it with the reader of a response that has the same headers and body; a
 * request without a body is read as a 204.
 */
export async function receiveRequest<Result>(
  request: Request,
  { verify, ...options }: ReceiveOptions,
  read: (response: Response, options: ReadOptions) => Promise<Read>,
): Promise<Result> {
  const { headers } = request;
  const bytes = new Uint8Array(await request.arrayBuffer());
  const isGenuine = verify === "unsigned" || (await verify({ headers, bytes }));
  if (!isGenuine) return { ok: false, status: 401, issues: [] } as Result;
  const response =
    bytes.length === 0
      ? new Response(null, { status: 204, headers })
      : new Response(bytes, { headers });
  const answer = await read(response, options);
  const { issues, contentType, body } = answer;
  const isMissing = hasKeyword(issues, "status");
  if (isMissing || answer.text !== undefined) {
    const missing: Issue[] = [];
    if (isMissing)
      addIssue(missing, "/body", "required", "the body is missing");
    const status = hasKeyword(issues, "contentType") ? 415 : 400;
    const found = isMissing ? missing : issues;
    return { ok: false, status, issues: found } as Result;
  }
  return {
    ...{ ok: true, contentType, body, issues },
    headers: answer.headers,
  } as Result;
}

function hasKeyword(issues: readonly Issue[], wanted: string): boolean {
  return issues.some(({ keyword }) => keyword === wanted);
}
