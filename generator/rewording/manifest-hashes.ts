/** The hashes of files, in hexadecimal digits, by path. */
export type Hashes = Readonly<Record<string, string>>;

/**
 * The text of a manifest with other hashes of the description and of some files; undefined where the old ones do not
 * stand where they should.
 */
export function replaceHashes(
  manifest: string,
  spec: readonly [before: string, after: string],
  before: Hashes,
  after: ReadonlyMap<string, string>,
): string | undefined {
  let text = replaceLine(manifest, "sha256", spec[0], spec[1]);
  for (const [path, hash] of after) {
    text = text && replaceLine(text, path, before[path] ?? "", hash);
  }
  return text;
}

function replaceLine(
  text: string,
  key: string,
  before: string,
  after: string,
): string | undefined {
  const start = `${JSON.stringify(key)}: "`;
  const line = `${start}${before}"`;
  const place = text.indexOf(line);
  if (place < 0 || place !== text.lastIndexOf(line)) return undefined;
  return `${text.slice(0, place)}${start}${after}"${text.slice(place + line.length)}`;
}
