/** One way in which a value breaks its schema. */
export interface Issue {
  /** JSON Pointer (RFC 6901) into the value; empty for the value itself. */
  readonly pointer: string;
  /** The keyword that is broken, for example `maxLength`. */
  readonly keyword: string;
  /** What was expected and what was found, in plain words. Never the value of a secret field. */
  readonly message: string;
  /** The facts of the message for programs, for example `{ limit: 64 }`. */
  readonly params: Readonly<Record<string, unknown>>;
  /** Where the keyword stands in the API description: file (empty for the entry document), `#`, JSON Pointer. */
  readonly schemaPointer: string;
}

/** What a `validate…` function gives: the value it was given, or every issue of it. */
export type ValidationResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly Issue[] };
