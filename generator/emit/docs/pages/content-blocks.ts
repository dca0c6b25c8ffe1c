import type { BodyBranch } from "../../../model/body-branches.js";
import type { OutlineBuilder } from "../describe/outline-builder.js";
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
  form: "outline" | "lines",
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
  const kind = schema.kind === "ref" ? form : "outline";
  blocks.push({ kind, outline, id });
  for (const encoding of media.encodings) {
    if (encoding.contentType === undefined) continue;
    const words = say`${code(encoding.property)} is sent as ${code(encoding.contentType)}.`;
    blocks.push({ kind: "paragraph", words });
  }
  return blocks;
}
