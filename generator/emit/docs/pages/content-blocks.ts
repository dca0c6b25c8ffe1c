import type { Response } from "../../../model/api.js";
import type { BodyBranch } from "../../../model/body-branches.js";
import type { DescribeContext } from "../describe/describe-context.js";
import type { OutlineBuilder } from "../describe/outline-builder.js";
import { typeWords } from "../describe/type-words.js";
import { code, say, type Words } from "../text/words.js";
import { typesOf } from "./operation-words.js";
import type { Block } from "./page.js";

/**
 * The blocks of a body: its media types, its type, and its fields.
 * @param id what the ids of its fields begin with
 * @param form how the fields of a named schema are printed
 * @param isNamed whether the media types are printed even if there is no schema
 * @param title how another place on the page refers to this one
 */
export function contentBlocks(
  branch: BodyBranch,
  id: string,
  outlines: OutlineBuilder,
  form: "outline" | "lines" | "link",
  isNamed: boolean,
  title: Words,
): readonly Block[] {
  const blocks: Block[] = [];
  const [media] = branch;
  const schema = media.schema ?? media.itemSchema;
  if (schema === undefined) {
    if (isNamed) blocks.push({ kind: "label", words: typesOf(branch) });
    return blocks;
  }
  const outline = outlines.build(schema, title);
  const each = media.schema === undefined ? "each item: " : "";
  blocks.push({
    kind: "label",
    words: say`${typesOf(branch)} ${each}${outline.type}`,
  });
  if (
    schema.annotations.description !== undefined &&
    outline.rules.length === 0
  )
    blocks.push({ kind: "prose", text: schema.annotations.description });
  const kind = outline.page === undefined ? "outline" : form;
  if (kind !== "link") blocks.push({ kind, outline, id });
  for (const encoding of media.encodings) {
    if (encoding.contentType === undefined) continue;
    const words = say`${code(encoding.property)} is sent as ${code(encoding.contentType)}.`;
    blocks.push({ kind: "paragraph", words });
  }
  return blocks;
}

/** The type of a body with one media type; its name too, if it is not JSON. */
export function bodyWords(
  { contents }: Response,
  context: DescribeContext,
): Words {
  const [media] = contents;
  if (media?.schema === undefined) return [];
  const type = typeWords(media.schema, context);
  return media.mediaType === "application/json"
    ? type
    : say`${code(media.mediaType)} ${type}`;
}
