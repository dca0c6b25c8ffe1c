import { copyButton, element } from "./dom.js";

interface Issue {
  readonly pointer: string;
  readonly message: string;
}

/** What the reader of an operation makes of a response. */
interface ReaderResult {
  readonly kind: string;
  readonly ok: boolean;
  readonly issues: readonly Issue[];
  readonly body?: unknown;
}

type Reader = (response: Response) => Promise<ReaderResult>;

const longestText = 500_000;

/** Shows a response: status, time, headers, body, and what the generated reader says of it. */
export async function showAnswer(
  place: HTMLElement,
  response: Response,
  milliseconds: number,
  read: Reader,
): Promise<void> {
  const verdict = element("div", { class: "verdict" }, "Reading …");
  const status = `${response.status} ${response.statusText}`.trim();
  const style = response.ok ? "good" : "bad";
  const rows = [...response.headers].map(([name, value]) =>
    element("div", {}, element("dt", {}, name), element("dd", {}, value)),
  );
  const headers = element(
    "details",
    {},
    element("summary", {}, `Headers (${rows.length} that the page may read)`),
    element("dl", {}, ...rows),
  );
  const body = element("div", { class: "answer-body" });
  place.replaceChildren(
    element(
      "p",
      { class: "status" },
      element("strong", { class: style }, status),
      ` in ${Math.round(milliseconds)} ms`,
    ),
    verdict,
    headers,
    body,
  );
  const copy = response.clone();
  await Promise.all([
    showVerdict(verdict, copy, read),
    showBody(body, response),
  ]);
}

async function showVerdict(
  place: HTMLElement,
  response: Response,
  read: Reader,
): Promise<void> {
  try {
    const result = await read(response);
    let items = 0;
    if (isStream(result.body))
      for await (const _item of result.body) {
        items += 1;
        place.textContent = `${items} items so far`;
      }
    place.replaceChildren(...verdictOf(result, items));
  } catch (error) {
    place.textContent = `The generated reader fails: ${textOf(error)}`;
  }
}

function isStream(body: unknown): body is AsyncIterable<unknown> {
  return (
    typeof body === "object" && body !== null && Symbol.asyncIterator in body
  );
}

function verdictOf(
  { kind, issues }: ReaderResult,
  items: number,
): readonly HTMLElement[] {
  const words: Readonly<Record<string, string>> = {
    described: "The answer is one that the description has.",
    unreadable:
      "The status is described, but the body is of another media type or broken.",
    undescribed: "The description does not have this status.",
  };
  const count = items > 0 ? ` ${items} items.` : "";
  const list = issues.map(({ pointer, message }) =>
    element("li", {}, element("code", {}, pointer || "/"), ` ${message}`),
  );
  const found =
    list.length === 0
      ? []
      : [
          element(
            "p",
            { class: "issue" },
            `It differs from its description in ${list.length} ${list.length === 1 ? "place" : "places"}:`,
          ),
          element("ul", {}, ...list),
        ];
  return [
    element("p", { class: kind }, (words[kind] ?? kind) + count),
    ...found,
  ];
}

async function showBody(place: HTMLElement, response: Response): Promise<void> {
  const type = response.headers.get("content-type") ?? "";
  if (response.body === null) {
    place.textContent = "No body.";
    return;
  }
  if (!/json|text|xml|javascript|x-www-form-urlencoded|^$/i.test(type)) {
    const blob = await response.blob();
    const link = element(
      "a",
      { href: URL.createObjectURL(blob), download: "answer" },
      `Save ${blob.size} bytes of ${type}`,
    );
    place.replaceChildren(link);
    return;
  }
  const text = element("code");
  const block = element("pre", { tabindex: "0", "aria-label": "Body" }, text);
  place.replaceChildren(
    copyButton(() => text.textContent),
    block,
  );
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let whole = "";
  for (;;) {
    const { done, value } = await reader.read();
    const added = decoder.decode(value, { stream: !done });
    if (whole.length < longestText) text.append(added);
    whole += added;
    if (done) break;
  }
  if (/json/i.test(type) && !/json-seq|ndjson|jsonl|event-stream/i.test(type))
    text.textContent = formatted(whole);
}

/** JSON on lines of its own, if that is what the text is. */
function formatted(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

export function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
