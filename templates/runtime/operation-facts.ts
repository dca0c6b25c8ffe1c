/** What the description says of an operation, as plain data: for mocks, gateways, routers and documentation. */
export interface OperationFacts {
  readonly method: string;
  /** The path template. */
  readonly path: string;
  readonly tags: readonly string[];
  readonly deprecated: boolean;
  readonly parameters: readonly {
    readonly in: "path" | "query" | "header" | "cookie" | "querystring";
    readonly name: string;
    readonly required: boolean;
    /** How the value is written: either in a style, or as a document of a media type. */
    readonly style?: string;
    readonly explode?: boolean;
    readonly allowReserved?: boolean;
    readonly mediaType?: string;
  }[];
  readonly body?: {
    readonly required: boolean;
    readonly mediaTypes: readonly string[];
  };
  readonly responses: readonly {
    /** A code, a range such as `2XX`, or `default`. */
    readonly status: string;
    readonly mediaTypes: readonly string[];
    readonly headers: readonly string[];
  }[];
  /** Alternatives of schemes that hold together; an empty alternative is "no credentials". */
  readonly security: readonly (readonly {
    readonly name: string;
    readonly scopes: readonly string[];
  }[])[];
  readonly servers: readonly string[];
}

/** What the description says of a request that the API sends: a webhook, or a callback of an operation. */
export interface ReceivedFacts extends Omit<
  OperationFacts,
  "path" | "servers"
> {
  readonly kind: "webhook" | "callback";
  /** The key of a webhook; of a callback the runtime expression of the URL: `{$request.body#/url}`. */
  readonly path: string;
  /** The operation that asks for the callback, by its id, and the name that it gives it. */
  readonly callback?: { readonly operation: string; readonly name: string };
}
