import hljs from "highlight.js/lib/core";
import bash from "highlight.js/lib/languages/bash";
import json from "highlight.js/lib/languages/json";
import typescript from "highlight.js/lib/languages/typescript";
import xml from "highlight.js/lib/languages/xml";
import { escapeHtml } from "./text/escape-html.js";
import { plainText } from "./text/plain-text.js";

hljs.registerLanguage("bash", bash);
hljs.registerLanguage("json", json);
hljs.registerLanguage("typescript", typescript);
hljs.registerLanguage("xml", xml);

const aliases: ReadonlyMap<string, string> = new Map([
  ["bash", "bash"],
  ["sh", "bash"],
  ["shell", "bash"],
  ["json", "json"],
  ["js", "typescript"],
  ["javascript", "typescript"],
  ["ts", "typescript"],
  ["typescript", "typescript"],
  ["html", "xml"],
  ["xml", "xml"],
]);

/** Longer code is shown plain: colours are not worth the time. */
const maximumLength = 20_000;

/** Code as HTML with the classes of highlight.js; plain escaped text where the language is not one of the docs'. */
export function highlight(text: string, language: string): string {
  const plain = plainText(text);
  const name = aliases.get(language.toLowerCase());
  if (name === undefined || plain.length > maximumLength)
    return escapeHtml(plain);
  return hljs.highlight(plain, { language: name, ignoreIllegals: true }).value;
}
