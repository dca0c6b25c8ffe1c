import { inlineCode } from "../../code/comment.js";
import type {
  IgnoredWith,
  Property,
  Rule,
  RuleByKind,
  Schema,
} from "../../model/schema.js";
import type { MemberDocs } from "./shape.js";

/** What the comment of a member says: its description, its constraints in words, and the advice about it. */
export function memberDocs({ schema, ignoredWith }: Property): MemberDocs {
  return {
    text: [
      schema.annotations.description ?? schema.annotations.title ?? "",
      constraintText(schema),
      adviceText(ignoredWith ?? []),
    ]
      .map((text) => text.trim())
      .filter((text) => text !== "")
      .join("\n\n"),
    deprecated: schema.annotations.deprecated === true,
  };
}

/** The constraints that the type itself does not show, in one sentence; empty where there are none. */
export function constraintText(schema: Schema): string {
  const rules = schema.kind === "rules" ? schema.rules : [];
  const facts = [
    ...lengthFacts(rules),
    ...rules.flatMap((rule) =>
      (constraintFacts[rule.kind] as (rule: Rule) => string[])(rule),
    ),
  ];
  const { default: value } = schema.annotations;
  if (value !== undefined) {
    facts.push(`default ${inlineCode(JSON.stringify(value))}`);
  }
  const text = facts.join(", ");
  return text === "" ? "" : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function adviceText(entries: readonly IgnoredWith[]): string {
  return entries
    .map(({ name, reason }) => {
      const why = reason === undefined ? "." : `: ${reason.trim()}`;
      return `Ignored while ${inlineCode(name)} is set${why}`;
    })
    .join("\n");
}

function lengthFacts(rules: readonly Rule[]): string[] {
  const min = rules.find((rule) => rule.kind === "minLength")?.value;
  const max = rules.find((rule) => rule.kind === "maxLength")?.value;
  if (min !== undefined && min === max) return [`${min} characters`];
  return [
    ...(min === undefined ? [] : [`at least ${min} characters`]),
    ...(max === undefined ? [] : [`at most ${max} characters`]),
  ];
}

const none = (): string[] => [];

const constraintFacts: {
  readonly [K in Rule["kind"]]: (rule: RuleByKind[K]) => string[];
} = {
  type: ({ types }) => (types.includes("integer") ? ["an integer"] : []),
  const: none,
  enum: none,
  minimum: ({ value }) => [`at least ${value}`],
  maximum: ({ value }) => [`at most ${value}`],
  exclusiveMinimum: ({ value }) => [`more than ${value}`],
  exclusiveMaximum: ({ value }) => [`less than ${value}`],
  multipleOf: ({ value }) => [`a multiple of ${value}`],
  minLength: none,
  maxLength: none,
  pattern: ({ pattern }) => [`matches ${inlineCode(pattern.source)}`],
  format: ({ format }) => [`format ${inlineCode(format)}`],
  content: ({ encoding, mediaType }) => [
    ...(encoding === undefined ? [] : [`encoded as ${inlineCode(encoding)}`]),
    ...(mediaType === undefined ? [] : [`holds ${inlineCode(mediaType)}`]),
  ],
  binary: none,
  minItems: ({ value }) => [`at least ${value} items`],
  maxItems: ({ value }) => [`at most ${value} items`],
  uniqueItems: () => ["no item twice"],
  items: none,
  contains: none,
  minProperties: ({ value }) => [`at least ${value} members`],
  maxProperties: ({ value }) => [`at most ${value} members`],
  required: none,
  properties: none,
  propertyNames: none,
  dependentRequired: none,
  dependentSchemas: none,
  reference: none,
  allOf: none,
  anyOf: none,
  oneOf: none,
  not: none,
  conditional: none,
  discriminator: none,
  unevaluatedItems: none,
  unevaluatedProperties: none,
};
