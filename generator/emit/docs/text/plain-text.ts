/**
 * Text of the spec as the docs show it: no control characters but tab and line feed, no characters that turn the
 * direction of what follows (a page must not read otherwise than its source), no lone surrogates.
 */
export function plainText(text: string): string {
  if (/^[\t\n\u0020-\u007e]*$/.test(text)) return text;
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
    .replace(
      /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g,
      "",
    )
    .replace(/\p{Cs}/gu, "\ufffd");
}

/** The same on a single line: runs of white space become one space. */
export function lineText(text: string): string {
  return plainText(text).replace(/\s+/g, " ").trim();
}

/**
 * A name or value of the spec to be shown as code: every invisible character is written as its JSON escape, so
 * that what is read is what is there.
 */
export function visibleCode(text: string): string {
  if (/^[\u0020-\u007e]*$/.test(text)) return text;
  return text
    .replace(
      /[\u0000-\u001f\u007f-\u00a0\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\u3000\ufeff]/g,
      escapeUnit,
    )
    .replace(/\p{Cs}/gu, escapeUnit);
}

function escapeUnit(unit: string): string {
  if (unit === "\n") return "\\n";
  if (unit === "\t") return "\\t";
  if (unit === "\r") return "\\r";
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
