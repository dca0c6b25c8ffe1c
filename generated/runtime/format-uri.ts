import { isIpv6 } from "./format-ip.js";

/** RFC 3986 appendix A; every `%` has its two digits, so that the classes can be plain. */
const reference =
  /^(?!.*%(?![\da-f]{2}))([a-z][a-z\d+.-]*:)?(?:\/\/(?:[\w.~!$&'()*+,;=:%-]*@)?(?:\[(?:v[\da-f]+\.[\w.~!$&'()*+,;=:-]+|([\da-f:.]+))\]|[\w.~!$&'()*+,;=%-]*)(?::\d*)?(?![^/?#])|(?!\/\/))[\w.~!$&'()*+,;=:@%/-]*(?:\?[\w.~!$&'()*+,;=:@%/?-]*)?(?:#[\w.~!$&'()*+,;=:@%/?-]*)?$/i;

/** A URI (RFC 3986 §3): with a scheme. */
export function isUri(text: string): boolean {
  const [, scheme, address] = reference.exec(text) ?? [];
  return scheme !== undefined && (address === undefined || isIpv6(address));
}

/** A URI or a relative reference (RFC 3986 §4.1). */
export function isUriReference(text: string): boolean {
  const [found, scheme, address] = reference.exec(text) ?? [];
  return (
    found !== undefined &&
    // The first segment of a relative path has no colon: it would be taken for a scheme.
    (scheme !== undefined || !/^[^/?#]*:/.test(text)) &&
    (address === undefined || isIpv6(address))
  );
}
