import { parseUrl } from "./url.js";

const ipv4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/;

/** An IPv4 address in dotted-quad form (RFC 2673 §3.2). */
export function isIpv4(text: string): boolean {
  return ipv4.test(text);
}

/** An IPv6 address (RFC 4291 §2.2), without a zone: what the URL parser of the platform takes as a host. */
export function isIpv6(text: string): boolean {
  return (
    /^[\da-f:.]+$/i.test(text) && parseUrl(`http://[${text}]`) !== undefined
  );
}
