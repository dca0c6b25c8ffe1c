import type { JsonValue } from "../../../model/json.js";

/** What a person fills in for a value of a schema. */
export type FormNode = FormNodeKind & {
  /** True if `null` is a choice. */
  readonly nullable?: true;
};

type FormNodeKind =
  | { readonly kind: "string"; readonly input: TextInput }
  | { readonly kind: "number"; readonly isInteger?: true }
  | { readonly kind: "boolean" }
  /** One of several values. */
  | { readonly kind: "choice"; readonly values: readonly JsonValue[] }
  | { readonly kind: "const"; readonly value: JsonValue }
  | { readonly kind: "file" }
  | {
      readonly kind: "object";
      readonly fields: readonly FormField[];
      /** The node of members that have no field; absent if there are none. */
      readonly others?: FormNode;
    }
  | { readonly kind: "list"; readonly items: FormNode }
  | { readonly kind: "union"; readonly options: readonly FormOption[] }
  /** The node of a named schema, by the id of its module. */
  | { readonly kind: "named"; readonly id: string }
  /** Any value, as JSON text. */
  | { readonly kind: "json" };

export type TextInput =
  "text" | "lines" | "date" | "email" | "password" | "url";

export interface FormField {
  readonly name: string;
  readonly node: FormNode;
  readonly required?: true;
  readonly deprecated?: true;
  /** Shown in an empty field: the default, or an example. */
  readonly hint?: string;
}

export interface FormOption {
  readonly title: string;
  readonly node: FormNode;
}

/** What the panel of an operation is made from. */
export interface OperationForm {
  readonly method: string;
  readonly path: string;
  /** Names of functions of the operation's module. */
  readonly functions: {
    readonly build: string;
    readonly validate: string;
    readonly read: string;
    readonly advise?: string;
    readonly operation: string;
  };
  /** The specifier that samples import the output by. */
  readonly package: string;
  readonly groups: readonly {
    readonly name: string;
    readonly node: FormNode;
  }[];
  /** Media types that can be asked for; empty if there is no choice. */
  readonly accept: readonly string[];
  readonly body?: {
    readonly required: boolean;
    readonly contents: readonly FormContent[];
  };
  /** Complete inputs, as the page's samples have them. */
  readonly examples: readonly {
    readonly title: string;
    readonly input: JsonValue;
  }[];
  /** Alternatives of credentials, by the names of their schemes; an empty one needs none. */
  readonly security: readonly (readonly FormScheme[])[];
  readonly servers: readonly FormServer[];
}

export interface FormContent {
  readonly mediaType: string;
  readonly node: FormNode;
}

export interface FormScheme {
  readonly name: string;
  readonly kind: "basic" | "token" | "key" | "certificate" | "cookie";
  /** What kind of credential it is, in words. */
  readonly words: string;
}

export interface FormServer {
  /** With `{name}` where a variable stands. */
  readonly url: string;
  readonly title: string;
  readonly variables: readonly {
    readonly name: string;
    readonly default?: string;
    readonly values?: readonly string[];
  }[];
}
