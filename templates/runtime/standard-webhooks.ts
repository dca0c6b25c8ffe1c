/** What a verifier is given of a received request. */
export interface SignedRequest {
  readonly headers: Headers;
  /** The body as it was sent, byte by byte. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Says whether a request comes from whom it claims to come from. What it throws goes on to the caller. */
export type Verifier = (request: SignedRequest) => boolean | Promise<boolean>;

export interface StandardWebhooksOptions {
  /** Seconds by which the sender's clock may differ, and a request may be late. 300 where absent. */
  readonly tolerance?: number;
  /** What the names of the headers begin with: `webhook` where absent, `svix` of older senders. */
  readonly prefix?: string;
  /** The time in milliseconds; that of the platform where absent. */
  readonly now?: () => number;
}

/**
 * Verifies signatures as Standard Webhooks has them: HMAC-SHA256 over id, time and body, in the headers `webhook-id`,
 * `webhook-timestamp` and `webhook-signature`. Old and repeated requests are told apart by the time alone: remember
 * `webhook-id` where a request must count once.
 * @param secrets one, or several while they are exchanged: `whsec_` and base64, or base64 alone
 * @throws TypeError if a secret is empty or not base64; the message does not show it
 */
export function standardWebhooks(
  secrets: string | readonly string[],
  {
    tolerance = 300,
    prefix = "webhook",
    now = Date.now,
  }: StandardWebhooksOptions = {},
): Verifier {
  const keys = [secrets].flat().map(importKey);
  return async ({ headers, bytes }) => {
    const id = headers.get(`${prefix}-id`) ?? "";
    const time = headers.get(`${prefix}-timestamp`) ?? "";
    const isLate = Math.abs(now() / 1000 - Number(time)) > tolerance;
    if (id === "" || !/^\d+$/.test(time) || isLate) return false;
    const start = new TextEncoder().encode(`${id}.${time}.`);
    const signed = new Uint8Array(start.length + bytes.length);
    signed.set(start);
    signed.set(bytes, start.length);
    const signatures = (headers.get(`${prefix}-signature`) ?? "")
      .split(" ")
      .flatMap((one) => (/^v1,./.test(one) ? bytesOf(one.slice(3)) : []))
      .flatMap((one) => one ?? []);
    const all = await Promise.all(
      keys.flatMap((key) =>
        signatures.map(async (signature) =>
          crypto.subtle.verify("HMAC", await key, signature, signed),
        ),
      ),
    );
    return all.includes(true);
  };
}

function importKey(secret: string): ReturnType<typeof crypto.subtle.importKey> {
  const bytes = bytesOf(secret.replace(/^whsec_/, ""));
  if (bytes === undefined || bytes.length === 0)
    throw new TypeError("the secret of the webhook is not base64");
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  return crypto.subtle.importKey("raw", bytes, algorithm, false, ["verify"]);
}

/** The bytes of base64; undefined where it is none. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(text), (unit) => unit.charCodeAt(0));
  } catch {
    return undefined;
  }
}
