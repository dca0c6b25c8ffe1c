import { plainText, visibleCode } from "./plain-text.js";

const replacements: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * Makes text safe between tags and in a quoted attribute of HTML. Whatever of the description reaches a page has gone
 * through it or through `escapeText`. Characters that no HTML document may hold become U+FFFD.
 */
export function escapeHtml(text: string): string {
  if (!/[&<>"'\u0000-\u0008\u000b-\u001f\u007f-\u009f\ud800-\udfff]/.test(text))
    return text;
  const escaped = text.replace(
    /[&<>"']/g,
    (character) => replacements[character] as string,
  );
  return withoutControls(escaped);
}

/** Makes text safe between tags of HTML, where quotes are text; not in an attribute. */
export function escapeText(text: string): string {
  if (!/[&<>\u0000-\u0008\u000b-\u001f\u007f-\u009f\ud800-\udfff]/.test(text))
    return text;
  return withoutControls(
    text.replace(/[&<>]/g, (character) => replacements[character] as string),
  );
}

function withoutControls(text: string): string {
  if (!/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ud800-\udfff]/.test(text))
    return text;
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]|\p{Cs}/gu, "\ufffd");
}

/** Text of the description, as `plainText` shows it, between tags of HTML. */
export function textHtml(text: string): string {
  return /^[\t\n !-%'-;=?-~]*$/.test(text) ? text : escapeText(plainText(text));
}

/** Text of the description, as `plainText` shows it, in a quoted attribute of HTML. */
export function attributeHtml(text: string): string {
  return escapeHtml(plainText(text));
}

/** A name or value of the description, as `visibleCode` shows it, between tags of HTML. */
export function codeTextHtml(text: string): string {
  return /^[ !-%'-;=?-~]*$/.test(text) ? text : escapeText(visibleCode(text));
}
