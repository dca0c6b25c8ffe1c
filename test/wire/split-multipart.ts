/** One part as it stands in the bytes. */
export interface SplitPart {
  readonly name?: string;
  readonly filename?: string;
  readonly contentType?: string;
  readonly rawDisposition?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Cuts a multipart body at its boundary (RFC 2046 §5.1.1), without any other understanding of it. */
export function splitMultipart(
  bytes: Buffer,
  contentType: string,
): SplitPart[] {
  const boundary = /boundary=([^;]+)/.exec(contentType)?.[1];
  if (boundary === undefined) throw new Error(`no boundary in ${contentType}`);
  const pieces = `\r\n${bytes.toString("utf8")}`.split(`\r\n--${boundary}`);
  if (pieces.at(-1) !== "--\r\n") throw new Error("the body has no end");
  return pieces.slice(1, -1).map((piece) => {
    const end = piece.indexOf("\r\n\r\n");
    const head = piece.slice(2, Math.max(2, end)).split("\r\n").filter(Boolean);
    const headers = Object.fromEntries(
      head.map((line) => {
        const at = line.indexOf(": ");
        return [line.slice(0, at), line.slice(at + 2)];
      }),
    );
    const {
      "Content-Disposition": rawDisposition,
      "Content-Type": type,
      ...others
    } = headers;
    return {
      ...named("name", rawDisposition),
      ...named("filename", rawDisposition),
      ...(type === undefined ? {} : { contentType: type }),
      ...(rawDisposition === undefined ? {} : { rawDisposition }),
      headers: others,
      body: piece.slice(end + 4),
    };
  });
}

function named(key: "name" | "filename", disposition = ""): object {
  const value = new RegExp(`; ${key}="([^"]*)"`).exec(disposition)?.[1];
  if (value === undefined) return {};
  const text = value
    .replace(/%22/g, '"')
    .replace(/%0D/g, "\r")
    .replace(/%0A/g, "\n");
  return { [key]: text };
}
