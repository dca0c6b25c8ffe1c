const text = { type: "string" };
const list = { type: "array", items: text };
const map = { type: "object", additionalProperties: text };
const responses = { "204": { description: "Received." } };

export function query(operationId: string, parameter: object): object {
  return {
    get: {
      operationId,
      parameters: [{ in: "query", name: "v", ...parameter }],
      responses,
    },
  };
}

export function body(
  operationId: string,
  mediaType: string,
  content: object,
): object {
  return {
    post: {
      operationId,
      requestBody: { required: true, content: { [mediaType]: content } },
      responses,
    },
  };
}

const path = (operationId: string, parameter: object): object => ({
  get: {
    operationId,
    parameters: [{ in: "path", name: "v", required: true, ...parameter }],
    responses,
  },
});

/** One operation for each style. */
export const roundTripDocument = {
  openapi: "3.2.0",
  info: { title: "Round trips", version: "1" },
  paths: {
    "/form-text": query("formText", { schema: text }),
    "/form-list": query("formList", { schema: list }),
    "/form-map": query("formMap", { schema: map }),
    "/comma-list": query("commaList", { explode: false, schema: list }),
    "/space-list": query("spaceList", {
      style: "spaceDelimited",
      explode: false,
      schema: list,
    }),
    "/pipe-list": query("pipeList", {
      style: "pipeDelimited",
      explode: false,
      schema: list,
    }),
    "/deep": query("deep", { style: "deepObject", schema: map }),
    "/json": query("json", { content: { "application/json": { schema: {} } } }),
    "/simple/{v}/end": path("simpleText", { schema: text }),
    "/simple-list/{v}": path("simpleList", { schema: list }),
    "/label/{v}": path("labelText", { style: "label", schema: text }),
    "/matrix{v}": path("matrixMap", {
      style: "matrix",
      explode: true,
      schema: map,
    }),
    "/header": {
      get: {
        operationId: "header",
        parameters: [{ in: "header", name: "X-V", schema: text }],
        responses,
      },
    },
    "/cookie": {
      get: {
        operationId: "cookie",
        parameters: [{ in: "cookie", name: "v", schema: text }],
        responses,
      },
    },
    "/urlencoded": body("urlencoded", "application/x-www-form-urlencoded", {
      schema: map,
    }),
    "/urlencoded-list": body(
      "urlencodedList",
      "application/x-www-form-urlencoded",
      {
        schema: { type: "object", additionalProperties: list },
      },
    ),
    "/multipart": body("multipart", "multipart/form-data", { schema: map }),
    "/jsonbody": body("jsonBody", "application/json", { schema: {} }),
    "/lines": body("lines", "application/x-ndjson", { itemSchema: {} }),
  },
};

/** Objects within objects, in a query and in a form. */
export const nestedDocument = {
  ...roundTripDocument,
  paths: {
    "/nested": query("nested", {
      style: "deepObject",
      schema: { type: "object" },
    }),
    "/nested-body": body("nestedBody", "application/x-www-form-urlencoded", {
      schema: { type: "object", properties: { v: {} } },
      encoding: { v: { style: "deepObject" } },
    }),
  },
};

export const nestedSettings = { nestedObjects: "brackets" } as const;
