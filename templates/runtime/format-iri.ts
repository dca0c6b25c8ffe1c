import { isUri, isUriReference } from "./format-uri.js";

/** An IRI (RFC 3987 §2.2): with a scheme. */
export function isIri(text: string): boolean {
  const uri = asUri(text);
  return uri !== undefined && isUri(uri);
}

/** An IRI or a relative reference (RFC 3987 §2.2). */
export function isIriReference(text: string): boolean {
  const uri = asUri(text);
  return uri !== undefined && isUriReference(uri);
}

/** The same text with a letter for every `ucschar`, and for every `iprivate` of a query. */
function asUri(text: string): string | undefined {
  const [beforeFragment = "", ...fragment] = text.split("#");
  const [path = "", ...query] = beforeFragment.split("?");
  const uri = [
    [path, ...query.map((part) => part.replace(/\p{Co}/gu, "x"))].join("?"),
    ...fragment,
  ].join("#");
  const ascii = uri.replace(
    /[\u{a0}-\u{d7ff}\u{f900}-\u{fdcf}\u{fdf0}-\u{ffef}]|(?!\p{Co}|\p{Noncharacter_Code_Point})[\u{10000}-\u{dffff}\u{e1000}-\u{efffd}]/gu,
    "x",
  );
  return /[^\0-\x7f]/.test(ascii) ? undefined : ascii;
}
