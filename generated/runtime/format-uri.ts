import { isIpv6 } from "./format-ip.js";

/** RFC 3986 appendix A, but for what follows a `%`, so that the classes can be plain. A host is tried before a user. */
const reference =
  /^([a-z][a-z\d+.-]*:)?(?:\/\/(?:[\w.~!$&'()*+,;=:%-]*@)??(?:\[(?:v[\da-f]+\.[\w.~!$&'()*+,;=:-]+|([\da-f:.]+))\]|[\w.~!$&'()*+,;=%-]*)(?::\d*)?(?![^/?#])|(?!\/\/))[\w.~!$&'()*+,;=:@%/-]*(?:\?[\w.~!$&'()*+,;=:@%/?-]*)?(?:#[\w.~!$&'()*+,;=:@%/?-]*)?$/i;

/** A URI (RFC 3986 §3): with a scheme. */
export function isUri(text: string): boolean {
  const found = reference.exec(text) ?? [];
  return found[1] !== undefined && isEncoded(text, found[2]);
}

/** A URI or a relative reference (RFC 3986 §4.1). */
export function isUriReference(text: string): boolean {
  const found = reference.exec(text);
  return (
    found !== null &&
    // The first segment of a relative path has no colon: it would be taken for a scheme.
    (found[1] !== undefined || !/^[^/?#]*:/.test(text)) &&
    isEncoded(text, found[2])
  );
}

/** Every `%` has its two digits, and what stands in brackets is an address. */
function isEncoded(text: string, address: string | undefined): boolean {
  return (
    !/%(?![\da-f]{2})/i.test(text) && (address === undefined || isIpv6(address))
  );
}
