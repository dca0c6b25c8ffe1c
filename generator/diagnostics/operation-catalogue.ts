/** What the model stage has to say of paths, operations, parameters, responses and content. */
export const operationCatalogue = {
  "path-malformed": {
    severity: "error",
    tolerable: true,
    summary:
      "A path is no path template; with `allow` its operations are left out.",
  },
  "path-twice": {
    severity: "warning",
    summary:
      "Two paths differ by the names of their parameters only; both are generated.",
  },
  "path-parameter-missing": {
    severity: "warning",
    summary:
      "A path has an expression without a parameter; a required text is taken.",
  },
  "path-parameter-unused": {
    severity: "warning",
    summary: "A path parameter has no expression in its path and is ignored.",
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
    severity: "warning",
    summary: "A list of parameters holds one of them twice; the first counts.",
  },
  "operation-id-twice": {
    severity: "warning",
    summary:
      "Two operations have the same `operationId`; the second is named by its method and path.",
  },
  "status-malformed": {
    severity: "warning",
    summary:
      "A response is named by a status code with something after it; the code counts.",
  },
  "status-unknown": {
    severity: "error",
    tolerable: true,
    summary:
      "A response is named by something other than a status code, a range or `default`; with `allow` it is left out.",
  },
  "status-case": {
    severity: "warning",
    summary:
      "A range of status codes or `default` is written in the wrong letter case.",
  },
  "media-type-malformed": {
    severity: "warning",
    summary:
      "A key of `content` is no media type; what can be read of it counts, and a key without a media type is skipped.",
  },
  "method-malformed": {
    severity: "error",
    summary: "A key of `additionalOperations` is no method.",
  },
  "method-misplaced": {
    severity: "warning",
    summary:
      "A key of `additionalOperations` is a method with a field of its own; it is read like that field.",
  },
  "responses-empty": {
    severity: "warning",
    summary:
      "An operation describes no response; every response is read as one that is not described.",
  },
  "schema-and-content": {
    severity: "error",
    tolerable: true,
    summary:
      "A parameter or header has both a schema and content; with `allow` the schema counts.",
  },
  "value-undescribed": {
    severity: "warning",
    summary: "A parameter or header has neither a schema nor content.",
  },
  "content-entries": {
    severity: "error",
    tolerable: true,
    summary:
      "The content of a parameter or header has more than one media type; with `allow` the first counts.",
  },
  "style-misplaced": {
    severity: "warning",
    summary:
      "A style stands where OpenAPI does not allow it and where it makes no difference; it is ignored.",
  },
  "style-unsuitable": {
    severity: "error",
    tolerable: true,
    summary:
      "A style stands at a list or an object that it cannot serialize there; with `allow` the style that is the default there is taken.",
  },
  "ignored-header-parameter": {
    severity: "warning",
    summary:
      "A header parameter describes Accept, Content-Type or Authorization, which OpenAPI ignores.",
  },
} as const;
