import { operationCatalogue } from "./operation-catalogue.js";

/** What the model stage has to say: where a description breaks the OpenAPI specification or JSON Schema. */
export const modelCatalogue = {
  ...operationCatalogue,
  "reference-wrong-kind": {
    severity: "error",
    tolerable: true,
    summary:
      "A reference leads to something other than what is wanted at its place; with `allow` a schema is unknown, and anything else is left out.",
  },
  "schema-reference-broken": {
    severity: "error",
    tolerable: true,
    summary:
      "A reference of a schema leads to no schema under the base URI that its `$id` sets.",
  },
  "reference-from-other-root": {
    severity: "warning",
    summary:
      "A reference leads to nothing from its own root, and is read from that of the document or the schema.",
  },
  "schema-anchor-twice": {
    severity: "error",
    tolerable: true,
    summary:
      "Two schemas of one document have the same anchor; with `allow` the first is meant.",
  },
  "schema-id-twice": {
    severity: "error",
    tolerable: true,
    summary:
      "Two schemas have the same `$id`; with `allow` the first is meant.",
  },
  "pattern-invalid": {
    severity: "warning",
    summary:
      "A pattern is not a regular expression of ECMAScript and is not checked.",
  },
  "pattern-flavour": {
    severity: "warning",
    summary:
      "A pattern uses syntax of other regular expressions, such as `(?i)` at its start; it is matched in a form that means the same.",
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
    severity: "warning",
    summary:
      "A discriminator maps a value to a schema that does not exist; the value is left out.",
  },
  "pattern-slow": {
    severity: "warning",
    summary: "A pattern can take exponential time to match.",
  },
  "wrong-type": {
    severity: "error",
    tolerable: true,
    summary:
      "A field holds a value of another type than OpenAPI gives it; with `allow` it is ignored.",
  },
  "value-ignored": {
    severity: "warning",
    summary:
      "A field that informs readers, or a list that OpenAPI wants elsewhere, holds a value of another type and is ignored.",
  },
  "quotes-wrong": {
    severity: "warning",
    summary:
      "A text is written as a number or a boolean, or one of these as a text; the value is read as its field wants it.",
  },
  "field-missing": {
    severity: "error",
    tolerable: true,
    summary:
      "A required field is absent, and nothing can be taken in its place; with `allow` its object is left out.",
  },
  "field-unknown": {
    severity: "warning",
    summary: "An object has a field that OpenAPI does not know.",
  },
  "field-of-newer-version": {
    severity: "warning",
    summary:
      "A description uses what only a later version of OpenAPI knows; it means what it means there.",
  },
  "field-of-older-version": {
    severity: "warning",
    summary:
      "A description uses what only an earlier version of OpenAPI knows.",
  },
  "value-unknown": {
    severity: "error",
    tolerable: true,
    summary:
      "A field holds none of the values that OpenAPI gives it; with `allow` it is ignored.",
  },
  "list-empty": {
    severity: "warning",
    summary: "A list that needs an entry is empty and is taken as absent.",
  },
  "null-ignored": {
    severity: "warning",
    summary:
      "A field is null and is taken as absent, or as an empty object where one is wanted.",
  },
  "schema-too-deep": {
    severity: "error",
    summary:
      "Schemas are nested more than 200 levels deep, or than `limits.schemaDepth` says.",
  },
  "schemas-too-many": {
    severity: "error",
    summary: "The description has more schemas than are taken.",
  },
  "pattern-superlinear": {
    severity: "info",
    summary:
      "A pattern can take time with the square of a text's length, or more, and no maxLength bounds it.",
  },
  "pattern-unchecked": {
    severity: "warning",
    summary:
      "A pattern is too large for finding out whether there are texts that it matches slowly.",
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
      "The name of a component is empty, or has characters that OpenAPI does not allow.",
  },
  "server-url": {
    severity: "error",
    tolerable: true,
    summary:
      "The URL of a server is not one that requests can be sent to; with `allow` the server is left out.",
  },
  "server-credentials": {
    severity: "warning",
    summary: "The URL of a server holds credentials.",
  },
  "server-variable-undeclared": {
    severity: "warning",
    summary:
      "The URL of a server uses a variable that is not declared; it is one without a default.",
  },
  "server-variable-default": {
    severity: "warning",
    summary:
      "The default of a server variable is not among its values; it is taken as one of them.",
  },
  "security-scheme-unknown": {
    severity: "warning",
    summary:
      "A security requirement names a scheme that is not declared; the name is ignored.",
  },
  "examples-both": {
    severity: "warning",
    summary: "`example` and `examples` stand side by side.",
  },
  "example-reference-broken": {
    severity: "warning",
    summary:
      "A reference below `examples` leads to nothing; the example is left out.",
  },
  "link-target": {
    severity: "warning",
    summary: "A link does not name its operation in exactly one way.",
  },
  "tag-twice": {
    severity: "warning",
    summary: "A tag is declared twice; the first declaration counts.",
  },
  "tag-parent-unknown": {
    severity: "warning",
    summary:
      "A tag has a parent that is not declared; it is taken as one without.",
  },
  "tag-parent-cycle": {
    severity: "warning",
    summary:
      "A tag is an ancestor of itself; it is taken as one without a parent.",
  },
  "items-missing": {
    severity: "warning",
    summary: "An array of OpenAPI 3.0 does not describe its items.",
  },
  "type-implied": {
    severity: "info",
    summary:
      "A schema without `type` has keywords of objects alone or of lists alone, and is read as one of these.",
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
    summary:
      "`then` or `else` stands without `if`, or `additionalItems` without a list under `items`.",
  },
  "enum-of-other-type": {
    severity: "warning",
    summary: "A constant or a value of an enum is not of the type beside it.",
  },
  "default-invalid": {
    severity: "warning",
    summary: "A default is not valid under its own schema.",
  },
  "example-invalid": {
    severity: "warning",
    summary: "An example is not valid under its schema.",
  },
  "required-unknown": {
    severity: "warning",
    summary: "`required` names something that is no property.",
  },
  "union-unmatched": {
    severity: "warning",
    summary:
      "No branch of a union can match, because none has a type that the schema around it takes.",
  },
  "union-overlap": {
    severity: "warning",
    summary:
      "A branch of a `oneOf` never matches alone, because another branch takes all of its values.",
  },
  "closed-parts": {
    severity: "warning",
    summary:
      "A part of a schema has `additionalProperties: false` and excludes properties of another part.",
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
  "schema-chain-long": {
    severity: "error",
    summary:
      "A schema leads to a value through a longer chain of references than can be followed.",
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
  "parameter-name-empty": {
    severity: "error",
    tolerable: true,
    summary: "A parameter has an empty name; with `allow` it is left out.",
  },
  "content-empty": {
    severity: "warning",
    summary:
      "A request body, a parameter or a header has `content` without a media type, which is taken as absent.",
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
