import type {
  DefinitionId,
  IgnoredWith,
  Schema,
} from "../../../model/schema.js";
import type { Anchors } from "../text/anchors.js";
import { code, link, say, type Target, type Words } from "../text/words.js";
import {
  definitionSchema,
  schemaLink,
  type DescribeContext,
} from "./describe-context.js";
import type { Fact } from "./fact.js";
import { annotationsOf, factsOf } from "./facts.js";
import {
  membersOf,
  type Choice,
  type Condition,
  type Member,
} from "./members.js";
import {
  isBare,
  type Field,
  type Mark,
  type Outline,
  type Variant,
  type Variants,
} from "./outline.js";
import { conditionWords } from "./rule-words.js";
import { ruleSet } from "./rules-by-kind.js";
import { typeWords } from "./type-words.js";
import { variantName, variantTitle } from "./variant-words.js";

/** Objects written inline are shown to this depth; below stands a link to the type. */
const maximumDepth = 8;

/** Named schemas with more fields are not shown in full on other pages than their own. */
const maximumExpandedFields = 100;

/** A choice among more shapes lists them by name. */
const maximumVariants = 24;

export interface OutlinePlace {
  /** Names that lead here, for ids; the first is the page's own word. */
  readonly path: readonly string[];
  /** What the reader reads before a field's name: `capabilities.` */
  readonly prefix: string;
}

/** Builds the outlines of one page: ids are unique over the page, and a named schema is shown in full once. */
export class OutlineBuilder {
  readonly #context: DescribeContext;
  readonly #anchors: Anchors;
  readonly #expanded = new Map<DefinitionId, Words>();
  /** The module that holds what is nested too deep for a page. */
  readonly #module: Target;
  readonly #isComplete: boolean;

  /** @param isComplete whether the root is shown in full, however large: on a schema's own page */
  constructor(
    context: DescribeContext,
    anchors: Anchors,
    module: Target,
    isComplete: boolean,
  ) {
    this.#context = context;
    this.#anchors = anchors;
    this.#module = module;
    this.#isComplete = isComplete;
  }

  /**
   * The outline of a body, a response or a named schema.
   * @param title how another place on the page refers to this one
   */
  build(schema: Schema, place: OutlinePlace, title: Words): Outline {
    const context = this.#context;
    const type = typeWords(schema, context);
    const root = this.#rootTarget(schema);
    if (root !== undefined) {
      const shown = this.#expanded.get(root);
      if (shown !== undefined) {
        const more = say`The same fields as under ${shown}.`;
        return { type, facts: [], rules: [], fields: [], variants: [], more };
      }
      const size = this.#sizeOf(root);
      if (!this.#isComplete && size > maximumExpandedFields) {
        const more = say`${size} fields: see ${schemaLink(context, root)}.`;
        return { type, facts: [], rules: [], fields: [], variants: [], more };
      }
      if (size > 0) this.#expanded.set(root, title);
    }
    return this.#outline(schema, place, 0, true);
  }

  #outline(
    schema: Schema,
    place: OutlinePlace,
    depth: number,
    expand: boolean,
  ): Outline {
    const context = this.#context;
    const holder = memberHolder(schema, context, expand);
    const members = membersOf(holder, context, expand);
    const base = {
      type: typeWords(schema, context),
      facts: factsOf(schema, context),
    };
    if (depth > maximumDepth && members.named.size > 0) {
      const more = say`Nested deeper than this page shows: see ${link("the type", this.#module)}.`;
      return { ...base, rules: [], fields: [], variants: [], more };
    }
    const fields = [...members.named.values()].map((member) =>
      this.#field(member, place, depth),
    );
    for (const { pattern, schema: value } of members.patterns) {
      // A map of one sort of values has told them by its type.
      if (fields.length === 0) continue;
      fields.push(this.#patternField(pattern, value, place, depth));
    }
    if (members.additional !== undefined && fields.length > 0) {
      fields.push(
        this.#patternField("any other name", members.additional, place, depth),
      );
    }
    const variants = [
      ...members.choices.map((choice) =>
        this.#choice(choice, place, depth, expand),
      ),
      this.#conditions(members.conditions, members.named, place, depth),
    ].filter(({ items }) => items.length > 0);
    return { ...base, rules: members.rules, fields, variants };
  }

  #field(member: Member, place: OutlinePlace, depth: number): Field {
    const context = this.#context;
    const [schema, ...others] = member.schemas as [Schema, ...Schema[]];
    const annotations = Object.assign(
      {},
      ...[...others, schema].map((part) => annotationsOf(part, context)),
    ) as Schema["annotations"];
    const path = [...place.path, member.name];
    const name = place.prefix + member.name;
    const id = this.#anchors.claim(path);
    const inner = { path, prefix: `${name}.` };
    const outline = this.#outline(schema, inner, depth + 1, false);
    const extra = others.flatMap((part) => factsOf(part, context));
    const marks: Mark[] = [];
    if (member.required) marks.push("required");
    if (annotations.deprecated === true) marks.push("deprecated");
    if (annotations.readOnly === true && context.view === "written")
      marks.push("read-only");
    if (annotations.writeOnly === true && context.view === "written")
      marks.push("write-only");
    return {
      ...outline,
      facts: mergeFacts(outline.facts, extra),
      id,
      name: member.name,
      isPattern: false,
      path: name,
      marks,
      ...described(annotations),
      advice: adviceWords(member.ignoredWith),
    };
  }

  #patternField(
    pattern: string,
    schema: Schema,
    place: OutlinePlace,
    depth: number,
  ): Field {
    const path = [...place.path, pattern];
    const id = this.#anchors.claim(path);
    const inner = { path, prefix: `${place.prefix}*.` };
    return {
      ...this.#outline(schema, inner, depth + 1, false),
      id,
      name: pattern,
      isPattern: true,
      path: place.prefix + pattern,
      marks: [],
      ...described(annotationsOf(schema, this.#context)),
      advice: [],
    };
  }

  #choice(
    choice: Choice,
    place: OutlinePlace,
    depth: number,
    expand: boolean,
  ): Variants {
    const title = choice.exclusive
      ? say`Exactly one of these shapes`
      : say`At least one of these shapes`;
    if (choice.schemas.length > maximumVariants) return { title, items: [] };
    const items = choice.schemas.map((schema, index) => {
      const isSmall =
        expand &&
        schema.kind === "ref" &&
        !this.#expanded.has(schema.target) &&
        this.#sizeOf(schema.target) <= maximumExpandedFields / 2;
      const name = variantName(schema, index, this.#context);
      const path = [...place.path, name];
      const inner = { path, prefix: place.prefix };
      if (isSmall && schema.kind === "ref")
        this.#expanded.set(schema.target, [
          schemaLink(this.#context, schema.target),
        ]);
      return this.#variant(
        schema,
        variantTitle(schema, choice, this.#context),
        inner,
        depth,
        isSmall,
      );
    });
    return {
      title,
      items: items.every((item) => isBare(item.outline)) ? [] : items,
    };
  }

  #conditions(
    conditions: readonly Condition[],
    named: ReadonlyMap<string, Member>,
    place: OutlinePlace,
    depth: number,
  ): Variants {
    const items = conditions
      .filter(({ schema }) => {
        const members = membersOf(schema, this.#context, false);
        return [...members.named.keys()].some((name) => !named.has(name));
      })
      .map(({ when, isNegated, schema }, index) => {
        const condition =
          "given" in when
            ? say`${code(when.given)} is given`
            : conditionWords(when, this.#context);
        const title = isNegated
          ? say`Unless ${condition}`
          : say`Where ${condition}`;
        const path = [...place.path, `case-${index + 1}`];
        return this.#variant(schema, title, { ...place, path }, depth, false);
      });
    return { title: say`Fields that depend on others`, items };
  }

  #variant(
    schema: Schema,
    title: Words,
    place: OutlinePlace,
    depth: number,
    expand: boolean,
  ): Variant {
    return {
      id: this.#anchors.claim(place.path),
      title,
      ...described(schema.annotations),
      outline: this.#outline(schema, place, depth + 1, expand),
    };
  }

  /** The named schema whose fields make up the value, or the values in an array. */
  #rootTarget(schema: Schema): DefinitionId | undefined {
    let at = schema;
    for (let step = 0; step < 4; step++) {
      if (at.kind === "ref") return at.target;
      const rules = ruleSet(at);
      if (rules.reference !== undefined && rules.properties === undefined)
        return rules.reference.target;
      const items = rules.items?.rest;
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
  expand: boolean,
  depth: number,
): number {
  if (depth > maximumDepth) return 0;
  const members = membersOf(
    memberHolder(schema, context, expand),
    context,
    expand,
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

/** The schema whose members are shown for a value: its own, or those of an array's items or a map's values. */
function memberHolder(
  schema: Schema,
  context: DescribeContext,
  expand: boolean,
): Schema {
  let at = schema;
  for (let step = 0; step < 6; step++) {
    let rules = ruleSet(at);
    const target = rules.reference?.target;
    if (expand && target !== undefined) {
      const named = definitionSchema(context, target);
      if (named !== undefined) rules = ruleSet(named);
    }
    const items = rules.items?.rest;
    const values =
      rules.properties?.named.length === 0
        ? (rules.properties.patterns[0]?.schema ?? rules.properties.additional)
        : undefined;
    const inner = items ?? values;
    if (inner === undefined || inner.kind === "any" || inner.kind === "never")
      return at;
    at = inner;
  }
  return at;
}

function described(annotations: Schema["annotations"]): {
  description?: string;
} {
  const text = annotations.description ?? annotations.title;
  return text === undefined ? {} : { description: text };
}

function mergeFacts(first: readonly Fact[], second: readonly Fact[]): Fact[] {
  const said = new Set(first.map((fact) => JSON.stringify(fact)));
  return [
    ...first,
    ...second.filter((fact) => !said.has(JSON.stringify(fact))),
  ];
}

/** `x-ignored-with` in words: one sentence a reason. */
export function adviceWords(
  ignoredWith: readonly IgnoredWith[],
): readonly Words[] {
  return ignoredWith.map(({ name, reason }) =>
    reason === undefined
      ? say`Ignored while ${code(name)} is set.`
      : say`Ignored while ${code(name)} is set: ${reason}`,
  );
}
