/** What the model stage has to say: where a description breaks the OpenAPI specification or JSON Schema. */
export const modelCatalogue = {
  "reference-wrong-kind": {
    severity: "error",
    summary:
      "A reference leads to something other than what is wanted at its place.",
  },
  "schema-reference-broken": {
    severity: "error",
    summary:
      "A reference of a schema leads to no schema under the base URI that its `$id` sets.",
  },
  "schema-anchor-twice": {
    severity: "error",
    summary: "Two schemas of one document have the same anchor.",
  },
  "schema-id-twice": {
    severity: "error",
    summary: "Two schemas have the same `$id`.",
  },
  "pattern-invalid": {
    severity: "error",
    summary: "A pattern is not a regular expression of ECMAScript.",
  },
  "pattern-without-u": {
    severity: "info",
    summary: "A pattern is legal only without the flag `u`.",
  },
  "discriminator-inline-branch": {
    severity: "warning",
    summary:
      "A discriminator stands beside a branch that is no reference, so that it can never pick it.",
  },
  "discriminator-mapping-broken": {
    severity: "error",
    summary: "A discriminator maps a value to a schema that does not exist.",
  },
} as const;
