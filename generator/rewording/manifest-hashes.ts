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
  const files = [...after].sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = [
    ["sha256", ...spec] as const,
    ...files.map(([path, hash]) => [path, before[path] ?? "", hash] as const),
  ];
  // The manifest lists files in that order, so that one way through it leads to all.
  let text = "";
  let from = 0;
  for (const [key, old, own] of lines) {
    const start = `${JSON.stringify(key)}: "`;
    const place = manifest.indexOf(`${start}${old}"`, from);
    if (place < 0) return undefined;
    text += `${manifest.slice(from, place)}${start}${own}`;
    from = place + start.length + old.length;
  }
  return text + manifest.slice(from);
}
