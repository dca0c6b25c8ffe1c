import { plainText, visibleCode } from "./plain-text.js";

const replacements: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * Makes text safe between tags and in a quoted attribute of HTML. The one function on this way: whatever of the
 * spec reaches a page has gone through it. Characters that no HTML document may hold become U+FFFD.
 */
export function escapeHtml(text: string): string {
  if (!/[&<>"'\u0000-\u0008\u000b-\u001f\u007f-\u009f\ud800-\udfff]/.test(text))
    return text;
  const escaped = text.replace(
    /[&<>"']/g,
    (character) => replacements[character] as string,
  );
  if (!/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ud800-\udfff]/.test(escaped))
    return escaped;
  return escaped
    .replace(/\r\n?/g, "\n")
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]|\p{Cs}/gu, "\ufffd");
}

/** Text of the spec, as `plainText` shows it, in HTML. */
export function textHtml(text: string): string {
  return /^[\t\n !#-%(-;=?-~]*$/.test(text)
    ? text
    : escapeHtml(plainText(text));
}

/** A name or value of the spec, as `visibleCode` shows it, in HTML. */
export function codeTextHtml(text: string): string {
  return /^[ !#-%(-;=?-~]*$/.test(text) ? text : escapeHtml(visibleCode(text));
}
