import MarkdownIt, { type Token } from "markdown-it";
import { plainText } from "../text/plain-text.js";
import { isSafeUrl } from "../text/safe-url.js";
import {
  proseText,
  type AlertKind,
  type ProseBlock,
  type ProseInline,
} from "./prose.js";

/** Deeper quotes, lists and emphasis are cut: nobody writes them by hand, and they cost time and space. */
const maximumNesting = 16;

/** What cannot be more than one paragraph of plain text and code needs no parser. */
const lineStart = /^(?![-+=#>]|\d+[.)])/;
const plainPart = /^(?:[^\n\t\\*_~[\]<&]|(?<=[A-Za-z\d])_(?=[A-Za-z\d]))*$/;

const markdown = new MarkdownIt({
  html: false,
  linkify: false,
  typographer: false,
  maxNesting: maximumNesting,
});
markdown.validateLink = isSafeUrl;

/**
 * Parses a description as CommonMark with tables and strikethrough. Raw HTML is text, links that are not http,
 * https, mailto or relative are text, and an image is a link to it: a page of the docs loads nothing from elsewhere.
 */
export function parseProse(description: string): readonly ProseBlock[] {
  const text = plainText(description).trim();
  if (text === "") return [];
  const line = plainLine(text);
  if (line !== undefined) return [{ kind: "paragraph", content: line }];
  return new TokenReader(markdown.parse(text, {})).blocks(undefined);
}

/** A line of plain text and simple code spans (CommonMark §6.1); undefined where it may be anything else. */
function plainLine(text: string): ProseInline[] | undefined {
  if (text.includes("\n") || !lineStart.test(text)) return undefined;
  const parts = text.split("`");
  if (parts.length % 2 === 0) return undefined;
  const content: ProseInline[] = [];
  for (const [index, part] of parts.entries()) {
    const isCode = index % 2 === 1;
    const isEnd = index === 0 || index === parts.length - 1;
    if (part === "" && !isEnd) return undefined;
    if (
      isCode
        ? /[\t ]/.test(part) && part.trim() !== part
        : !plainPart.test(part)
    )
      return undefined;
    if (part !== "")
      content.push({ kind: isCode ? "code" : "text", text: part });
  }
  return content;
}

/** Makes a tree of markdown-it's flat list of tokens. */
class TokenReader {
  readonly #tokens: readonly Token[];
  #next = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  blocks(end: string | undefined): ProseBlock[] {
    const blocks: ProseBlock[] = [];
    for (let token = this.#take(); token !== undefined; token = this.#take()) {
      if (token.type === end) break;
      const block = this.#block(token);
      if (block !== undefined) blocks.push(block);
    }
    return blocks;
  }

  #take(): Token | undefined {
    return this.#tokens[this.#next++];
  }

  #block(token: Token): ProseBlock | undefined {
    switch (token.type) {
      case "paragraph_open": {
        const content = this.#content("paragraph_close");
        return content.length === 0
          ? undefined
          : { kind: "paragraph", content };
      }
      case "heading_open": {
        const content = this.#content("heading_close");
        const level = Number(token.tag.slice(1));
        return content.length === 0
          ? undefined
          : { kind: "heading", level, content };
      }
      case "fence":
        return {
          kind: "code",
          language: /^[\w+#-]{1,20}/.exec(token.info.trim())?.[0] ?? "",
          text: token.content.replace(/\n$/, ""),
        };
      case "code_block":
        return {
          kind: "code",
          language: "",
          text: token.content.replace(/\n+$/, ""),
        };
      case "blockquote_open": {
        const blocks = this.blocks("blockquote_close");
        return blocks.length === 0 ? undefined : quote(blocks);
      }
      case "bullet_list_open":
        return this.#list(undefined, "bullet_list_close");
      case "ordered_list_open":
        return this.#list(
          Number(token.attrGet("start") ?? 1),
          "ordered_list_close",
        );
      case "table_open":
        return this.#table();
      case "hr":
        return { kind: "rule" };
      default:
        return undefined;
    }
  }

  #list(start: number | undefined, end: string): ProseBlock | undefined {
    const items: ProseBlock[][] = [];
    let tight = true;
    for (let token = this.#take(); token !== undefined; token = this.#take()) {
      if (token.type === end) break;
      const from = this.#next;
      const item = this.blocks("list_item_close");
      const first = this.#tokens[from];
      if (first?.type === "paragraph_open" && !first.hidden) tight = false;
      if (item.length > 0) items.push(item);
    }
    if (items.length === 0) return undefined;
    return {
      kind: "list",
      ...(start === undefined ? {} : { start }),
      tight: tight && items.every(isTight),
      items,
    };
  }

  #table(): ProseBlock {
    const alignments: ("" | "left" | "center" | "right")[] = [];
    const rows: ProseInline[][][] = [];
    for (let token = this.#take(); token !== undefined; token = this.#take()) {
      if (token.type === "table_close") break;
      if (token.type === "tr_open") rows.push([]);
      if (token.type !== "th_open" && token.type !== "td_open") continue;
      if (token.type === "th_open") {
        const style = /(left|center|right)$/.exec(
          String(token.attrGet("style") ?? ""),
        );
        alignments.push((style?.[1] ?? "") as "" | "left" | "center" | "right");
      }
      rows
        .at(-1)
        ?.push(
          this.#content(token.type === "th_open" ? "th_close" : "td_close"),
        );
    }
    return { kind: "table", alignments, rows };
  }

  #content(end: string): ProseInline[] {
    let content: ProseInline[] = [];
    for (let token = this.#take(); token !== undefined; token = this.#take()) {
      if (token.type === end) break;
      if (token.type === "inline") {
        content = trimBreaks(new InlineReader(token.children ?? []).read());
      }
    }
    return content;
  }
}

class InlineReader {
  readonly #tokens: readonly Token[];
  #next = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  read(end?: string): ProseInline[] {
    const content: ProseInline[] = [];
    while (this.#next < this.#tokens.length) {
      const token = this.#tokens[this.#next++] as Token;
      if (token.type === end) break;
      const node = this.#inline(token);
      if (node === undefined) continue;
      const last = content.at(-1);
      if (node.kind === "text" && last?.kind === "text") {
        content.splice(-1, 1, { kind: "text", text: last.text + node.text });
      } else {
        content.push(node);
      }
    }
    return content;
  }

  #inline(token: Token): ProseInline | undefined {
    switch (token.type) {
      case "text":
      case "text_special":
        return token.content === ""
          ? undefined
          : { kind: "text", text: plainText(token.content) };
      case "code_inline":
        return { kind: "code", text: plainText(token.content) };
      case "softbreak":
        return { kind: "softBreak" };
      case "hardbreak":
        return { kind: "hardBreak" };
      case "em_open":
        return this.#marked("emphasis", "em_close");
      case "strong_open":
        return this.#marked("strong", "strong_close");
      case "s_open":
        return this.#marked("strike", "s_close");
      case "link_open": {
        const content = this.read("link_close");
        return link(String(token.attrGet("href") ?? ""), content);
      }
      case "image": {
        const text = token.content === "" ? "image" : token.content;
        const content = [{ kind: "text", text: plainText(text) } as const];
        return link(String(token.attrGet("src") ?? ""), content);
      }
      default:
        return undefined;
    }
  }

  #marked(
    kind: "emphasis" | "strong" | "strike",
    end: string,
  ): ProseInline | undefined {
    const content = this.read(end);
    return content.length === 0 ? undefined : { kind, content };
  }
}

/** A quote, or an alert where its first line is `[!NOTE]` or its like. */
function quote(blocks: readonly ProseBlock[]): ProseBlock {
  const [first, ...others] = blocks;
  if (first?.kind !== "paragraph") return { kind: "quote", blocks };
  const [head, ...rest] = first.content;
  const alert =
    head?.kind === "text"
      ? /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\s*$/i.exec(head.text)?.[1]
      : undefined;
  if (alert === undefined) return { kind: "quote", blocks };
  const content = trimBreaks(rest);
  const own: ProseBlock[] =
    content.length === 0 ? [] : [{ kind: "paragraph", content }];
  return {
    kind: "quote",
    alert: alert.toLowerCase() as AlertKind,
    blocks: [...own, ...others],
  };
}

function link(url: string, content: ProseInline[]): ProseInline | undefined {
  if (content.length === 0) return { kind: "text", text: url };
  // A path from the root leads nowhere: the docs are not at the root of the site that the description has in mind.
  return isSafeUrl(url) && !url.startsWith("/")
    ? { kind: "link", url, content }
    : { kind: "text", text: proseText(content) };
}

function trimBreaks(content: ProseInline[]): ProseInline[] {
  const isBreak = (node: ProseInline | undefined) =>
    node?.kind === "softBreak" || node?.kind === "hardBreak";
  let from = 0;
  let to = content.length;
  while (isBreak(content[from])) from++;
  while (to > from && isBreak(content[to - 1])) to--;
  return content.slice(from, to);
}

function isTight(item: readonly ProseBlock[]): boolean {
  return item.every((block, index) =>
    index === 0 ? block.kind === "paragraph" : block.kind === "list",
  );
}
