/** The URL that a text stands for; undefined where it is none. `URL.canParse` is younger than some platforms. */
export function parseUrl(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}
