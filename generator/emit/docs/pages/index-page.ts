import type { Api } from "../../../model/api.js";
import type { EmitContext } from "../../context.js";
import { flowWords, schemeWords } from "../describe/security-words.js";
import { Anchors } from "../text/anchors.js";
import { firstSentence } from "../text/first-sentence.js";
import { lineText } from "../text/plain-text.js";
import {
  capitalised,
  code,
  link,
  say,
  strong,
  type Words,
} from "../text/words.js";
import { serverWords } from "./operation-words.js";
import {
  linesOf,
  operationGroups,
  schemaEntries,
  webhooksOf,
} from "./page-lists.js";
import type { Block, Page, Part, Section } from "./page.js";

/** Makes the first page: what the API is, how to reach it, and lists of all other pages. */
export function indexPage(context: EmitContext): Page {
  const { api } = context;
  const anchors = new Anchors();
  const section = (
    id: string,
    title: string,
    blocks: readonly Block[],
    parts: readonly Part[] = [],
  ): Section => ({ id: anchors.claim(["section", id]), title, blocks, parts });
  const sections: Section[] = [];
  const groups = operationGroups.of(api);
  const parts = groups.map(({ title, description, operations }): Part => ({
    id: anchors.claim(["tag", title]),
    title: say`${title}`,
    blocks: [
      ...(description === undefined
        ? []
        : [{ kind: "prose", text: description } as const]),
      { kind: "directory", entries: linesOf(operations, context) },
    ],
  }));
  if (parts.length > 0)
    sections.push(section("operations", "Operations", [], parts));
  const entries = linesOf(webhooksOf.of(api), context);
  if (entries.length > 0) {
    sections.push(
      section("webhooks", "Webhooks", [{ kind: "directory", entries }]),
    );
  }
  const schemas = schemaEntries.of(context);
  if (schemas.length > 0)
    sections.push(
      section("schemas", "Schemas", [{ kind: "directory", entries: schemas }]),
    );
  if (api.securitySchemes.length > 0)
    sections.push(
      section("authentication", "Authentication", authenticationBlocks(api)),
    );
  const servers = api.servers.flatMap(serverWords);
  if (servers.length > 0)
    sections.push(
      section("servers", "Servers", [{ kind: "list", items: servers }]),
    );
  return {
    path: "index",
    title: lineText(api.info.title),
    kicker: say`API reference, version ${lineText(api.info.version)}`,
    summary: firstSentence(api.info.summary ?? api.info.description ?? ""),
    blocks: introduction(api),
    aside: [],
    sections,
  };
}

function introduction(api: Api): readonly Block[] {
  const { summary, description, contact, license, termsOfService } = api.info;
  const blocks: Block[] = [];
  if (summary !== undefined)
    blocks.push({ kind: "paragraph", words: [strong(lineText(summary))] });
  if (description !== undefined)
    blocks.push({ kind: "prose", text: description });
  const items: Words[] = [];
  if (contact !== undefined) {
    const name = contact.name ?? contact.email ?? contact.url ?? "";
    const url =
      contact.url ??
      (contact.email === undefined ? "" : `mailto:${contact.email}`);
    items.push(say`Contact: ${link(name, { kind: "web", url })}`);
  }
  if (license !== undefined) {
    const { name, url } = license;
    items.push(
      say`Licence: ${url === undefined ? name : [link(name, { kind: "web", url })]}`,
    );
  }
  if (termsOfService !== undefined)
    items.push(
      say`${link("Terms of service", { kind: "web", url: termsOfService })}`,
    );
  const docs = api.externalDocs;
  if (docs !== undefined)
    items.push(
      say`See also: ${link(docs.description ?? docs.url, { kind: "web", url: docs.url })}`,
    );
  if (items.length > 0) blocks.push({ kind: "list", items });
  return blocks;
}

function authenticationBlocks(api: Api): readonly Block[] {
  return api.securitySchemes.flatMap((scheme): Block[] => {
    const items = flowWords(scheme);
    return [
      {
        kind: "paragraph",
        words: say`${code(scheme.name)}: ${capitalised(schemeWords(scheme))}.`,
      },
      ...(scheme.description === undefined
        ? []
        : [{ kind: "prose", text: scheme.description } as const]),
      ...(items.length === 0 ? [] : [{ kind: "list", items } as const]),
    ];
  });
}
