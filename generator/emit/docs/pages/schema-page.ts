import type { Api, Definition } from "../../../model/api.js";
import type { Schema } from "../../../model/schema.js";
import { ownWords } from "../../own-words.js";
import type { SchemaNames } from "../../../names/names.js";
import type { DescribeContext } from "../describe/describe-context.js";
import { OutlineBuilder } from "../describe/outline-builder.js";
import { Anchors } from "../text/anchors.js";
import { firstSentence } from "../text/first-sentence.js";
import { lineText } from "../text/plain-text.js";
import { link, say, type Target } from "../text/words.js";
import { madeExample, valueCode } from "./example-samples.js";
import { enumerationItems } from "./enumeration-section.js";
import type { Block, Entry, Page, SampleGroup, Section } from "./page.js";

/** What the output has of a schema besides its page. */
interface SchemaCode {
  /** Path of the file that has its type; undefined if there is none. */
  readonly source: string | undefined;
  readonly hasValidators: boolean;
}

/**
 * Makes the page of a named schema: as it is written, with the marks of both sides.
 */
export function schemaPage(
  definition: Definition,
  names: SchemaNames,
  { source, hasValidators }: SchemaCode,
  context: DescribeContext,
  uses: readonly Entry[],
): Page {
  const { schema } = definition;
  const anchors = new Anchors();
  const { api } = context;
  const module: Target | undefined =
    source === undefined ? undefined : { kind: "file", path: source };
  const builder = new OutlineBuilder(context, module, true);
  const { externalDocs } = schema.annotations;
  const fields = anchors.claim(["section", "schema"]);
  const outline = builder.build(schema, say`above`);
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
  const text = ownWords(schema.annotations, names.name);
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
      blocks: [{ kind: "outline", outline, id: "field" }],
      parts: [],
    },
  ];
  const items =
    source === undefined
      ? []
      : enumerationItems(schema, names, hasValidators, context);
  if (items.length > 0) {
    sections.push({
      id: anchors.claim(["section", "in-code"]),
      title: "In code",
      blocks: [{ kind: "list", items }],
      parts: [],
    });
  }
  if (uses.length > 0) {
    sections.push({
      id: anchors.claim(["section", "used-by"]),
      title: "Used by",
      blocks: [{ kind: "directory", entries: uses }],
      parts: [],
    });
  }
  return {
    path: `schemas/${names.slug}`,
    title: lineText(names.name),
    kicker: say`${link("Schemas", { kind: "page", page: "index", anchor: "section-schemas" })}`,
    summary: text === undefined ? undefined : firstSentence(text),
    blocks,
    aside: exampleAside(schema, api, anchors),
    sections,
  };
}

function exampleAside(
  schema: Schema,
  api: Api,
  anchors: Anchors,
): readonly SampleGroup[] {
  const id = anchors.claim(["sample", "1"]);
  const [given] = schema.annotations.examples ?? [];
  const samples =
    given === undefined
      ? madeExample(schema, "written", api, id)
      : [{ id, title: "Example", codes: [valueCode(given)] }];
  return samples.length === 0 ? [] : [{ kind: "example", samples }];
}
