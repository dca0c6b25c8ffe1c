/** What the check of the wire format has to say: where OpenAPI does not define how something is sent. */
export const wireCatalogue = {
  "serialization-undefined": {
    severity: "warning",
    summary:
      "A parameter or form field of the style deepObject can hold lists, or objects within objects, which are written in brackets with indices.",
  },
  "serialization-refused": {
    severity: "error",
    summary: "The same, where the setting `nestedObjects` refuses it.",
  },
  "serialization-json": {
    severity: "warning",
    summary:
      "A parameter or form field can hold values within values; no style says how they are written, and they are sent as JSON.",
  },
  "body-not-allowed": {
    severity: "warning",
    summary:
      "An operation with the method GET, HEAD or TRACE describes a request body; OpenAPI 3.0 ignores it, and under later versions it is built, though `fetch` does not send it.",
  },
  "answer-without-body": {
    severity: "warning",
    summary:
      "A response describes content where HTTP has no body: the answer to HEAD, and the statuses 1XX, 204, 205 and 304.",
  },
  "header-name-invalid": {
    severity: "error",
    tolerable: true,
    summary:
      "A header parameter has a name that HTTP does not allow; with `allow` it is left out.",
  },
  "cookie-name-invalid": {
    severity: "error",
    tolerable: true,
    summary:
      "A cookie parameter has a name that HTTP does not allow; with `allow` it is left out.",
  },
  "header-name-ignored": {
    severity: "warning",
    summary:
      "A header of a response or a part has a name that HTTP does not allow, and is left out.",
  },
  "api-key-name-invalid": {
    severity: "error",
    summary:
      "The header or cookie of an API key has a name that HTTP does not allow.",
  },
  "server-query": {
    severity: "error",
    summary:
      "The URL of a server has a query or a fragment, to which no path can be appended.",
  },
  "form-not-object": {
    severity: "warning",
    summary:
      "The body of a form is described by something other than an object; it is a form of any fields.",
  },
  "pagination-malformed": {
    severity: "error",
    tolerable: true,
    summary:
      "`x-specwright-pagination` has not the form that it needs; with `allow` the operation has no pages.",
  },
  "pagination-unfit": {
    severity: "error",
    tolerable: true,
    summary:
      "A pagination names a parameter or a place that the operation does not describe, or that has another type; with `allow` the operation has no pages.",
  },
} as const;
