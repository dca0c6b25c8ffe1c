import type { Samples } from "../pages/page.js";
import { escapeHtml, textHtml } from "../text/escape-html.js";
import type { HtmlContext } from "./html-outline.js";

/** Code in one or several languages: without the script one below the other, with it behind tabs. */
export function samplesHtml(samples: Samples, context: HtmlContext): string {
  const { id, title, codes } = samples;
  const panels = codes
    .map(
      (code, index) =>
        `<div class="panel" id="${id}-${index + 1}" data-label="${escapeHtml(code.label)}"><p class="panel-label">${escapeHtml(code.label)}</p><pre tabindex="0" aria-label="${escapeHtml(`${code.label}: ${title}`)}"><code>${code.code.html}</code></pre></div>`,
    )
    .join("\n");
  const description =
    samples.description === undefined
      ? ""
      : `<div class="sample-text prose">${context.prose.html(samples.description, 4)}</div>`;
  const note =
    samples.note === undefined
      ? ""
      : `<p class="sample-note">${escapeHtml(samples.note)}</p>`;
  return `<figure class="sample" id="${id}"><figcaption><span class="caption">${textHtml(title)}</span></figcaption>${description}${panels}${note}</figure>\n`;
}
