/** A reference cut into its parts, or what is wrong with it. */
export type ParsedReference =
  | {
      readonly kind: "local";
      /** Decoded path of the file, relative to the referring one; empty for the same document. */
      readonly path: string;
      /** Decoded fragment, without `#`. */
      readonly fragment: string;
    }
  | {
      /** A URI with a scheme or a host. */
      readonly kind: "remote";
      /** Without the fragment. */
      readonly uri: string;
      readonly fragment: string;
    }
  | { readonly kind: "malformed"; readonly why: string };

/**
 * Takes a URI reference (RFC 3986 §4.1) apart. Percent-encoding is decoded before anything is looked at, so
 * that no encoded dot, slash or scheme passes unseen.
 */
export function parseReference(reference: string): ParsedReference {
  const hash = reference.indexOf("#");
  const encodedPath = hash < 0 ? reference : reference.slice(0, hash);
  const path = decode(encodedPath);
  const fragment = decode(hash < 0 ? "" : reference.slice(hash + 1));
  if (path === undefined || fragment === undefined) {
    return malformed("its percent-encoding is broken");
  }
  if (/^[a-z][a-z\d+.-]*:/i.test(path) || path.startsWith("//")) {
    return { kind: "remote", uri: encodedPath, fragment };
  }
  if (path.includes("\\")) {
    return malformed("a backslash is no separator in a URI");
  }
  if (/[\u0000-\u001f\u007f]/.test(path)) {
    return malformed("its path holds a control character");
  }
  if (encodedPath.includes("?")) {
    return malformed("a file has no query (`?`)");
  }
  return { kind: "local", path, fragment };
}

/** An absolute URI without its fragment, host and path normalized: `http://EXAMPLE.org` is `http://example.org/`. */
export function normalUri(uri: string): string {
  const [start = ""] = uri.split("#");
  return URL.canParse(start) ? new URL(start).href : start;
}

function malformed(why: string): ParsedReference {
  return { kind: "malformed", why };
}

function decode(text: string): string | undefined {
  try {
    return text.includes("%") ? decodeURIComponent(text) : text;
  } catch {
    return undefined;
  }
}
