const ipv4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/;

/** An IPv4 address in dotted-quad form (RFC 2673 §3.2). */
export function isIpv4(text: string): boolean {
  return ipv4.test(text);
}

/** An IPv6 address (RFC 4291 §2.2), without a zone. */
export function isIpv6(text: string): boolean {
  const halves = text.split("::");
  let groups = 0;
  for (const half of halves) {
    if (half === "") continue;
    for (const group of half.split(":")) {
      if (/^[\da-f]{1,4}$/i.test(group)) groups++;
      else if (isIpv4(group) && text.endsWith(`:${group}`)) groups += 2;
      else return false;
    }
  }
  return halves.length === 2 ? groups < 8 : halves.length < 2 && groups === 8;
}
