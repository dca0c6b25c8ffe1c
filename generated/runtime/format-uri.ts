import { isIpv6 } from "./format-ip.js";

const reference =
  /^([a-z][a-z\d+.-]*:)?(?:\/\/(?:(?:[\w.~!$&'()*+,;=:-]|%[\da-f]{2})*@)?(?:\[([^\]]*)\]|(?:[\w.~!$&'()*+,;=-]|%[\da-f]{2})*)(?::\d*)?(?![^/?#])|(?!\/\/))((?:[\w.~!$&'()*+,;=:@/-]|%[\da-f]{2})*)(?:\?(?:[\w.~!$&'()*+,;=:@/?-]|%[\da-f]{2})*)?(?:#(?:[\w.~!$&'()*+,;=:@/?-]|%[\da-f]{2})*)?$/i;

/** A URI (RFC 3986 §3): with a scheme. */
export function isUri(text: string): boolean {
  return parts(text)?.[1] !== undefined;
}

/** A URI or a relative reference (RFC 3986 §4.1). */
export function isUriReference(text: string): boolean {
  const found = parts(text);
  // The first segment of a relative path has no colon: it would be taken for a scheme.
  return (
    found !== undefined && (found[1] !== undefined || !/^[^/?#]*:/.test(text))
  );
}

function parts(text: string): RegExpExecArray | undefined {
  const found = reference.exec(text);
  const literal = found?.[2];
  return found !== null && (literal === undefined || isIpLiteral(literal))
    ? found
    : undefined;
}

/** What stands in brackets as a host (RFC 3986 §3.2.2). */
function isIpLiteral(text: string): boolean {
  return isIpv6(text) || /^v[\da-f]+\.[\w.~!$&'()*+,;=:-]+$/i.test(text);
}
