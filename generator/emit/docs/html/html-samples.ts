import type { SampleGroup, Samples } from "../pages/page.js";
import { escapeHtml, textHtml } from "../text/escape-html.js";
import type { HtmlContext } from "./html-outline.js";

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
  const { id, status, title, codes } = samples;
  const tab =
    status === undefined ? "" : ` data-status="${escapeHtml(status)}"`;
  const panels = codes
    .map(
      ({ label, language, code }) =>
        `<pre tabindex="0" aria-label="${escapeHtml(`${label}: ${title}`)}" data-label="${label}" data-language="${language}"><code>${code.html}</code></pre>`,
    )
    .join("\n");
  const description =
    samples.description === undefined
      ? ""
      : context.prose.html(samples.description, 4);
  const note =
    samples.note === undefined ? "" : `<p>${escapeHtml(samples.note)}</p>`;
  return `<figure id="${id}"${tab}><figcaption>${textHtml(title)}</figcaption>${description}${panels}${note}</figure>\n`;
}
