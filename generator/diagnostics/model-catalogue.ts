/** What the model stage has to say: where a description breaks the OpenAPI specification or JSON Schema. */
export const modelCatalogue = {
  "reference-wrong-kind": {
    severity: "error",
    tolerable: true,
    summary:
      "A reference leads to something other than what is wanted at its place.",
  },
  "schema-reference-broken": {
    severity: "error",
    tolerable: true,
    summary:
      "A reference of a schema leads to no schema under the base URI that its `$id` sets.",
  },
  "reference-past-id": {
    severity: "warning",
    summary:
      "A reference leads to nothing under an `$id`, and is read from the root of the document.",
  },
  "schema-anchor-twice": {
    severity: "error",
    tolerable: true,
    summary: "Two schemas of one document have the same anchor.",
  },
  "schema-id-twice": {
    severity: "error",
    summary: "Two schemas have the same `$id`.",
  },
  "pattern-invalid": {
    severity: "error",
    tolerable: true,
    summary: "A pattern is not a regular expression of ECMAScript.",
  },
  "pattern-without-u": {
    severity: "info",
    summary:
      "A pattern is legal only without the flag `u`; it is matched in a form that is legal with it.",
  },
  "discriminator-inline-branch": {
    severity: "warning",
    summary:
      "A discriminator stands beside a branch that is no reference, so that it can never pick it.",
  },
  "discriminator-mapping-broken": {
    severity: "error",
    tolerable: true,
    summary: "A discriminator maps a value to a schema that does not exist.",
  },
  "pattern-slow": {
    severity: "warning",
    summary: "A pattern can take exponential time to match.",
  },
  "wrong-type": {
    severity: "error",
    tolerable: true,
    summary: "A field holds a value of another type than OpenAPI gives it.",
  },
  "field-missing": {
    severity: "error",
    tolerable: true,
    summary: "A required field is absent.",
  },
  "field-unknown": {
    severity: "warning",
    summary: "An object has a field that OpenAPI does not know.",
  },
  "field-of-newer-version": {
    severity: "error",
    tolerable: true,
    summary: "A description uses what only a later version of OpenAPI knows.",
  },
  "field-of-older-version": {
    severity: "warning",
    summary:
      "A description uses what only an earlier version of OpenAPI knows.",
  },
  "value-unknown": {
    severity: "error",
    tolerable: true,
    summary: "A field holds none of the values that OpenAPI gives it.",
  },
  "list-empty": {
    severity: "error",
    tolerable: true,
    summary: "A list that needs an entry is empty.",
  },
  "null-ignored": {
    severity: "warning",
    summary: "An optional field is null and is taken as absent.",
  },
  "schema-too-deep": {
    severity: "error",
    summary: "Schemas are nested more than 200 levels deep.",
  },
  "reference-not-allowed": {
    severity: "error",
    tolerable: true,
    summary: "A reference stands where OpenAPI wants the object itself.",
  },
  "reference-siblings": {
    severity: "warning",
    summary: "Fields beside a reference are ignored.",
  },
  "name-malformed": {
    severity: "error",
    summary: "A name is empty or holds control characters.",
  },
  "component-name": {
    severity: "warning",
    summary:
      "The name of a component has characters that OpenAPI does not allow.",
  },
  "path-malformed": {
    severity: "error",
    summary: "A path is no path template.",
  },
  "path-twice": {
    severity: "error",
    tolerable: true,
    summary: "Two paths differ by the names of their parameters only.",
  },
  "path-parameter-missing": {
    severity: "error",
    tolerable: true,
    summary: "A path has an expression without a parameter.",
  },
  "path-parameter-unused": {
    severity: "error",
    tolerable: true,
    summary: "A path parameter has no expression in its path.",
  },
  "path-parameter-repeated": {
    severity: "warning",
    summary: "A path has one expression twice.",
  },
  "path-parameter-optional": {
    severity: "warning",
    summary: "A path parameter does not say that it is required.",
  },
  "parameter-twice": {
    severity: "error",
    tolerable: true,
    summary: "A list of parameters holds one of them twice.",
  },
  "operation-id-twice": {
    severity: "error",
    tolerable: true,
    summary: "Two operations have the same `operationId`.",
  },
  "status-malformed": {
    severity: "error",
    tolerable: true,
    summary:
      "A response is named by something other than a status code, a range or `default`.",
  },
  "status-case": {
    severity: "warning",
    summary:
      "A range of status codes or `default` is written in the wrong letter case.",
  },
  "media-type-malformed": {
    severity: "error",
    tolerable: true,
    summary: "A key of `content` is no media type.",
  },
  "method-malformed": {
    severity: "error",
    summary:
      "A key of `additionalOperations` is no method, or one with a field of its own.",
  },
  "responses-empty": {
    severity: "warning",
    summary: "An operation describes no response.",
  },
  "schema-and-content": {
    severity: "error",
    tolerable: true,
    summary: "A parameter or header has both a schema and content.",
  },
  "value-undescribed": {
    severity: "warning",
    summary: "A parameter or header has neither a schema nor content.",
  },
  "content-entries": {
    severity: "error",
    tolerable: true,
    summary:
      "The content of a parameter or header has not exactly one media type.",
  },
  "style-misplaced": {
    severity: "error",
    tolerable: true,
    summary: "A style stands at a parameter that it cannot serialize.",
  },
  "ignored-header-parameter": {
    severity: "warning",
    summary:
      "A header parameter describes Accept, Content-Type or Authorization, which OpenAPI ignores.",
  },
  "server-url": {
    severity: "error",
    summary: "The URL of a server is not one that requests can be sent to.",
  },
  "server-credentials": {
    severity: "warning",
    summary: "The URL of a server holds credentials.",
  },
  "server-variable-undeclared": {
    severity: "error",
    tolerable: true,
    summary: "The URL of a server uses a variable that is not declared.",
  },
  "server-variable-default": {
    severity: "error",
    tolerable: true,
    summary: "The default of a server variable is not among its values.",
  },
  "security-scheme-unknown": {
    severity: "error",
    tolerable: true,
    summary: "A security requirement names a scheme that is not declared.",
  },
  "examples-both": {
    severity: "warning",
    summary: "`example` and `examples` stand side by side.",
  },
  "link-target": {
    severity: "warning",
    summary: "A link does not name its operation in exactly one way.",
  },
  "tag-twice": {
    severity: "error",
    tolerable: true,
    summary: "A tag is declared twice.",
  },
  "tag-parent-unknown": {
    severity: "error",
    tolerable: true,
    summary: "A tag has a parent that is not declared.",
  },
  "tag-parent-cycle": {
    severity: "error",
    summary: "A tag is an ancestor of itself.",
  },
  "items-missing": {
    severity: "warning",
    summary: "An array of OpenAPI 3.0 does not describe its items.",
  },
  "null-added": {
    severity: "warning",
    summary:
      '`nullable` or the type `null` has no effect by the letter; it is read as "may be null".',
  },
  "null-left-out": {
    severity: "warning",
    summary: '`nullable` has no effect, with the setting `nullable: "letter"`.',
  },
  "keyword-refused": {
    severity: "error",
    tolerable: true,
    summary: "A keyword of an earlier draft of JSON Schema would be lost.",
  },
  "keyword-alone": {
    severity: "warning",
    summary: "`then` or `else` stands without `if`.",
  },
  "enum-of-other-type": {
    severity: "warning",
    summary: "A value of an enum is not of the type beside it.",
  },
  "bounds-crossed": {
    severity: "warning",
    summary:
      "A lower bound is above the upper bound, so that nothing is valid.",
  },
  "discriminator-of-no-object": {
    severity: "warning",
    summary: "A discriminator stands at a schema that is no object.",
  },
  "schema-endless": {
    severity: "error",
    summary:
      "A schema applies to the same value for ever, because its references lead back to it.",
  },
  "dialect-unknown": {
    severity: "warning",
    summary: "A schema names a dialect that is read as JSON Schema 2020-12.",
  },
  "path-fragment": {
    severity: "warning",
    summary:
      "A path has a fragment, which names the operation only and is not sent.",
  },
  "path-query": {
    severity: "warning",
    summary: "A path has a query, which is sent with every request.",
  },
  "path-split": {
    severity: "warning",
    summary:
      "Two paths with different methods differ by the names of their parameters only.",
  },
  "reference-unusual": {
    severity: "warning",
    summary:
      "A reference stands where OpenAPI gives it no meaning; it is followed.",
  },
  "boolean-bound": {
    severity: "warning",
    summary:
      "A description of 3.1 or later writes an exclusive bound as 3.0 did; it is read like that.",
  },
  "keyword-legacy": {
    severity: "warning",
    summary:
      "A keyword of an earlier draft of JSON Schema is read by what it meant there.",
  },
  "enum-empty": {
    severity: "warning",
    summary: "An enum has no values, so that nothing is valid.",
  },
  "union-extends-itself": {
    severity: "warning",
    summary:
      "A schema extends a base that lists it as a branch; it takes the members of the base without the branches.",
  },
  "ignored-with-unknown": {
    severity: "warning",
    summary:
      "`x-ignored-with` names something that does not stand beside its carrier.",
  },
  "name-empty": {
    severity: "warning",
    summary: "An `operationId` or a tag is empty and taken as absent.",
  },
  "content-empty": {
    severity: "warning",
    summary: "A request body has no media type and is taken as absent.",
  },
  "encoding-unknown-property": {
    severity: "warning",
    summary:
      "An Encoding Object is of a property that the schema does not have.",
  },
  "encoding-nested": {
    severity: "warning",
    summary:
      "Encoding Objects stand within one of a part that is not a multipart body itself; they are not used.",
  },
  "allow-empty-value": {
    severity: "info",
    summary: "`allowEmptyValue` changes nothing.",
  },
  "field-assumed": {
    severity: "warning",
    summary:
      "A required field is absent, and something harmless is taken in its place.",
  },
  "enum-names-mismatch": {
    severity: "warning",
    summary:
      "`x-enum-varnames` or its like does not have one entry for each value of the enum, and is ignored.",
  },
  "enum-value-twice": {
    severity: "warning",
    summary: "An enum holds a value twice.",
  },
} as const;
