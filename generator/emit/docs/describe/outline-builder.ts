import type { DefinitionId, Schema } from "../../../model/schema.js";
import { say, type Target, type Words } from "../text/words.js";
import {
  definitionSchema,
  linkedShape,
  schemaLink,
  schemaPage,
  shapePage,
  type DescribeContext,
} from "./describe-context.js";
import { memberHolder } from "./member-holder.js";
import { membersOf } from "./members.js";
import type { Outline } from "./outline.js";
import { maximumDepth, Outliner } from "./outliner.js";
import { keywordSet } from "./keywords-by-kind.js";
import { typeWords } from "./type-words.js";

/** Named schemas with more fields are not shown in full on other pages than their own. */
const maximumExpandedFields = 100;

/** Builds the outlines of one page: a named schema is shown in full once. */
export class OutlineBuilder {
  readonly #context: DescribeContext;
  readonly #outliner: Outliner;
  readonly #expanded = new Map<DefinitionId, Words>();
  readonly #isComplete: boolean;

  /**
   * @param module holds what is nested too deep for a page; undefined if nothing does
   * @param isComplete whether the root is shown in full, however large: on a schema's own page
   */
  constructor(
    context: DescribeContext,
    module: Target | undefined,
    isComplete: boolean,
  ) {
    this.#context = context;
    this.#outliner = new Outliner(context, module);
    this.#isComplete = isComplete;
  }

  /**
   * The outline of a body, a response or a named schema.
   * @param title how another place on the page refers to this one
   */
  build(schema: Schema, title: Words): Outline {
    const context = this.#context;
    const root = this.#rootTarget(schema);
    if (root !== undefined) {
      const shown = this.#expanded.get(root);
      if (shown !== undefined)
        return this.#reference(
          schema,
          root,
          say`The same fields as under ${shown}.`,
        );
      const size = this.#sizeOf(root);
      if (!this.#isComplete && size > maximumExpandedFields) {
        const more = say`${size} fields: see ${schemaLink(context, root)}.`;
        return this.#reference(schema, root, more);
      }
      if (size > 0) this.#expanded.set(root, title);
    }
    const outline = this.#open(schema, 0);
    const page = this.#pageOf(root, schema);
    return page === undefined ? outline : { ...outline, page };
  }

  #pageOf(root: DefinitionId | undefined, schema: Schema): string | undefined {
    const context = this.#context;
    if (root !== undefined) return schemaPage(context, root);
    const shape = linkedShape(memberHolder(schema, context, false), context);
    return shape === undefined ? undefined : shapePage(shape);
  }

  #reference(schema: Schema, root: DefinitionId, more: Words): Outline {
    const context = this.#context;
    const type = typeWords(schema, context);
    const page = schemaPage(context, root);
    return { type, facts: [], rules: [], fields: [], variants: [], more, page };
  }

  /** A value with the members of the named schemas that it consists of. */
  #open(schema: Schema, depth: number): Outline {
    const outliner = this.#outliner;
    const body = outliner.openBody(schema, depth);
    return outliner.join(schema, body, (inner) =>
      this.#alternative(inner, depth + 1),
    );
  }

  #alternative(schema: Schema, depth: number): Outline {
    const isSmall =
      !this.#context.linksParts &&
      depth <= maximumDepth &&
      schema.kind === "ref" &&
      !this.#expanded.has(schema.target) &&
      this.#sizeOf(schema.target) <= maximumExpandedFields / 2;
    if (!isSmall) return this.#outliner.outline(schema, depth);
    const { target } = schema;
    this.#expanded.set(target, [schemaLink(this.#context, target)]);
    return this.#open(schema, depth);
  }

  /** The named schema whose fields make up the value, or the values in an array. */
  #rootTarget(schema: Schema): DefinitionId | undefined {
    let at = schema;
    for (let step = 0; step < 4; step++) {
      if (at.kind === "ref") return at.target;
      const keywords = keywordSet(at);
      if (keywords.reference !== undefined && keywords.properties === undefined)
        return keywords.reference.target;
      const items = keywords.items?.rest;
      if (items === undefined) return undefined;
      at = items;
    }
    return undefined;
  }

  #sizeOf(id: DefinitionId): number {
    const schema = definitionSchema(this.#context, id);
    return schema === undefined
      ? 0
      : sizeOf(schema, { ...this.#context, view: "written" });
  }
}

/** About how many fields a named schema shows when it is shown in full. */
function sizeOf(schema: Schema, context: DescribeContext): number {
  return context.sizes.get(schema, () =>
    countMembers(schema, context, true, 0),
  );
}

function countMembers(
  schema: Schema,
  context: DescribeContext,
  isOpen: boolean,
  depth: number,
): number {
  if (depth > maximumDepth) return 0;
  const members = membersOf(
    memberHolder(schema, context, isOpen),
    context,
    isOpen,
  );
  let size = members.named.size;
  for (const { schemas } of members.named.values())
    for (const member of schemas)
      size += countMembers(member, context, false, depth + 1);
  for (const { schemas } of members.choices)
    for (const branch of schemas)
      size += countMembers(branch, context, false, depth + 1);
  return size;
}
