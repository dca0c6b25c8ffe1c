import type { Schema } from "../../../model/schema.js";
import { ownWords } from "../../own-words.js";
import type { Memo } from "../../../tracking/memo.js";
import { Segments } from "../text/anchors.js";
import { code, link, say, type Target } from "../text/words.js";
import type { Choice } from "./choice.js";
import { linkedShape, type DescribeContext } from "./describe-context.js";
import type { Fact } from "./fact.js";
import { annotationsOf, factsOf } from "./facts.js";
import { adviceWords, fieldOf } from "./field-of.js";
import { memberHolder } from "./member-holder.js";
import { membersOf, type Member, type Members } from "./members.js";
import {
  inOrder,
  isBare,
  type Field,
  type Mark,
  type Outline,
  type Variants,
} from "./outline.js";
import type { OutlineBody, OutlinePart } from "./outline-part.js";
import { isNamedScalar, maximumAlternatives, typeWords } from "./type-words.js";
import { nonNullPart } from "../../../model/or-null.js";
import { keywordSet } from "./keywords-by-kind.js";
import { variantName, variantTitle } from "./variant-words.js";

/** Objects written inline are shown to this depth; below stands a link to the type. */
export const maximumDepth = 8;

/** A choice among more shapes lists them by name. */
const maximumVariants = 24;

/** What the making of a part went through. */
interface Trail {
  /** The greatest depth that was reached. */
  deepest: number;
  /** Whether something is not the same for everyone who looks. */
  isSided: boolean;
  /** Whether something was left out because it is too deep. */
  isCut: boolean;
}

const newTrail = (depth: number): Trail => ({
  deepest: depth,
  isSided: false,
  isCut: false,
});

/** Makes outlines; what was made before, for whichever page, is used again. */
export class Outliner {
  readonly #context: DescribeContext;
  /** The module that holds what is nested too deep for a page. */
  readonly #module: Target | undefined;
  #trail = newTrail(0);

  constructor(context: DescribeContext, module: Target | undefined) {
    this.#context = context;
    this.#module = module;
  }

  /** A value whose named parts are links. */
  outline(schema: Schema, depth: number): Outline {
    const { outlines } = this.#context;
    return this.#recall(outlines, schema, depth, (first) =>
      this.#outline(first, depth),
    );
  }

  /** The members of a value, those of the named schemas that it refers to among them. */
  openBody(schema: Schema, depth: number): OutlineBody {
    const { openBodies } = this.#context;
    return this.#recall(openBodies, schema, depth, (first) =>
      this.#body(memberHolder(first, this.#context, true), depth, true),
    );
  }

  /**
   * The outline of a value with such members.
   * @param outlineOf makes the outline of an alternative
   */
  join(
    schema: Schema,
    body: OutlineBody,
    outlineOf: (schema: Schema) => Outline,
  ): Outline {
    const context = this.#context;
    const facts = factsOf(schema, context);
    this.#noteFacts(facts);
    const { rules, fields, more } = body;
    const type = typeWords(schema, context);
    const variants = this.#variants(body, outlineOf);
    const outline = { type, facts, rules, fields, variants };
    return more === undefined ? outline : { ...outline, more };
  }

  /** The alternatives of a value, and the parts of conditions after them. */
  #variants(
    { choices, conditions }: OutlineBody,
    outlineOf: (schema: Schema) => Outline,
  ): readonly Variants[] {
    if (choices.length === 0)
      return conditions.items.length === 0 ? noVariants : [conditions];
    const segments = new Segments();
    for (const { segment } of conditions.items) segments.claim(segment);
    return [
      ...choices.map((choice) => this.#choice(choice, segments, outlineOf)),
      conditions,
    ].filter(({ items }) => items.length > 0);
  }

  #outline(schema: Schema, depth: number): Outline {
    const holder = memberHolder(schema, this.#context, false);
    const body = this.#body(holder, depth, false);
    return this.join(schema, body, (inner) => this.outline(inner, depth + 1));
  }

  #body(holder: Schema, depth: number, isOpen: boolean): OutlineBody {
    if (!isOpen && linkedShape(holder, this.#context) !== undefined)
      return noMembers;
    const members = membersOf(holder, this.#context, isOpen);
    if (members.isSided) this.#trail.isSided = true;
    const { named, choices, rules } = members;
    if (depth > maximumDepth && named.size > 0) {
      this.#trail.isCut = true;
      const more =
        this.#module === undefined
          ? say`Nested deeper than this page shows.`
          : say`Nested deeper than this page shows: see ${link("the type", this.#module)}.`;
      return { rules: [], fields: [], choices: [], conditions: none, more };
    }
    if (named.size === 0 && choices.length + members.conditions.length === 0)
      return rules.length === 0 ? noMembers : { ...noMembers, rules };
    const fields = this.#fields(members, depth);
    const conditions = this.#conditions(members, depth);
    return { rules, fields, choices, conditions };
  }

  #fields(members: Members, depth: number): readonly Field[] {
    // A map of one sort of values has told them by its type.
    if (members.named.size === 0) return noFields;
    const segments = new Segments();
    const fields = [...members.named.values()].map((member) =>
      this.#field(member, segments, depth),
    );
    for (const { pattern, schema } of members.patterns)
      fields.push(this.#patternField(pattern, schema, segments, depth));
    if (members.additional !== undefined) {
      fields.push(
        this.#patternField(
          "any other name",
          members.additional,
          segments,
          depth,
        ),
      );
    }
    return inOrder(fields);
  }

  #field(member: Member, segments: Segments, depth: number): Field {
    const context = this.#context;
    const [schema, ...others] = member.schemas as [Schema, ...Schema[]];
    const annotations =
      others.length === 0
        ? annotationsOf(schema, context)
        : (Object.assign(
            {},
            ...[...others, schema].map((part) => annotationsOf(part, context)),
          ) as Schema["annotations"]);
    const outline = this.outline(schema, depth + 1);
    const extra = others.flatMap((part) => factsOf(part, context));
    this.#noteFacts(extra);
    const marks: Mark[] = [];
    if (member.required) marks.push("required");
    if (annotations.deprecated === true) marks.push("deprecated");
    if (annotations.readOnly === true || annotations.writeOnly === true) {
      this.#trail.isSided = true;
      if (annotations.readOnly === true && context.view === "written")
        marks.push("read-only");
      if (annotations.writeOnly === true && context.view === "written")
        marks.push("write-only");
    }
    return fieldOf(outline, {
      facts: mergeFacts(outline.facts, extra),
      segment: segments.claim(member.name),
      name: member.name,
      isPattern: false,
      marks,
      description: ownWords(
        others.length === 0 && this.#isNamedObject(schema)
          ? schema.annotations
          : annotations,
        member.name,
      ),
      advice: adviceWords(member.ignoredWith),
    });
  }

  /** True for a reference to a named schema that is more than a scalar: its page has its description. */
  #isNamedObject(schema: Schema): boolean {
    const part = nonNullPart(schema);
    const target =
      part.kind === "ref" ? part.target : keywordSet(part).reference?.target;
    return target !== undefined && !isNamedScalar(target, this.#context);
  }

  #patternField(
    pattern: string,
    schema: Schema,
    segments: Segments,
    depth: number,
  ): Field {
    const annotations = annotationsOf(schema, this.#context);
    const outline = this.outline(schema, depth + 1);
    return fieldOf(outline, {
      facts: outline.facts,
      segment: segments.claim(pattern),
      name: pattern,
      isPattern: true,
      marks: [],
      description: annotations.description ?? annotations.title,
      advice: [],
    });
  }

  #choice(
    choice: Choice,
    segments: Segments,
    outlineOf: (schema: Schema) => Outline,
  ): Variants {
    const context = this.#context;
    const title =
      choice.discriminator !== undefined
        ? say`The one of these shapes that ${code(choice.discriminator.property)} selects`
        : choice.exclusive
          ? say`Exactly one of these shapes`
          : say`At least one of these shapes`;
    const { length } = choice.schemas;
    if (!context.linksParts && length > maximumVariants)
      return { title, items: [] };
    const items = choice.schemas.map((schema, index) => ({
      segment: segments.claim(variantName(schema, index, context)),
      title: variantTitle(schema, choice, context),
      ...described(schema.annotations),
      outline: outlineOf(schema),
    }));
    // The type names the alternatives of a short list.
    const isSaid =
      choice.discriminator !== undefined ||
      length > maximumAlternatives ||
      items.some((item) => !isBare(item.outline));
    return { title, items: isSaid ? items : [] };
  }

  #conditions({ conditions, named }: Members, depth: number): Variants {
    if (conditions.length === 0) return none;
    const context = this.#context;
    const items = conditions
      .filter(({ schema }) => {
        const members = membersOf(schema, context, false);
        if (members.isSided) this.#trail.isSided = true;
        return [...members.named.keys()].some((name) => !named.has(name));
      })
      .map((condition, index) => ({
        segment: `case-${index + 1}`,
        title: condition.title,
        ...described(condition.schema.annotations),
        outline: this.outline(condition.schema, depth + 1),
      }));
    return { title: say`Fields that depend on others`, items };
  }

  #noteFacts(facts: readonly Fact[]): void {
    if (facts.some(({ isOpen }) => isOpen === true)) this.#trail.isSided = true;
  }

  #firstEqual(schema: Schema): Schema {
    const { equal, mappings } = this.#context;
    // What a schema is mapped to depends on where it stands.
    return mappings.isEmpty ? equal.of(schema) : schema;
  }

  /**
   * What was made before of an equal schema, unless it would reach deeper here than a page shows; else it is made
   * and kept. So no outline depends on which pages were made before.
   */
  #recall<T>(
    memo: Memo<Schema, OutlinePart<T>>,
    schema: Schema,
    depth: number,
    make: (first: Schema) => T,
  ): T {
    const first = this.#firstEqual(schema);
    const { view } = this.#context;
    const fits = ({ height }: OutlinePart<T>): boolean =>
      depth + height <= maximumDepth;
    const part =
      memo.find(first, [bothSides, view], fits) ??
      memo.make(
        first,
        () => this.#trace(depth, () => make(first)),
        ({ isCut, isSided }) =>
          isCut ? undefined : isSided ? view : bothSides,
      );
    const trail = this.#trail;
    trail.deepest = Math.max(trail.deepest, depth + part.height);
    if (part.isSided) trail.isSided = true;
    if (part.isCut) trail.isCut = true;
    return part.value;
  }

  /** Makes a part, and tells what its making went through. */
  #trace<T>(depth: number, make: () => T): OutlinePart<T> {
    const outer = this.#trail;
    const trail = newTrail(depth);
    this.#trail = trail;
    const value = make();
    this.#trail = outer;
    const { isSided, isCut } = trail;
    return { value, height: trail.deepest - depth, isSided, isCut };
  }
}

/** The part of a memo for what does not differ between requests and responses. */
const bothSides = "";

const none: Variants = { title: [], items: [] };
const noMembers: OutlineBody = {
  rules: [],
  fields: [],
  choices: [],
  conditions: none,
};
const noFields: readonly Field[] = [];
const noVariants: readonly Variants[] = [];

function described(annotations: Schema["annotations"]): {
  description?: string;
} {
  const text = annotations.description ?? annotations.title;
  return text === undefined ? {} : { description: text };
}

function mergeFacts(
  first: readonly Fact[],
  second: readonly Fact[],
): readonly Fact[] {
  if (second.length === 0) return first;
  const said = new Set(first.map((fact) => JSON.stringify(fact)));
  return [
    ...first,
    ...second.filter((fact) => !said.has(JSON.stringify(fact))),
  ];
}
