/**
 * Whether a link of the spec may become a link of the docs: absolute with http, https or mailto, or relative
 * (a path, a query, a fragment). Everything else, `javascript:` and `//host` among it, stays text.
 */
export function isSafeUrl(url: string): boolean {
  if (/[\u0000-\u0020\u007f-\u009f\\]/.test(url)) return false;
  if (/^(?:https?:\/\/|mailto:)/i.test(url)) return true;
  return url !== "" && !/^(?:\/\/|[^/?#]*:)/.test(url);
}
