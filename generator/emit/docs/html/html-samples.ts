import type { SampleGroup, Samples } from "../pages/page.js";
import { escapeHtml, textHtml } from "../text/escape-html.js";
import type { HtmlContext } from "./html-outline.js";
import { wordsHtml } from "./html-words.js";

const groupLabels = {
  request: "Request",
  response: "Response",
  example: "Example",
} as const;

/** The samples of one kind: without the script one below the other, with it behind tabs and a list. */
export function sampleGroupHtml(
  { kind, samples }: SampleGroup,
  context: HtmlContext,
): string {
  const figures = samples.map((each) => samplesHtml(each, context)).join("");
  return `<div class="samples" id="docs-${kind}" role="group" aria-label="${groupLabels[kind]}">\n${figures}</div>\n`;
}

function samplesHtml(samples: Samples, context: HtmlContext): string {
  const { id, statuses, title, codes, source } = samples;
  const tab =
    statuses === undefined
      ? ""
      : ` data-status="${escapeHtml(statuses.join(" "))}"`;
  if (source !== undefined) {
    const list = source.isList ? " data-list" : "";
    return `<figure id="${id}"${tab}${list} data-script="${source.script}">${wordsHtml([source.link], context)}</figure>\n`;
  }
  const panels = codes
    .map(
      ({ label, code }) =>
        `<pre tabindex="0" data-label="${label}"><code>${textHtml(code)}</code></pre>`,
    )
    .join("\n");
  const description =
    samples.description === undefined
      ? ""
      : context.prose.html(samples.description, 4);
  const note =
    samples.note === undefined ? "" : `<p>${textHtml(samples.note)}</p>`;
  return `<figure id="${id}"${tab}><figcaption>${textHtml(title)}</figcaption>${description}${panels}${note}</figure>\n`;
}
