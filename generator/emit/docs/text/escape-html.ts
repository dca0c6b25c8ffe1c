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
  return text
    .replace(/[&<>"']/g, (character) => replacements[character] as string)
    .replace(/\r\n?/g, "\n")
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]|\p{Cs}/gu, "\ufffd");
}
