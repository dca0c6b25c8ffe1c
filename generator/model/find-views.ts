import { isReadOnly, isWriteOnly } from "./access.js";
import {
  type Api,
  type Header,
  type MediaType,
  type Operation,
  receivedOperations,
} from "./api.js";
import type { DefinitionId, EnumKeyword, Schema } from "./schema.js";
import { referencesOf, visit } from "./walk-schema.js";
import type { DefinitionViews, Views } from "./views.js";

/**
 * Whether responses treat an enum as open: a list of at least two strings (and perhaps null), to which a server
 * can add. An enum of one value is a constant; one that the configuration closes is none.
 */
export function isOpenEnum(keyword: EnumKeyword): boolean {
  const strings = keyword.values.filter((value) => typeof value === "string");
  return (
    keyword.isClosed !== true &&
    strings.length > 1 &&
    keyword.values.every((value) => value === null || typeof value === "string")
  );
}

type Open<T> = { -readonly [K in keyof T]: T[K] };

/** Finds what each definition looks like from the two sides, over all references; in linear time. */
export function findViews(api: Api): Views {
  const own = new Map<DefinitionId, Facts>();
  for (const [id, definition] of Object.entries(api.definitions)) {
    own.set(id, factsOf(definition.schema, api));
  }
  const views = new Map<DefinitionId, Open<DefinitionViews>>();
  for (const [id, facts] of own) {
    views.set(id, {
      inRequests: false,
      inResponses: false,
      hasReadOnly: facts.hasReadOnly,
      hasWriteOnly: facts.hasWriteOnly,
      hasOpenEnum: facts.hasOpenEnum,
      hasOpenUnion: facts.hasOpenUnion,
      hasFormat: facts.hasFormat,
    });
  }
  const users = reverse(own);
  for (const flag of transitive) {
    const start = [...views].filter(([, view]) => view[flag]);
    spread(
      start.map(([id]) => id),
      (id) => users.get(id) ?? [],
      (id) => {
        const view = views.get(id);
        if (view !== undefined) view[flag] = true;
      },
    );
  }
  const roots = rootsOf(api);
  for (const flag of ["inRequests", "inResponses"] as const) {
    spread(
      roots[flag],
      (id) => own.get(id)?.references ?? [],
      (id) => {
        const view = views.get(id);
        if (view !== undefined) view[flag] = true;
      },
    );
  }
  return views;
}

const transitive = [
  "hasReadOnly",
  "hasWriteOnly",
  "hasOpenEnum",
  "hasOpenUnion",
  "hasFormat",
] as const satisfies (keyof DefinitionViews)[];

interface Facts extends Pick<DefinitionViews, (typeof transitive)[number]> {
  readonly references: ReadonlySet<DefinitionId>;
}

/** What a schema says itself, without what it refers to. */
function factsOf(root: Schema, api: Api): Facts {
  const facts = {
    references: new Set<DefinitionId>(),
    hasReadOnly: false,
    hasWriteOnly: false,
    hasOpenEnum: false,
    hasOpenUnion: false,
    hasFormat: false,
  };
  visit(root, (next) => {
    for (const keyword of next.kind === "keywords" ? next.keywords : []) {
      if (keyword.kind === "enum" && isOpenEnum(keyword))
        facts.hasOpenEnum = true;
      if (
        (keyword.kind === "anyOf" || keyword.kind === "oneOf") &&
        keyword.discriminator?.isOpen === true
      ) {
        facts.hasOpenUnion = true;
      }
      if (keyword.kind === "format" || keyword.kind === "content") {
        facts.hasFormat = true;
      }
      if (keyword.kind === "properties") {
        for (const { schema } of keyword.named) {
          if (isReadOnly(schema, api)) facts.hasReadOnly = true;
          if (isWriteOnly(schema, api)) facts.hasWriteOnly = true;
        }
      }
    }
    for (const target of referencesOf(next)) facts.references.add(target);
  });
  return facts;
}

function reverse(
  facts: ReadonlyMap<DefinitionId, Facts>,
): Map<DefinitionId, DefinitionId[]> {
  const users = new Map<DefinitionId, DefinitionId[]>();
  for (const [id, { references }] of facts) {
    for (const target of references) {
      const known = users.get(target);
      if (known === undefined) users.set(target, [id]);
      else known.push(id);
    }
  }
  return users;
}

/** Visits everything that is reached from the start, once. */
function spread(
  start: Iterable<DefinitionId>,
  next: (id: DefinitionId) => Iterable<DefinitionId>,
  visit: (id: DefinitionId) => void,
): void {
  const seen = new Set<DefinitionId>();
  const open = [...start];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    visit(id);
    for (const added of next(id)) open.push(added);
  }
}

/** The definitions that operations refer to themselves, by direction. What a webhook or a callback sends counts as a response. */
function rootsOf(
  api: Api,
): Record<"inRequests" | "inResponses", Set<DefinitionId>> {
  const requests = new Set<DefinitionId>();
  const responses = new Set<DefinitionId>();
  for (const operation of api.operations) {
    collect(requestSchemas(operation), requests, api);
    collect(responseSchemas(operation), responses, api);
  }
  for (const received of receivedOperations(api)) {
    collect(requestSchemas(received), responses, api);
    collect(responseSchemas(received), requests, api);
  }
  return { inRequests: requests, inResponses: responses };
}

function collect(
  schemas: readonly Schema[],
  into: Set<DefinitionId>,
  api: Api,
): void {
  for (const schema of schemas) {
    for (const target of factsOf(schema, api).references) into.add(target);
  }
}

/** The schemas in parameters, bodies, headers and responses of an operation; references are not followed. */
export function schemasOfOperation(operation: Operation): readonly Schema[] {
  return [...requestSchemas(operation), ...responseSchemas(operation)];
}

function requestSchemas(operation: Operation): Schema[] {
  return [
    ...operation.parameters.map(({ schema }) => schema),
    ...contentSchemas(operation.body?.contents ?? []),
  ];
}

function responseSchemas(operation: Operation): Schema[] {
  return operation.responses.flatMap((response) => [
    ...headerSchemas(response.headers),
    ...contentSchemas(response.contents),
  ]);
}

function contentSchemas(contents: readonly MediaType[]): Schema[] {
  return contents.flatMap((content) => [
    ...(content.schema === undefined ? [] : [content.schema]),
    ...(content.itemSchema === undefined ? [] : [content.itemSchema]),
    ...[
      ...content.encodings,
      ...(content.prefixEncodings ?? []),
      ...(content.itemEncoding === undefined ? [] : [content.itemEncoding]),
    ].flatMap(({ headers }) => headerSchemas(headers)),
  ]);
}

function headerSchemas(headers: readonly Header[]): Schema[] {
  return headers.map(({ schema }) => schema);
}
