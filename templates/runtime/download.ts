/**
 * The name that a download is to be saved under: that of `Content-Disposition` (RFC 6266), `filename*` (RFC 8187)
 * before `filename`. It has no folder and no control character. Undefined where the response gives no such name.
 */
export function fileNameOf({ headers }: Response): string | undefined {
  const fields = new Map<string, string>();
  const text = headers.get("content-disposition") ?? "";
  for (const [, key = "", quoted, token = ""] of text.matchAll(parameter)) {
    const name = key.toLowerCase();
    if (fields.has(name)) continue;
    fields.set(name, quoted?.replace(/\\([^])/g, "$1") ?? token.trim());
  }
  const extended = extendedValue(fields.get("filename*") ?? "");
  const plain = fields.get("filename");
  return (
    baseName(extended ?? "") ??
    (plain === undefined ? undefined : baseName(utf8Of(plain) ?? plain))
  );
}

const parameter = /;\s*([^\s=;]+)\s*=\s*(?:"((?:[^"\\]|\\[^])*)"|([^;]*))/g;

/** The text of an extended value (RFC 8187 §3.2.1): `UTF-8''na%C3%AFve`. Undefined where it is broken. */
function extendedValue(text: string): string | undefined {
  const [, charset = "", value = ""] =
    /^(utf-8|iso-8859-1)'[^']*'(.*)$/i.exec(text) ?? [];
  if (charset === "" || /%(?![\dA-Fa-f]{2})/.test(value)) return undefined;
  const bytes = value.replace(/%(..)/g, (_, digits: string) =>
    String.fromCharCode(parseInt(digits, 16)),
  );
  return /^utf/i.test(charset) ? utf8Of(bytes) : bytes;
}

/** UTF-8 whose bytes came as a character each, as `fetch` gives headers. Undefined where it is none. */
function utf8Of(text: string): string | undefined {
  if (/[^\0-\xff]/.test(text)) return undefined;
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(
      bytes,
    );
  } catch {
    return undefined;
  }
}

/** What stands after the last slash or backslash. Undefined where that names no file. */
function baseName(path: string): string | undefined {
  const name = path
    .replace(/[\0-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/^[^]*[/\\]/, "")
    .replace(/^[A-Za-z]:/, "")
    .trim();
  return /^\.*$/.test(name) ? undefined : name;
}
