import { readFileSync } from "node:fs";
import type { TextFile } from "../../code/file.js";
import type { EmitContext } from "../context.js";
import { packageName } from "../package-identity.js";
import { describeContexts } from "./describe/describe-context.js";
import { htmlPage, type HtmlSite } from "./html/html-page.js";
import { markdownPage } from "./markdown/markdown-page.js";
import { llmsText } from "./markdown/llms-text.js";
import { indexPage } from "./pages/index-page.js";
import { navigationScript } from "./pages/navigation.js";
import { OperationPage } from "./pages/operation-page.js";
import type { Page } from "./pages/page.js";
import { schemaPage, usesOf } from "./pages/schema-page.js";
import { ProseReader } from "./prose/prose-reader.js";

/**
 * The reference pages, each as Markdown and as HTML: one of the API, one an operation, one a named schema; and
 * `llms.txt`, the list of the Markdown pages. The HTML opens from the file system, loads nothing from elsewhere,
 * and runs under a strict Content Security Policy.
 */
export function emitDocs(context: EmitContext): TextFile[] {
  const { api, names } = context;
  const prose = new ProseReader();
  const site: HtmlSite = {
    title: api.info.title,
    version: api.info.version,
    prose,
  };
  const files: TextFile[] = [];
  for (const page of pagesOf(context)) {
    files.push(
      file(`${page.path}.md`, markdownPage(page, prose)),
      file(`${page.path}.html`, htmlPage(page, site)),
    );
  }
  return [
    file("assets/navigation.js", navigationScript(api, names)),
    file("assets/script.js", template("script.js")),
    file("assets/style.css", template("style.css")),
    ...files,
    file("llms.txt", llmsText(api, names)),
  ];
}

function* pagesOf({ api, names, settings }: EmitContext): Generator<Page> {
  yield indexPage(api, names);
  const contexts = describeContexts(api, names);
  const importedName = packageName(api.info, settings);
  for (const operation of [...api.operations, ...api.receivers]) {
    const own = names.operations.get(operation.pointer);
    if (own === undefined) continue;
    yield new OperationPage(operation, own, contexts, importedName).make();
  }
  const uses = usesOf(api);
  for (const definition of Object.values(api.definitions)) {
    const own = names.schemas.get(definition.id);
    if (own === undefined) continue;
    const users = uses.get(definition.id) ?? [];
    yield schemaPage(definition, own, contexts.written, users);
  }
}

function file(path: string, text: string): TextFile {
  return { kind: "text", path: `docs/${path}`, text, isFinal: true };
}

function template(name: string): string {
  const url = new URL(`../../../templates/docs/${name}`, import.meta.url);
  return readFileSync(url, "utf8");
}
