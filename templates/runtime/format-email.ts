import { isIpv4, isIpv6 } from "./format-ip.js";

const local =
  /^(?:[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*|"(?:[ !#-[\]-~]|\\[ -~])*")$/;
const domain =
  /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)*$/i;

/** A mailbox (RFC 5321 §4.1.2): of a domain or of an address in brackets. */
export function isEmail(text: string): boolean {
  const at = text.lastIndexOf("@");
  if (at < 1 || at > 64 || text.length > 320) return false;
  return local.test(text.slice(0, at)) && isDomain(text.slice(at + 1));
}

/** A mailbox with characters beyond ASCII (RFC 6531 §3.3). */
export function isIdnEmail(text: string): boolean {
  return text.length < 641 && isEmail(text.replace(/[^\0-\x7f]/gu, "x"));
}

function isDomain(text: string): boolean {
  if (!text.startsWith("[")) return domain.test(text);
  if (!text.endsWith("]")) return false;
  const address = text.slice(1, -1);
  return /^ipv6:/i.test(address) ? isIpv6(address.slice(5)) : isIpv4(address);
}
