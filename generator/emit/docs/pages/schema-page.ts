import type { Api, Definition, Operation } from "../../../model/api.js";
import type { DefinitionId, Schema } from "../../../model/schema.js";
import { referencesOf } from "../../../model/walk-schema.js";
import type { SchemaNames } from "../../../names/names.js";
import type { DescribeContext } from "../describe/describe-context.js";
import { OutlineBuilder } from "../describe/outline-builder.js";
import { Anchors } from "../text/anchors.js";
import { lineText } from "../text/plain-text.js";
import { link, say, type Target } from "../text/words.js";
import { madeExample, valueCode } from "./example-samples.js";
import { operationEntry } from "./operation-words.js";
import type { Block, Page, Section } from "./page.js";

const maximumUses = 60;

/** Makes the page of a named schema: as it is written, with the marks of both sides. */
export function schemaPage(
  definition: Definition,
  names: SchemaNames,
  context: DescribeContext,
  uses: readonly Operation[],
): Page {
  const { schema } = definition;
  const anchors = new Anchors();
  const { api, names: allNames } = context;
  const module: Target = { kind: "file", path: names.typeModule };
  const builder = new OutlineBuilder(context, anchors, module, true);
  const { description, title, externalDocs } = schema.annotations;
  const fields = anchors.claim(["section", "schema"]);
  const outline = builder.build(
    schema,
    { path: ["field"], prefix: "" },
    say`above`,
  );
  const blocks: Block[] = [{ kind: "label", words: outline.type }];
  if (schema.annotations.deprecated === true) {
    const items = [say`This schema is deprecated.`];
    blocks.push({
      kind: "callout",
      tone: "warning",
      title: "Deprecated",
      items,
    });
  }
  const text = description ?? title;
  if (text !== undefined) blocks.push({ kind: "prose", text });
  if (externalDocs !== undefined) {
    const target = { kind: "web", url: externalDocs.url } as const;
    const words = say`See also: ${link(externalDocs.description ?? externalDocs.url, target)}`;
    blocks.push({ kind: "paragraph", words });
  }
  const sections: Section[] = [
    {
      id: fields,
      title: outline.fields.length > 0 ? "Fields" : "Values",
      blocks: [{ kind: "outline", outline }],
      parts: [],
    },
  ];
  const entries = uses
    .slice(0, maximumUses)
    .flatMap((operation) => operationEntry(operation, allNames));
  if (entries.length > 0) {
    sections.push({
      id: anchors.claim(["section", "used-by"]),
      title: "Used by",
      blocks: [{ kind: "directory", entries }],
      parts: [],
    });
  }
  return {
    path: `schemas/${names.slug}`,
    title: lineText(names.name),
    kicker: "Schema",
    blocks,
    aside: exampleAside(schema, api, anchors),
    sections,
  };
}

function exampleAside(
  schema: Schema,
  api: Api,
  anchors: Anchors,
): readonly Block[] {
  const id = anchors.claim(["sample", "1"]);
  const [given] = schema.annotations.examples ?? [];
  if (given === undefined) return madeExample(schema, "written", api, id);
  const codes = [valueCode(given)];
  return [{ kind: "samples", samples: { id, title: "Example", codes } }];
}

/** The operations that name a schema in a parameter, a body or a response, directly. */
export function usesOf(
  api: Api,
): ReadonlyMap<DefinitionId, readonly Operation[]> {
  const uses = new Map<DefinitionId, Operation[]>();
  for (const operation of [...api.operations, ...api.receivers]) {
    const found = new Set<DefinitionId>();
    for (const schema of schemasOf(operation))
      for (const id of referencesOf(schema)) found.add(id);
    for (const id of found) {
      const known = uses.get(id);
      if (known === undefined) uses.set(id, [operation]);
      else known.push(operation);
    }
  }
  return uses;
}

function schemasOf(operation: Operation): readonly Schema[] {
  const contents = [
    ...(operation.body?.contents ?? []),
    ...operation.responses.flatMap((response) => response.contents),
  ];
  return [
    ...operation.parameters.map(({ schema }) => schema),
    ...operation.responses.flatMap(({ headers }) =>
      headers.map(({ schema }) => schema),
    ),
    ...contents.flatMap(({ schema, itemSchema }) =>
      [schema, itemSchema].filter((part) => part !== undefined),
    ),
  ];
}
