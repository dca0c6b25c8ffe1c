import type { Api, Operation } from "../../../model/api.js";
import type { Names } from "../../../names/names.js";
import { flowWords, schemeWords } from "../describe/security-words.js";
import { Anchors } from "../text/anchors.js";
import { lineText } from "../text/plain-text.js";
import {
  capitalised,
  code,
  link,
  say,
  strong,
  type Words,
} from "../text/words.js";
import { operationEntry, serverWords } from "./operation-words.js";
import type { Block, Entry, Page, Part, Section } from "./page.js";

/** Makes the first page: what the API is, how to reach it, and lists of all other pages. */
export function indexPage(api: Api, names: Names): Page {
  const anchors = new Anchors();
  const section = (
    id: string,
    title: string,
    blocks: readonly Block[],
    parts: readonly Part[] = [],
  ): Section => ({ id: anchors.claim(["section", id]), title, blocks, parts });
  const sections: Section[] = [];
  const groups = operationGroups(api);
  const parts = groups.map(({ title, description, operations }): Part => ({
    id: anchors.claim(["tag", title]),
    title: say`${title}`,
    blocks: [
      ...(description === undefined
        ? []
        : [{ kind: "prose", text: description } as const]),
      { kind: "directory", entries: entriesOf(operations, names) },
    ],
    aside: [],
  }));
  if (parts.length > 0)
    sections.push(section("operations", "Operations", [], parts));
  const webhooks = api.receivers.filter(({ kind }) => kind === "webhook");
  if (webhooks.length > 0) {
    const entries = entriesOf(webhooks, names);
    sections.push(
      section("webhooks", "Webhooks", [{ kind: "directory", entries }]),
    );
  }
  const schemas = schemaEntries(api, names);
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
    kicker: `API reference, version ${lineText(api.info.version)}`,
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

interface OperationGroup {
  readonly title: string;
  readonly description?: string;
  readonly operations: readonly Operation[];
}

/** Operations by their first tag: declared tags first and in their order, then the others; without a tag last. */
export function operationGroups(api: Api): readonly OperationGroup[] {
  const byTag = new Map<string | undefined, Operation[]>();
  for (const tag of api.tags) byTag.set(tag.name, []);
  for (const operation of api.operations) {
    const [tag] = operation.tags;
    const known = byTag.get(tag);
    if (known === undefined) byTag.set(tag, [operation]);
    else known.push(operation);
  }
  const untagged = byTag.get(undefined) ?? [];
  byTag.delete(undefined);
  const groups: OperationGroup[] = [];
  for (const [name, operations] of byTag) {
    const tag = api.tags.find((item) => item.name === name);
    if (operations.length === 0) continue;
    groups.push({
      title: lineText(tag?.summary ?? name ?? ""),
      ...(tag?.description === undefined
        ? {}
        : { description: tag.description }),
      operations,
    });
  }
  if (untagged.length > 0)
    groups.push({
      title: groups.length > 0 ? "Other" : "All operations",
      operations: untagged,
    });
  return groups;
}

/** The lines of operations in a list. */
export function entriesOf(
  operations: readonly Operation[],
  names: Names,
): readonly Entry[] {
  return operations.flatMap((operation) => operationEntry(operation, names));
}

/** The lines of all schemas, in the order of their names. */
export function schemaEntries(api: Api, names: Names): readonly Entry[] {
  return Object.values(api.definitions)
    .flatMap(({ id, schema }) => {
      const own = names.schemas.get(id);
      if (own === undefined) return [];
      return [
        {
          page: `schemas/${own.slug}`,
          title: lineText(own.name),
          isDeprecated: schema.annotations.deprecated === true,
        },
      ];
    })
    .sort((a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : 0));
}
