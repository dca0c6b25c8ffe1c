import type { CompiledOutput, WireRequest } from "./compile-output.js";
import { operationOf } from "./compile-output.js";
import { splitMultipart } from "./split-multipart.js";
import { inputOf, pathOf } from "./vector-document.js";
import { revive, type VectorRow } from "./vector-rows.js";

/** What a row came out as: `<error>`, `<omit>`, or what `expected` holds. */
export async function observe(
  output: CompiledOutput,
  index: number,
  row: VectorRow,
): Promise<unknown> {
  const { build } = operationOf(output, `row${index}`);
  const { request: described } = row;
  const auth = Object.fromEntries(
    Object.entries(described?.credentials ?? {}).map(([name, value]) => [
      name + String(index),
      value,
    ]),
  );
  let built: WireRequest;
  let sent: Request;
  try {
    built = build(inputOf(row, revive));
    sent = output.runtime.toRequest(built, { auth });
  } catch (error) {
    if (error instanceof TypeError) return `<error> ${error.message}`;
    throw error;
  }
  const prefix = `/row${index}`;
  if (described !== undefined) return requestOf(sent, prefix);
  if (row.parameter !== undefined) {
    return parameterOf(built, row, prefix);
  }
  return bodyOf(sent, row);
}

function parameterOf(
  { url, headers }: WireRequest,
  row: VectorRow,
  prefix: string,
): unknown {
  const { name, in: location } = row.parameter ?? { name: "", in: "query" };
  if (location === "path") {
    const template = prefix + pathOf(row);
    const several = row.values !== undefined || row.path !== undefined;
    const start = several
      ? `${prefix}/x/`
      : template.slice(0, template.indexOf("{"));
    return url.slice(
      several && !url.startsWith(start) ? start.length - 1 : start.length,
    );
  }
  if (location === "header") return headers[name.toLowerCase()] ?? "<omit>";
  if (location === "cookie") return headers["cookie"] ?? "<omit>";
  const at = url.indexOf("?");
  return at < 0 ? "<omit>" : url.slice(at + 1);
}

async function bodyOf(sent: Request, row: VectorRow): Promise<unknown> {
  const contentType = sent.headers.get("content-type");
  if (sent.body === null && contentType === null) return "<omit>";
  const bytes = Buffer.from(await sent.arrayBuffer());
  if (row.outcome === "parts") return splitMultipart(bytes, contentType ?? "");
  if (
    row.contentTypeHeader !== undefined &&
    row.contentTypeHeader !== contentType
  ) {
    return `content-type: ${String(contentType)}`;
  }
  const isOctets = row.id.startsWith("body.octet");
  return bytes.toString(isOctets ? "latin1" : "utf8");
}

async function requestOf(sent: Request, prefix: string): Promise<unknown> {
  return {
    url: sent.url.replace(prefix, ""),
    headers: Object.fromEntries(sent.headers),
    body: await sent.text(),
  };
}
