import { leafOfKeywords } from "../../../mapping/leaf-of.js";
import type { Leaf, Mappings } from "../../../mapping/mappings.js";
import type { Api } from "../../../model/api.js";
import type { Schema, DefinitionId } from "../../../model/schema.js";
import type { View } from "../../../model/views.js";
import type { Names } from "../../../names/names.js";
import { Memo } from "../../../tracking/memo.js";
import { code, link, type Inline } from "../text/words.js";
import { lineText } from "../text/plain-text.js";
import { isShape, shapeIdOf } from "./shared-shapes.js";
import { EqualSchemas } from "./equal-schemas.js";
import type { Outline } from "./outline.js";
import type { OutlineBody, OutlinePart } from "./outline-part.js";

/** What describing a schema needs to know. */
export interface DescribeContext {
  readonly api: Api;
  readonly names: Names;
  readonly mappings: Mappings;
  /** Who sees the value; `written` on the page of a schema, where both sides are shown. */
  readonly view: View | "written";
  /** What has been found out before: named schemas are described on many pages. */
  readonly sizes: Memo<Schema, number>;
  readonly outlines: Memo<Schema, OutlinePart<Outline>>;
  /** Of values that are shown with the members of what they refer to. */
  readonly openBodies: Memo<Schema, OutlinePart<OutlineBody>>;
  readonly equal: EqualSchemas;
  /** Whether alternatives and repeated anonymous objects are links to their pages; requests are shown in full. */
  readonly linksParts: boolean;
}

/** A context for each side. */
export type DescribeContexts = Readonly<
  Record<View | "written", DescribeContext>
>;

export function describeContexts(
  api: Api,
  names: Names,
  mappings: Mappings,
): DescribeContexts {
  const shared = {
    api,
    names,
    mappings,
    sizes: new Memo<Schema, number>(),
    outlines: new Memo<Schema, OutlinePart<Outline>>(),
    openBodies: new Memo<Schema, OutlinePart<OutlineBody>>(),
    equal: new EqualSchemas(),
    linksParts: true,
  };
  return {
    request: {
      ...shared,
      outlines: new Memo<Schema, OutlinePart<Outline>>(),
      openBodies: new Memo<Schema, OutlinePart<OutlineBody>>(),
      linksParts: false,
      view: "request",
    },
    response: { ...shared, view: "response" },
    written: { ...shared, view: "written" },
  };
}

/** The page of a schema, from the root of the docs, without its ending. */
export function schemaPage(context: DescribeContext, id: DefinitionId): string {
  return `schemas/${context.names.schemas.get(id)?.slug ?? ""}`;
}

/** The name of a definition, linked to its page. */
export function schemaLink(context: DescribeContext, id: DefinitionId): Inline {
  const names = context.names.schemas.get(id);
  if (names === undefined) return code(id);
  return link(names.name, { kind: "page", page: schemaPage(context, id) });
}

/** The id of the repeated anonymous object that a schema is; undefined if it is none, or shown in its place. */
export function linkedShape(
  schema: Schema,
  { api, linksParts }: DescribeContext,
): string | undefined {
  const id = linksParts ? shapeIdOf(schema) : undefined;
  return id !== undefined && isShape.of(api, id) ? id : undefined;
}

/** The page of a repeated anonymous object, from the root of the docs, without its ending. */
export function shapePage(id: string): string {
  return `shapes/${id}`;
}

/** What a page calls a repeated anonymous object. */
export function shapeTitle(schema: Schema): string {
  return lineText(schema.annotations.title ?? "") || "object";
}

/** The schema that a definition holds. */
export function definitionSchema(
  context: DescribeContext,
  id: DefinitionId,
): Schema | undefined {
  return context.api.definitions[id]?.schema;
}

/** The type of the user's own that stands for the values of a schema. */
export function leafOf(
  schema: Schema,
  { api, mappings }: Pick<DescribeContext, "api" | "mappings">,
): Leaf | undefined {
  // The settings say so alone: nothing of the API is read where nothing is mapped.
  if (mappings.isEmpty) return undefined;
  if (schema.kind === "ref")
    return mappings.definitions.get(schema.target)?.leaf;
  if (schema.kind !== "keywords") return undefined;
  const own = leafOfKeywords(schema.keywords, mappings);
  if (own !== undefined) return own;
  const [only] = schema.keywords;
  if (only?.kind === "reference")
    return mappings.definitions.get(only.target)?.leaf;
  const id = schema.pointer;
  return api.definitions[id]?.schema === schema
    ? mappings.definitions.get(id)?.leaf
    : undefined;
}
