import type { NestedObjects } from "../config/config.js";
import type { JsonObject, JsonValue } from "./json.js";
import type { DefinitionId, IgnoredWith, Schema } from "./schema.js";

/**
 * The version of the model, which is `Api` and every type that it is made of. It is raised when a member goes, changes
 * its meaning or gets another type, and when schemas or keywords of a new kind come. A new optional member does not
 * raise it.
 */
export const modelVersion = 1;

/**
 * An API as emitters read it, in one dialect whatever the version of the description (OpenAPI 3.0, 3.1, 3.2 or Swagger
 * 2.0). It is JSON: readonly, without parent links, and a copy through `JSON.stringify` says the same.
 */
export interface Api {
  readonly info: Info;
  readonly servers: readonly Server[];
  readonly tags: readonly Tag[];
  readonly externalDocs?: ExternalDocs;
  /** `paths`, in the order of the description. */
  readonly operations: readonly Operation[];
  /** `webhooks`: requests that the API sends and the user receives. */
  readonly webhooks: readonly Operation[];
  /** `callbacks` of all operations: requests that the API sends because of one that it received. */
  readonly callbacks: readonly Operation[];
  /** Every named schema and every other schema that a reference leads to, by identity, in document order. */
  readonly definitions: { readonly [id: DefinitionId]: Definition };
  readonly securitySchemes: readonly SecurityScheme[];
  /** What became of every keyword of every schema, for the coverage verdict. */
  readonly coverage: readonly KeywordCoverage[];
}

export interface Info {
  readonly title: string;
  readonly version: string;
  readonly summary?: string;
  readonly description?: string;
  readonly termsOfService?: string;
  readonly contact?: {
    readonly name?: string;
    readonly url?: string;
    readonly email?: string;
  };
  readonly license?: {
    readonly name: string;
    readonly url?: string;
    readonly identifier?: string;
  };
}

export interface ExternalDocs {
  readonly url: string;
  readonly description?: string;
}

export interface Tag {
  readonly name: string;
  readonly summary?: string;
  readonly description?: string;
  readonly parent?: string;
  readonly externalDocs?: ExternalDocs;
}

export interface Server {
  readonly url: string;
  readonly name?: string;
  readonly description?: string;
  readonly variables: readonly ServerVariable[];
}

export interface ServerVariable {
  readonly name: string;
  /** Absent for a variable that the URL uses and nothing declares. */
  readonly default?: string;
  readonly enum?: readonly string[];
  readonly description?: string;
}

/** A schema that has an identity of its own. */
export interface Definition {
  readonly id: DefinitionId;
  /**
   * The key under `components/schemas` of the entry document. Absent for a schema that only a reference
   * made a definition (`#/components/schemas/Tag/allOf/0`, a schema in another file): the names stage
   * finds a name for it.
   */
  readonly name?: string;
  /** A name pinned by `x-specwright-name`. */
  readonly pinnedName?: string;
  readonly schema: Schema;
}

export type HttpMethod =
  | "GET"
  | "PUT"
  | "POST"
  | "DELETE"
  | "OPTIONS"
  | "HEAD"
  | "PATCH"
  | "TRACE"
  | "QUERY"
  | (string & {});

export interface Operation {
  readonly kind: "path" | "webhook" | "callback";
  /** JSON Pointer of the Operation Object. */
  readonly pointer: string;
  /** Where the Operation Object is, if a reference leads there from `pointer`. */
  readonly location?: string;
  /** `operationId`, as written. */
  readonly id?: string;
  /** A name pinned by `x-specwright-name`. */
  readonly pinnedName?: string;
  readonly method: HttpMethod;
  /** The path template as written; for a webhook its key, for a callback its runtime expression. */
  readonly path: string;
  /** The path template cut at its expressions. Webhooks and callbacks have none. */
  readonly pathParts: readonly PathPart[];
  readonly tags: readonly string[];
  readonly summary?: string;
  readonly description?: string;
  readonly deprecated: boolean;
  readonly externalDocs?: ExternalDocs;
  /** Those of the path item included, in the order of the description; overridden ones are gone. */
  readonly parameters: readonly Parameter[];
  readonly body?: RequestBody;
  readonly responses: readonly Response[];
  /** Alternatives (OR) of schemes that hold together (AND); an empty alternative is "no credentials". Empty list: none. */
  readonly security: readonly SecurityRequirement[];
  /** The description says with an empty list that no credentials are needed. */
  readonly isPublic?: true;
  /** The servers in force: the operation's, else the path item's, else the document's. */
  readonly servers: readonly Server[];
  /** The operation that a callback belongs to, and the callback's key. */
  readonly callback?: { readonly operation: string; readonly name: string };
  readonly extensions: JsonObject;
}

export type PathPart =
  | { readonly kind: "literal"; readonly text: string }
  | { readonly kind: "parameter"; readonly name: string };

export type ParameterLocation =
  "path" | "query" | "header" | "cookie" | "querystring";

export type ParameterStyle =
  | "matrix"
  | "label"
  | "simple"
  | "form"
  | "spaceDelimited"
  | "pipeDelimited"
  | "deepObject"
  | "cookie";

/** How a value is put into text: by style (RFC 6570) or as a document of a media type. Defaults are filled in. */
export type Serialization =
  | {
      readonly kind: "style";
      readonly style: ParameterStyle;
      readonly explode: boolean;
      readonly allowReserved: boolean;
      /** Set where a text is several segments of the path: `{+name}`, or `x-specwright-segments`. */
      readonly hasSegments?: true;
      /** How `deepObject` writes lists and objects inside; absent where nobody says it, and for other styles. */
      readonly nested?: NestedObjects;
    }
  | {
      readonly kind: "content";
      readonly mediaType: string;
      /** Encoding Objects of a query that is a form (`in: querystring`). */
      readonly encodings?: readonly Encoding[];
    };

export interface Parameter {
  readonly pointer: string;
  readonly in: ParameterLocation;
  /** The name on the wire. */
  readonly name: string;
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly description?: string;
  readonly serialization: Serialization;
  readonly schema: Schema;
  readonly examples: readonly Example[];
  /** `x-ignored-with`: parameters of the same location under which the server ignores this one. */
  readonly ignoredWith?: readonly IgnoredWith[];
}

export interface Example {
  /** Key in `examples`; absent for `example`. */
  readonly name?: string;
  readonly summary?: string;
  readonly description?: string;
  /** The data (`value`, `dataValue`). Absent where only a serialized or an external one is given. */
  readonly value?: JsonValue;
  readonly serializedValue?: string;
  readonly externalValue?: string;
  readonly pointer: string;
}

export interface RequestBody {
  readonly pointer: string;
  readonly required: boolean;
  readonly description?: string;
  /** At least one, in the order of the description. */
  readonly contents: readonly MediaType[];
}

/** How a body of a media type is made and read. */
export type Codec =
  | "json"
  | "json-lines"
  | "form"
  | "multipart"
  | "text"
  | "event-stream"
  | "binary";

export interface MediaType extends Encodings {
  readonly pointer: string;
  /** As written, for example `application/json; charset=utf-8` or `image/*`. */
  readonly mediaType: string;
  readonly codec: Codec;
  /** Absent where the Media Type Object has none. */
  readonly schema?: Schema;
  /** 3.2's `itemSchema`: of each item of a sequential media type. */
  readonly itemSchema?: Schema;
  readonly examples: readonly Example[];
}

/** What a Media Type Object, or 3.2's Encoding Object of a part that has parts itself, says of the parts. */
export interface Encodings {
  readonly encodings: readonly Encoding[];
  /** 3.2's `prefixEncoding` of a positional multipart body; `property` is empty. */
  readonly prefixEncodings?: readonly Encoding[];
  /** 3.2's `itemEncoding` of the further parts of a positional multipart body; `property` is empty. */
  readonly itemEncoding?: Encoding;
}

/** Encoding Object of one property of a form or multipart body. */
export interface Encoding {
  readonly property: string;
  /** `contentType`, possibly a comma-separated list, as written. */
  readonly contentType?: string;
  readonly headers: readonly Header[];
  /** Present where `style`, `explode` or `allowReserved` is: the property is then serialized like a query parameter. */
  readonly serialization?: Extract<Serialization, { kind: "style" }>;
  /** Present where the part is a multipart body itself: what is said of its parts. */
  readonly parts?: Encodings;
}

export interface Header {
  readonly pointer: string;
  readonly name: string;
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly description?: string;
  readonly serialization: Serialization;
  readonly schema: Schema;
  readonly examples: readonly Example[];
}

export interface Response {
  readonly pointer: string;
  /** `200`, `2XX` (upper case) or `default`. */
  readonly status: string;
  readonly description: string;
  readonly headers: readonly Header[];
  readonly contents: readonly MediaType[];
}

/** Schemes that must hold together. */
export interface SecurityRequirement {
  readonly schemes: readonly {
    readonly name: string;
    readonly scopes: readonly string[];
  }[];
}

export type SecurityScheme = {
  /** The key under `components/securitySchemes`. */
  readonly name: string;
  readonly description?: string;
  readonly deprecated: boolean;
} & (
  | {
      readonly kind: "apiKey";
      readonly in: "query" | "header" | "cookie";
      readonly parameter: string;
    }
  | {
      readonly kind: "http";
      readonly scheme: string;
      readonly bearerFormat?: string;
    }
  | {
      readonly kind: "oauth2";
      readonly flows: JsonObject;
      readonly metadataUrl?: string;
    }
  | { readonly kind: "openIdConnect"; readonly url: string }
  | { readonly kind: "mutualTLS" }
);

export type KeywordVerdict = "enforced" | "typed" | "documentation" | "refused";

/** What an API holds, in figures. */
export interface ApiSummary {
  /** Those that are generated; webhooks and callbacks do not count. */
  readonly operations: number;
  readonly schemas: number;
  /** How many the whole description has, if filters leave some out. */
  readonly whole?: { readonly operations: number; readonly schemas: number };
  /** The servers of all operations and of the document, each once. */
  readonly servers: readonly Server[];
  /** What became of every keyword of every schema. */
  readonly coverage: readonly KeywordCoverage[];
}

/** What the output makes of one keyword, over the whole description. */
export interface KeywordCoverage {
  readonly keyword: string;
  readonly verdict: KeywordVerdict;
  /** Why, where it is not enforced. */
  readonly reason?: string;
  readonly count: number;
}

type Requests = Pick<Api, "operations" | "webhooks" | "callbacks">;

/** The requests that the API sends and the user receives: callbacks, then webhooks. */
export function receivedOperations({
  callbacks,
  webhooks,
}: Omit<Requests, "operations">): readonly Operation[] {
  return [...callbacks, ...webhooks];
}

/** All operations: those of paths, of callbacks and of webhooks. */
export function allOperations(api: Requests): readonly Operation[] {
  return [...api.operations, ...receivedOperations(api)];
}
