import MarkdownIt from "markdown-it";

/** The elements that the printers of the docs make, and no other. */
const ourElements = new Set(
  "html head meta title link script body a header span div main article section nav p h1 h2 h3 h4 h5 h6 ul ol li code pre em strong s br hr blockquote table thead tbody tr th td dl dt dd figure figcaption wbr aside details summary b i".split(
    " ",
  ),
);

const safeTarget = /^(?:https?:|mailto:|#|(?!\/\/)[^:]*$|[^:]*[/?#])/;
const safeMarkdownTarget = /^(?:https?:|mailto:|(?!\/\/)[^:]*$|[^:]*[/?#])/;

/** What a page of the docs holds besides text and the elements, attributes and links of its printer. */
export function htmlFaults(html: string): readonly string[] {
  const faults: string[] = [];
  const withoutTags = html.replace(
    /<!doctype html>|<!-- prettier-ignore -->|<\/?([A-Za-z][\w-]*)((?:"[^"]*"|[^">])*)>/gi,
    (tag, name: string | undefined, attributes = "") => {
      if (name === undefined) return "";
      if (!ourElements.has(name)) faults.push(`element ${tag}`);
      const names = String(attributes).replace(/"[^"]*"/g, "");
      if (/(?:^|\s)(?:on\w+|style|srcdoc)\s*=|pwned/i.test(names))
        faults.push(`attribute of ${tag}`);
      const [, target] =
        /\s(?:href|src)="([^"]*)"/.exec(String(attributes)) ?? [];
      if (target !== undefined && !safeTarget.test(target))
        faults.push(`link ${target}`);
      return "";
    },
  );
  const [, stray] = /(<.{0,40})/s.exec(withoutTags) ?? [];
  if (stray !== undefined) faults.push(`no element: ${stray}`);
  const scripts = html.match(/<script[^>]*>/g) ?? [];
  if (scripts.length !== 1) faults.push(`${scripts.length} scripts`);
  const ids = [...html.matchAll(/<[^>]*\sid="([^"]*)"/g)].map(
    ([, id = ""]) => id,
  );
  if (new Set(ids).size !== ids.length) faults.push("an id stands twice");
  for (const id of ids)
    if (!/^[a-z]+[~-][\w.~-]+$/.test(id)) faults.push(`id ${id}`);
  return faults;
}

const reader = new MarkdownIt({ html: true });

/** What a page in Markdown holds that would be an element, an image or an unsafe link where it is shown. */
export function markdownFaults(markdown: string): readonly string[] {
  const faults: string[] = [];
  for (const token of reader.parse(markdown, {})) {
    if (token.type === "html_block") faults.push(`HTML ${token.content}`);
    for (const child of token.children ?? []) {
      if (child.type === "html_inline") faults.push(`HTML ${child.content}`);
      if (child.type === "image") faults.push(`image ${child.content}`);
      if (child.type !== "link_open") continue;
      const target = String(child.attrGet("href"));
      if (!safeMarkdownTarget.test(target)) faults.push(`link ${target}`);
    }
  }
  return faults;
}
