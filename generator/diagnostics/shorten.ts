/** Cuts the middle out of a text that is longer than `limit` UTF-16 code units. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const head = text.slice(0, Math.ceil(limit * 0.7));
  const tail = text.slice(text.length - Math.floor(limit * 0.2));
  return `${head} … ${tail}`.replace(/\p{Surrogate}/gu, "\ufffd");
}
