/** An HTTP request to print as code. Credentials are placeholders. */
export interface SampleRequest {
  readonly method: string;
  /** Absolute and percent-encoded. */
  readonly url: string;
  /** A value holds Latin-1 alone, as `fetch` sends it. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** User name and password of HTTP Basic authentication. */
  readonly basic?: readonly [username: string, password: string];
  /** True if the server asks for a client certificate (mutual TLS). */
  readonly clientCertificate?: boolean;
  readonly body?: SampleRequestBody;
}

export type SampleRequestBody =
  /** JSON: the white space between its tokens is free. */
  | { readonly kind: "json"; readonly text: string }
  /** Text, byte for byte. */
  | { readonly kind: "text"; readonly text: string }
  /** `application/x-www-form-urlencoded`, encoded. */
  | { readonly kind: "form"; readonly text: string }
  /** The bytes of a file. */
  | { readonly kind: "file"; readonly file: string }
  | {
      readonly kind: "multipart";
      /** Without its boundary. */
      readonly mediaType: string;
      readonly parts: readonly SamplePart[];
    };

/** A part of a multipart body: text, or the bytes of a file. */
export interface SamplePart {
  /** Absent in bodies that are lists (`multipart/mixed`). */
  readonly name?: string;
  /** The file name that is sent. */
  readonly filename?: string;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly content: { readonly text: string } | { readonly file: string };
}

/** A piece of a body: text, or the bytes of a file. */
export type BodyPiece = { readonly text: string } | { readonly file: string };

/** The `content-type` that goes out, with the boundary of a multipart body; undefined without a body. */
export function contentTypeOf(request: SampleRequest): string | undefined {
  const { body } = request;
  if (body?.kind === "multipart")
    return `${body.mediaType}; boundary=${boundaryOf(body.parts)}`;
  return request.headers.find(([name]) => name === "content-type")?.[1];
}

/** The headers that go out, `content-type` with its boundary among them. */
export function headersOf(
  request: SampleRequest,
): readonly (readonly [string, string])[] {
  const { headers, body } = request;
  if (body?.kind !== "multipart") return headers;
  const others = headers.filter(([name]) => name !== "content-type");
  return [...others, ["content-type", contentTypeOf(request) ?? ""]];
}

/** A multipart body written out (RFC 2046 §5.1), as the request builders do: texts between files. */
export function multipartPieces(
  parts: readonly SamplePart[],
): readonly BodyPiece[] {
  const boundary = boundaryOf(parts);
  const pieces: BodyPiece[] = [];
  let text = "";
  for (const part of parts) {
    text += `--${boundary}\r\n${partHead(part)}\r\n`;
    if ("text" in part.content) text += part.content.text;
    else {
      pieces.push({ text }, part.content);
      text = "";
    }
    text += "\r\n";
  }
  pieces.push({ text: `${text}--${boundary}--\r\n` });
  return pieces;
}

/** A boundary that none of the texts has. The bytes of files are not known. */
function boundaryOf(parts: readonly SamplePart[]): string {
  let boundary = "specwright-boundary";
  const isTaken = ({ content }: SamplePart): boolean =>
    "text" in content && content.text.includes(boundary);
  while (parts.some(isTaken)) boundary += "-x";
  return boundary;
}

function partHead(part: SamplePart): string {
  const { name, filename, contentType, headers = {} } = part;
  let head = "";
  if (name !== undefined) {
    const file =
      filename === undefined ? "" : `; filename="${quoted(filename)}"`;
    head += `Content-Disposition: form-data; name="${quoted(name.replace(/\r\n?|\n/g, "\r\n"))}"${file}\r\n`;
  }
  if (contentType !== undefined) head += `Content-Type: ${contentType}\r\n`;
  for (const [key, value] of Object.entries(headers))
    head += `${key}: ${value}\r\n`;
  return head;
}

/** HTML, "Constructing multipart/form-data": only what would end the quotes or the line is escaped. */
function quoted(text: string): string {
  return text.replace(/["\r\n]/g, (character) => encodeURIComponent(character));
}

/** Whether every library writes the part as the request builders do: no name or file name has a character that some escape. */
export function isPlainPart(part: SamplePart): boolean {
  return (
    part.name !== undefined &&
    part.headers === undefined &&
    /^[ \w.[\]-]+$/.test(part.name) &&
    /^[ \w.-]+$/.test(part.filename ?? "file")
  );
}
