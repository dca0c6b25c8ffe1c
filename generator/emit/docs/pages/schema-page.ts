import type { Definition } from "../../../model/api.js";
import type { Schema } from "../../../model/schema.js";
import { ownWords } from "../../own-words.js";
import type { SchemaNames } from "../../../names/names.js";
import {
  shapePage as shapePath,
  shapeTitle,
  type DescribeContext,
} from "../describe/describe-context.js";
import { OutlineBuilder } from "../describe/outline-builder.js";
import { Anchors } from "../text/anchors.js";
import { firstSentence } from "../text/first-sentence.js";
import { lineText } from "../text/plain-text.js";
import { link, say, type Target } from "../text/words.js";
import { madeNote, schemaExample, valueCode } from "./example-samples.js";
import { enumerationItems } from "./enumeration-section.js";
import type { Block, Code, Entry, Page, SampleGroup, Section } from "./page.js";

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
  const example = exampleOfPage(schema, context);
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
      blocks: [
        {
          kind: "directory",
          entries: uses.map(({ path: _path, ...entry }) => entry),
        },
      ],
      parts: [],
    });
  }
  return {
    path: `schemas/${names.slug}`,
    title: lineText(names.name),
    kicker: say`${link("Schemas", { kind: "page", page: "index", anchor: "section-schemas" })}`,
    summary: text === undefined ? undefined : firstSentence(text),
    blocks,
    aside: exampleAside(schema, example, anchors),
    sections,
    expansion: { outline, example },
  };
}

/** The page of an anonymous object that several places of the description repeat. */
export function shapePage(
  id: string,
  schema: Schema,
  context: DescribeContext,
): Page {
  const anchors = new Anchors();
  const outline = new OutlineBuilder(context, undefined, true).build(
    schema,
    say`above`,
  );
  const section: Section = {
    id: anchors.claim(["section", "schema"]),
    title: "Fields",
    blocks: [{ kind: "outline", outline, id: "field" }],
    parts: [],
  };
  const example = exampleOfPage(schema, context);
  return {
    path: shapePath(id),
    title: shapeTitle(schema),
    kicker: say`Object without a name of its own`,
    summary: undefined,
    blocks: [],
    aside: exampleAside(schema, example, anchors),
    sections: [section],
    expansion: { outline, example },
  };
}

function exampleOfPage(
  schema: Schema,
  { api }: DescribeContext,
): Code | undefined {
  const value = schemaExample(schema, api);
  return value === undefined ? undefined : valueCode(value);
}

function exampleAside(
  schema: Schema,
  code: Code | undefined,
  anchors: Anchors,
): readonly SampleGroup[] {
  if (code === undefined) return [];
  const id = anchors.claim(["sample", "1"]);
  const isMade = schema.annotations.examples?.[0] === undefined;
  const sample = { id, title: "Example", codes: [code] };
  const samples = [isMade ? { ...sample, note: madeNote } : sample];
  return [{ kind: "example", samples }];
}
