/** What the check of the wire format has to say: where OpenAPI does not define how something is sent. */
export const wireCatalogue = {
  "serialization-undefined": {
    severity: "error",
    tolerable: true,
    summary:
      "A parameter or form field of the style deepObject can hold lists, or objects within objects.",
  },
  "serialization-json": {
    severity: "warning",
    summary:
      "A parameter or form field can hold values within values; no style says how they are written, and they are sent as JSON.",
  },
  "body-not-allowed": {
    severity: "error",
    tolerable: true,
    summary:
      "An operation with the method GET, HEAD or TRACE describes a request body, which HTTP does not define.",
  },
  "answer-without-body": {
    severity: "warning",
    summary:
      "A response describes content where HTTP has no body: the answer to HEAD, and the statuses 1XX, 204, 205 and 304.",
  },
  "header-name-invalid": {
    severity: "error",
    summary: "A header has a name that HTTP does not allow.",
  },
  "cookie-name-invalid": {
    severity: "error",
    summary: "A cookie has a name that HTTP does not allow.",
  },
  "server-query": {
    severity: "error",
    summary:
      "The URL of a server has a query or a fragment, to which no path can be appended.",
  },
  "form-not-object": {
    severity: "error",
    tolerable: true,
    summary:
      "The body of a form is described by something other than an object; with `allow` it is a form of any fields.",
  },
} as const;
