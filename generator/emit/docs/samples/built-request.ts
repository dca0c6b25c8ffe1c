import type { SamplePart, SampleRequestBody } from "./sample-request.js";

/** The body that a request builder made, as a sample prints it. Bytes become a file of this name. */
export async function builtBody(
  body: unknown,
  contentType: string,
  file: string,
): Promise<SampleRequestBody | undefined> {
  if (body === undefined || body === null) return undefined;
  const [mediaType = ""] = contentType.toLowerCase().split(";");
  if (typeof body === "string") {
    if (/^application\/x-www-form-urlencoded\s*$/.test(mediaType))
      return { kind: "form", text: body };
    const isJson = /[/+]json\s*$/.test(mediaType);
    return { kind: isJson ? "json" : "text", text: body };
  }
  const boundary = /;\s*boundary=(.*)$/s.exec(contentType)?.[1];
  if (!(body instanceof Blob) || boundary === undefined)
    return { kind: "file", file };
  const parts = parseMultipart(await body.text(), boundary);
  return {
    kind: "multipart",
    mediaType: mediaType.trim(),
    parts: parts.map((part) =>
      part.filename === undefined
        ? part
        : { ...part, content: { file: part.filename } },
    ),
  };
}

/** The parts of a multipart body (RFC 2046 §5.1). Names and file names are as they were sent. */
export function parseMultipart(
  text: string,
  boundary: string,
): readonly SamplePart[] {
  return `\r\n${text}`
    .split(`\r\n--${boundary}`)
    .slice(1)
    .filter((part) => !part.startsWith("--"))
    .map((part) => {
      const end = part.indexOf("\r\n\r\n");
      const content = { text: part.slice(end + 4) };
      let found: SamplePart = { content };
      const headers: Record<string, string> = {};
      for (const line of part.slice(0, end).split("\r\n")) {
        const [, key = "", value = ""] = /^([^:]+): (.*)$/s.exec(line) ?? [];
        if (/^content-disposition$/i.test(key))
          found = { ...dispositionOf(value), ...found };
        else if (/^content-type$/i.test(key))
          found = { ...found, contentType: value };
        else if (key !== "" && !/^content-length$/i.test(key))
          headers[key] = value;
      }
      return Object.keys(headers).length === 0 ? found : { ...found, headers };
    });
}

function dispositionOf(value: string): { name?: string; filename?: string } {
  const name = /; name="([^"]*)"/.exec(value)?.[1];
  const filename = /; filename="([^"]*)"/.exec(value)?.[1];
  return {
    ...(name === undefined ? {} : { name }),
    ...(filename === undefined ? {} : { filename }),
  };
}
