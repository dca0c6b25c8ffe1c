/**
 * Makes text safe for a terminal: control characters, direction marks and lone surrogates are shown as
 * `\u{…}`, so that a spec cannot move the cursor, hide text or colour it. So is what starts a command to a build service
 * wherever it stands in a line of a log: `##[` (GitHub), `##vso[` (Azure).
 */
export function visible(text: string): string {
  return text.replace(
    /[\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|\p{Surrogate}|#(?=#\w*\[)/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}

/** Cuts the middle out of a text that is longer than `limit` UTF-16 code units. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const head = text.slice(0, Math.ceil(limit * 0.7));
  const tail = text.slice(text.length - Math.floor(limit * 0.2));
  return `${head} … ${tail}`.replace(/\p{Surrogate}/gu, "\ufffd");
}
