import type { JsonValue } from "./json.js";

/**
 * A schema with the semantics of JSON Schema 2020-12, whatever dialect it was written in: a conjunction of keywords.
 * Keywords that only make sense together are one, such as `properties` with `additionalProperties`. Cycles run
 * through `RefSchema.target`, which is a key of `Api.definitions`.
 */
export type Schema = AnySchema | NeverSchema | RefSchema | KeywordSchema;

export type SchemaByKind = {
  readonly [K in Schema["kind"]]: Extract<Schema, { kind: K }>;
};

/**
 * The identity of a definition: the file (empty for the entry document), `#`, and a JSON Pointer,
 * for example `#/components/schemas/Pet` or `shared/money.yaml#/Money`. A definition that is
 * specialised for a dynamic scope (`$dynamicRef`) carries a suffix of its own.
 */
export type DefinitionId = string;

interface SchemaBase {
  /** Where the schema stands in the spec: file (empty for the entry document), `#`, JSON Pointer (RFC 6901). */
  readonly pointer: string;
  readonly annotations: Annotations;
}

/** `true` or `{}`: every instance is valid. */
export interface AnySchema extends SchemaBase {
  readonly kind: "any";
}

/** `false`: no instance is valid. */
export interface NeverSchema extends SchemaBase {
  readonly kind: "never";
}

/** Nothing but a reference; a reference with siblings is a `RuleSchema` with a `ReferenceRule`. */
export interface RefSchema extends SchemaBase {
  readonly kind: "ref";
  readonly target: DefinitionId;
}

/** A conjunction of at least one keyword. Keywords stand in a canonical order, cheap assertions first. */
export interface KeywordSchema extends SchemaBase {
  readonly kind: "keywords";
  readonly keywords: readonly Keyword[];
}

/** Keywords that describe without asserting (JSON Schema 2020-12 Validation §9, OpenAPI Schema Object). */
export interface Annotations {
  readonly title?: string;
  readonly description?: string;
  readonly default?: JsonValue;
  readonly examples?: readonly JsonValue[];
  readonly deprecated?: true;
  readonly readOnly?: true;
  readonly writeOnly?: true;
  readonly externalDocs?: {
    readonly url: string;
    readonly description?: string;
  };
  /** The `x-` members, as written. */
  readonly extensions?: { readonly [name: string]: JsonValue };
}

export type JsonType =
  "null" | "boolean" | "integer" | "number" | "string" | "array" | "object";

export type Keyword =
  | TypeKeyword
  | ConstKeyword
  | EnumKeyword
  | MinimumKeyword
  | MaximumKeyword
  | ExclusiveMinimumKeyword
  | ExclusiveMaximumKeyword
  | MultipleOfKeyword
  | MinLengthKeyword
  | MaxLengthKeyword
  | PatternKeyword
  | FormatKeyword
  | ContentKeyword
  | BinaryKeyword
  | MinItemsKeyword
  | MaxItemsKeyword
  | UniqueItemsKeyword
  | ItemsKeyword
  | ContainsKeyword
  | MinPropertiesKeyword
  | MaxPropertiesKeyword
  | RequiredKeyword
  | PropertiesKeyword
  | PropertyNamesKeyword
  | DependentRequiredKeyword
  | DependentSchemasKeyword
  | ReferenceKeyword
  | AllOfKeyword
  | AnyOfKeyword
  | OneOfKeyword
  | NotKeyword
  | ConditionalKeyword
  | UnevaluatedItemsKeyword
  | UnevaluatedPropertiesKeyword;

export type KeywordByKind = {
  readonly [K in Keyword["kind"]]: Extract<Keyword, { kind: K }>;
};

/** `type` (Validation §6.1.1); 3.0's `nullable` has become `"null"` among the types. */
export interface TypeKeyword {
  readonly kind: "type";
  /** At least one, each once; `integer` never beside `number`. */
  readonly types: readonly JsonType[];
}

/** `const` (Validation §6.1.3). */
export interface ConstKeyword {
  readonly kind: "const";
  readonly value: JsonValue;
}

/** `enum` (Validation §6.1.2). */
export interface EnumKeyword {
  readonly kind: "enum";
  readonly values: readonly JsonValue[];
  /** True for a list that responses do not add to: by the configuration, or as the tags of what extends a base. */
  readonly isClosed?: true;
}

/** `minimum` (Validation §6.2.4). `written` has the digits of an integer that a number cannot hold exactly. */
export interface MinimumKeyword {
  readonly kind: "minimum";
  readonly value: number;
  readonly written?: string;
}

/** `maximum` (Validation §6.2.2). */
export interface MaximumKeyword {
  readonly kind: "maximum";
  readonly value: number;
  readonly written?: string;
}

/** `exclusiveMinimum` (Validation §6.2.5); 3.0's boolean form has been turned into this one. */
export interface ExclusiveMinimumKeyword {
  readonly kind: "exclusiveMinimum";
  readonly value: number;
  readonly written?: string;
}

/** `exclusiveMaximum` (Validation §6.2.3); 3.0's boolean form has been turned into this one. */
export interface ExclusiveMaximumKeyword {
  readonly kind: "exclusiveMaximum";
  readonly value: number;
  readonly written?: string;
}

/** `multipleOf` (Validation §6.2.1): greater than zero. */
export interface MultipleOfKeyword {
  readonly kind: "multipleOf";
  readonly value: number;
}

/** `minLength` (Validation §6.3.2), in Unicode code points. */
export interface MinLengthKeyword {
  readonly kind: "minLength";
  readonly value: number;
}

/** `maxLength` (Validation §6.3.1), in Unicode code points. */
export interface MaxLengthKeyword {
  readonly kind: "maxLength";
  readonly value: number;
}

/** `pattern` (Validation §6.3.3): unanchored; compiles with the flag `u`. */
export interface PatternKeyword {
  readonly kind: "pattern";
  readonly pattern: string;
}

/** `format` (Validation §7, OpenAPI Format Registry). */
export interface FormatKeyword {
  readonly kind: "format";
  readonly format: string;
  /** The dialect of the schema names the vocabulary `format-assertion`: it asserts whatever the settings say. */
  readonly asserts?: true;
}

/** `contentEncoding`, `contentMediaType`, `contentSchema` (Validation §8). */
export interface ContentKeyword {
  readonly kind: "content";
  readonly encoding?: string;
  readonly mediaType?: string;
  readonly schema?: Schema;
}

/**
 * Raw bytes outside of JSON: a part of a multipart body or a whole body (`format: binary`, or
 * `contentMediaType` without `contentEncoding`; OpenAPI 3.1 "Working with Binary Data"). Made by the model
 * only where the media type carries bytes; it stands instead of the type and string keywords of that schema.
 */
export interface BinaryKeyword {
  readonly kind: "binary";
}

/** `minItems` (Validation §6.4.2). */
export interface MinItemsKeyword {
  readonly kind: "minItems";
  readonly value: number;
}

/** `maxItems` (Validation §6.4.1). */
export interface MaxItemsKeyword {
  readonly kind: "maxItems";
  readonly value: number;
}

/** `uniqueItems: true` (Validation §6.4.3). */
export interface UniqueItemsKeyword {
  readonly kind: "uniqueItems";
}

/** `prefixItems` and `items` (Core §10.3.1). */
export interface ItemsKeyword {
  readonly kind: "items";
  readonly prefix: readonly Schema[];
  /** `items`: what stands after the prefix. Absent where the keyword is. */
  readonly rest?: Schema;
}

/** `contains`, `minContains`, `maxContains` (Core §10.3.1.3, Validation §6.4.4 and §6.4.5). */
export interface ContainsKeyword {
  readonly kind: "contains";
  readonly schema: Schema;
  /** `minContains`; 1 where the keyword is absent. */
  readonly min: number;
  readonly max?: number;
}

/** `minProperties` (Validation §6.5.2). */
export interface MinPropertiesKeyword {
  readonly kind: "minProperties";
  readonly value: number;
}

/** `maxProperties` (Validation §6.5.1). */
export interface MaxPropertiesKeyword {
  readonly kind: "maxProperties";
  readonly value: number;
}

/** `required` (Validation §6.5.3): at least one name, also of members that `properties` does not list. */
export interface RequiredKeyword {
  readonly kind: "required";
  readonly names: readonly string[];
}

/** `properties`, `patternProperties`, `additionalProperties` (Core §10.3.2). */
export interface PropertiesKeyword {
  readonly kind: "properties";
  readonly named: readonly Property[];
  readonly patterns: readonly PatternProperty[];
  /** Absent where the keyword is: what is not named is then allowed. */
  readonly additional?: Schema;
}

export interface Property {
  readonly name: string;
  /** Whether `required` beside `properties` lists it. */
  readonly required: boolean;
  readonly schema: Schema;
  /** `x-ignored-with` of the property: the siblings under which the server ignores it. */
  readonly ignoredWith?: readonly IgnoredWith[];
}

/** One entry of `x-ignored-with`: while the member `name` is present, the carrier of the extension has no effect. */
export interface IgnoredWith {
  readonly name: string;
  /** Why, in the words of the spec. */
  readonly reason?: string;
}

export interface PatternProperty {
  readonly pattern: string;
  readonly schema: Schema;
}

/** `propertyNames` (Core §10.3.2.4). */
export interface PropertyNamesKeyword {
  readonly kind: "propertyNames";
  readonly schema: Schema;
}

/** `dependentRequired` (Validation §6.5.4). */
export interface DependentRequiredKeyword {
  readonly kind: "dependentRequired";
  readonly entries: readonly {
    readonly name: string;
    readonly required: readonly string[];
  }[];
}

/** `dependentSchemas` (Core §10.2.2.4). */
export interface DependentSchemasKeyword {
  readonly kind: "dependentSchemas";
  readonly entries: readonly {
    readonly name: string;
    readonly schema: Schema;
  }[];
}

/** `$ref`, or a `$dynamicRef` resolved for its dynamic scope, beside other keywords (Core §8.2.3). */
export interface ReferenceKeyword {
  readonly kind: "reference";
  readonly written: "$ref" | "$dynamicRef";
  readonly target: DefinitionId;
}

/** `allOf` (Core §10.2.1.1). */
export interface AllOfKeyword {
  readonly kind: "allOf";
  readonly schemas: readonly Schema[];
}

/** `anyOf` (Core §10.2.1.2). */
export interface AnyOfKeyword {
  readonly kind: "anyOf";
  readonly schemas: readonly Schema[];
  readonly discriminator?: Discriminator;
}

/** `oneOf` (Core §10.2.1.3). */
export interface OneOfKeyword {
  readonly kind: "oneOf";
  readonly schemas: readonly Schema[];
  readonly discriminator?: Discriminator;
}

/** `not` (Core §10.2.1.4). */
export interface NotKeyword {
  readonly kind: "not";
  readonly schema: Schema;
}

/** `if`, `then`, `else` (Core §10.2.2). */
export interface ConditionalKeyword {
  readonly kind: "conditional";
  readonly if: Schema;
  readonly then?: Schema;
  readonly else?: Schema;
}

/** `unevaluatedItems` (Core §11.2). */
export interface UnevaluatedItemsKeyword {
  readonly kind: "unevaluatedItems";
  readonly schema: Schema;
}

/** `unevaluatedProperties` (Core §11.3). */
export interface UnevaluatedPropertiesKeyword {
  readonly kind: "unevaluatedProperties";
  readonly schema: Schema;
}

/**
 * OpenAPI Discriminator Object, its implicit names and its mapping made explicit. The value of the property selects a
 * branch of the union, and that branch alone decides whether an object is valid.
 */
export interface Discriminator {
  readonly property: string;
  /** One for each schema of the union, in their order; at least one has tags. */
  readonly branches: readonly DiscriminatorBranch[];
  /** True where responses may have objects that no tag describes: by the configuration. Each tag is a string. */
  readonly isOpen?: true;
}

export interface DiscriminatorBranch {
  /**
   * The values that select the branch; no two branches have one in common. Empty for a branch that no object belongs
   * to. Absent for a branch that takes what selects no other one: 3.2's `defaultMapping`, or a schema without tags.
   */
  readonly tags?: readonly TagValue[];
}

/** A value of a discriminating property. */
export type TagValue = string | number | boolean;
