import type { Issue } from "./issues.js";
import { addIssue, type Reading } from "./reading.js";

/**
 * The text of a body, decoded as its content type says; UTF-8 where it says nothing (RFC 9110 §8.3.2). What cannot be
 * decoded is an issue.
 */
export async function bodyText({ response, issues }: Reading): Promise<string> {
  return decode(await response.arrayBuffer(), response, issues);
}

/**
 * The text of a body that is not described, which can be read from the response as well. Empty where the body is a
 * stream, whose end may never come, or something other than text.
 */
export async function undescribedText({
  response,
  issues,
}: Reading): Promise<string> {
  const type = (response.headers.get("content-type") ?? "").replace(
    /;[^]*/,
    "",
  );
  const isText =
    /^(text\/|$)|[/+](json|xml|yaml|x-www-form-urlencoded)\b/i.test(type) &&
    !/event-stream|json-?(seq|stream)|stream\+json/i.test(type);
  return isText
    ? decode(await response.clone().arrayBuffer(), response, issues)
    : "";
}

/** What decodes the text of a body. An unknown charset is an issue, and read as UTF-8. */
export function decoderOf(
  response: Response,
  issues: Issue[],
  start: Uint8Array = new Uint8Array(),
): InstanceType<typeof TextDecoder> {
  const charset = charsetOf(response.headers.get("content-type") ?? "");
  const isBigEndian = start[0] === 0xfe && start[1] === 0xff;
  try {
    const label =
      isBigEndian && /^utf-16$/i.test(charset) ? "utf-16be" : charset;
    // Some platforms have types that list the labels, or that want both options.
    return new TextDecoder(label as "utf-8", {
      fatal: true,
      ignoreBOM: false,
    });
  } catch {
    const message = `the charset "${charset}" is not known`;
    addIssue(issues, "/body", "charset", message);
    return new TextDecoder();
  }
}

/** Reports bytes that are not of their charset. */
export function charsetIssue(issues: Issue[], encoding: string): void {
  const message = `there are bytes that are not ${encoding}`;
  addIssue(issues, "/body", "charset", message);
}

function decode(
  buffer: ArrayBuffer,
  response: Response,
  issues: Issue[],
): string {
  const bytes = new Uint8Array(buffer);
  const decoder = decoderOf(response, issues, bytes);
  try {
    return decoder.decode(bytes);
  } catch {
    const { encoding } = decoder;
    charsetIssue(issues, encoding);
    return new TextDecoder(encoding as "utf-8").decode(bytes);
  }
}

/** The parameter `charset` of a content type (RFC 9110 §8.3.1). */
function charsetOf(contentType: string): string {
  const parameters = contentType.matchAll(
    /;\s*([^=;\s]+)=(?:"((?:[^"\\]|\\.)*)"|([^;\s]*))/g,
  );
  for (const [, name = "", quoted, token = ""] of parameters) {
    if (name.toLowerCase() === "charset")
      return quoted?.replace(/\\(.)/g, "$1") ?? token;
  }
  return "utf-8";
}
