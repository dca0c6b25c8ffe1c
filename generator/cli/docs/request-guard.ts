import type { IncomingMessage } from "node:http";

/** Who a request has to come from. */
export interface Guarded {
  readonly port: number;
  /** Whether it has to say that a page of this server sent it: it does something, or tells what others may not know. */
  readonly isOwnPageOnly: boolean;
}

/**
 * Why a request is refused; undefined if it is fine. A name that resolves to this machine (DNS rebinding) is found by
 * `Host`; a page of another website by `Origin` and `Sec-Fetch-Site` (Fetch Metadata).
 */
export function refusalOf(
  { headers }: Pick<IncomingMessage, "headers">,
  { port, isOwnPageOnly }: Guarded,
): string | undefined {
  const { host = "", origin } = headers;
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  // Browsers leave the port of http out.
  if (port === 80) hosts.push("127.0.0.1", "localhost");
  if (!hosts.includes(host)) return `This server is not ${host}.`;
  const site = headers["sec-fetch-site"];
  const isOwnOrigin = origin === `http://${host}`;
  if (origin !== undefined && !isOwnOrigin)
    return `Pages of ${origin} may not ask this server.`;
  const isFollowed = headers["sec-fetch-mode"] === "navigate";
  const isForeign =
    site === "cross-site" || site === "same-site" ? !isFollowed : false;
  if (isForeign) return "Pages of other websites may not ask this server.";
  if (isOwnPageOnly && !isOwnOrigin && site !== "same-origin")
    return "Only pages of this server may ask for this.";
  return undefined;
}
