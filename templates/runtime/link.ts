/**
 * The target of the first link with the relation `next` in the field `Link` (RFC 8288 §3), which may be relative to
 * the URL of the response. Undefined if there is none.
 */
export function nextLink({ headers }: Response): string | undefined {
  let target = "";
  let name = "";
  let relation: string | undefined;
  let hasOwnContext = true;
  const isNext = (): boolean =>
    hasOwnContext && /(^|\s)next(\s|$)/i.test(relation ?? "");
  const tokens = (headers.get("link") ?? "").matchAll(
    /<([^>]*)>|"((?:[^"\\]|\\[^])*)"|([^\s<>;,="]+)|[;,=]/g,
  );
  for (const [token, uri, quoted, word] of tokens) {
    if (token === ",") {
      if (isNext()) return target;
      relation = undefined;
      hasOwnContext = true;
    }
    if (token === "," || token === ";") name = "";
    else if (uri !== undefined) target = uri;
    else if (name === "") name = token.toLowerCase();
    else if (token !== "=") {
      const text = word ?? quoted?.replace(/\\([^])/g, "$1");
      // Of several relations the first counts, and `anchor` is the context of something else.
      if (name === "rel") relation ??= text;
      if (name === "anchor") hasOwnContext = false;
    }
  }
  return isNext() ? target : undefined;
}
