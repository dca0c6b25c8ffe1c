import type { OpenApiVersion } from "../../resolve/description.js";

/** The kinds of objects that the OpenAPI specification describes. */
export type ObjectName =
  | "openapi"
  | "info"
  | "contact"
  | "license"
  | "server"
  | "serverVariable"
  | "components"
  | "pathItem"
  | "operation"
  | "externalDocs"
  | "parameter"
  | "requestBody"
  | "mediaType"
  | "encoding"
  | "response"
  | "example"
  | "link"
  | "header"
  | "tag"
  | "schema"
  | "discriminator"
  | "xml"
  | "securityScheme"
  | "oauthFlows"
  | "oauthFlow";

/** What the value of a field can be. */
export type FieldType =
  | { readonly kind: "any" }
  | { readonly kind: "text"; readonly values?: readonly string[] }
  | { readonly kind: "boolean" }
  | { readonly kind: "number"; readonly positive?: true }
  | { readonly kind: "count" }
  | {
      readonly kind: "object";
      readonly object: ObjectName;
      /** From which version on a Reference Object can stand in its place. */
      readonly reference?: OpenApiVersion;
    }
  | { readonly kind: "list"; readonly of: FieldType; readonly filled?: true }
  | {
      readonly kind: "map";
      readonly of: FieldType;
      readonly keys: KeyKind;
      /** Whether a Reference Object can stand in its place. */
      readonly reference?: true;
    }
  /** The first type whose JSON type fits. */
  | { readonly kind: "either"; readonly types: readonly FieldType[] };

/** What the keys of a map are, which decides what is checked of them. */
export type KeyKind =
  | "names"
  | "componentNames"
  | "headerNames"
  | "paths"
  | "expressions"
  | "statusCodes"
  | "mediaTypes"
  | "methods"
  | "properties"
  | "patterns"
  | "scopes";

export interface Field {
  readonly type: FieldType;
  /** Required in all versions, or only up to one. */
  readonly required?: true | { readonly until: OpenApiVersion };
  /** What is made of its absence where it is required, as the end of a sentence. */
  readonly otherwise?: string;
  /** The first version that knows it; 3.0 where absent. */
  readonly since?: OpenApiVersion;
  /** The last version that knows it. */
  readonly until?: OpenApiVersion;
  /** What to write instead, where the version at hand does not know it. */
  readonly instead?: string;
}

export interface ObjectType {
  /** What the specification calls it. */
  readonly title: string;
  readonly fields: ReadonlyMap<string, Field>;
}

export const any: FieldType = { kind: "any" };
export const text: FieldType = { kind: "text" };
export const boolean: FieldType = { kind: "boolean" };
export const number: FieldType = { kind: "number" };
export const count: FieldType = { kind: "count" };

export function oneOf(...values: readonly string[]): FieldType {
  return { kind: "text", values };
}

export function object(name: ObjectName): FieldType {
  return { kind: "object", object: name };
}

/** An object, or a Reference Object that leads to one. */
export function objectOrReference(
  name: ObjectName,
  since: OpenApiVersion = "3.0",
): FieldType {
  return { kind: "object", object: name, reference: since };
}

export function list(of: FieldType): FieldType {
  return { kind: "list", of };
}

export function filledList(of: FieldType): FieldType {
  return { kind: "list", of, filled: true };
}

export function map(keys: KeyKind, of: FieldType): FieldType {
  return { kind: "map", keys, of };
}

/** A map, or a Reference Object that leads to one. */
export function mapOrReference(keys: KeyKind, of: FieldType): FieldType {
  return { kind: "map", keys, of, reference: true };
}

export function either(...types: readonly FieldType[]): FieldType {
  return { kind: "either", types };
}

export function required(type: FieldType): Field {
  return { type, required: true };
}

/** A field that every version requires, and what is made of its absence. */
export function assumed(type: FieldType, otherwise: string): Field {
  return { type, required: true, otherwise };
}

export function since(version: OpenApiVersion, type: FieldType): Field {
  return { type, since: version };
}

function isField(value: FieldType | Field): value is Field {
  return "type" in value;
}

/** An object's description: its title and its fields; a bare type is an optional field of every version. */
export function objectType(
  title: string,
  fields: Readonly<Record<string, FieldType | Field>>,
): ObjectType {
  return {
    title,
    fields: new Map(
      Object.entries(fields).map(([name, value]) => [
        name,
        isField(value) ? value : { type: value },
      ]),
    ),
  };
}
