const text = { type: "string" };
const list = { type: "array", items: text };
const map = { type: "object", additionalProperties: text };
const file = { type: "string", contentMediaType: "application/octet-stream" };
const responses = {
  "200": {
    description: "Received.",
    content: { "application/json": { schema: {} } },
  },
};

const parameter = (
  place: string,
  name: string,
  how: object = { schema: text },
): object => ({
  in: place,
  name,
  ...(place === "path" ? { required: true } : {}),
  ...how,
});

const get = (operationId: string, ...parameters: object[]): object => ({
  get: { operationId, parameters, responses },
});

const post = (
  operationId: string,
  mediaType: string,
  content: object,
): object => ({
  post: {
    operationId,
    requestBody: { content: { [mediaType]: content } },
    responses,
  },
});

const secured = (operationId: string, ...schemes: string[]): object => ({
  get: {
    operationId,
    security: [Object.fromEntries(schemes.map((name) => [name, []]))],
    responses,
  },
});

/** One operation for each way in which a value can go on the wire. */
export const agreementDocument = {
  openapi: "3.2.0",
  info: { title: "Agreement", version: "1" },
  components: {
    securitySchemes: {
      basic: { type: "http", scheme: "basic" },
      bearer: { type: "http", scheme: "bearer" },
      headerKey: { type: "apiKey", in: "header", name: "X-Api-Key" },
      queryKey: { type: "apiKey", in: "query", name: "api key" },
      cookieKey: { type: "apiKey", in: "cookie", name: "sid" },
    },
  },
  paths: {
    "/path-simple/{v}/end": get("pathSimple", parameter("path", "v")),
    "/path-list/{v}": get("pathList", parameter("path", "v", { schema: list })),
    "/path-label{v}": get(
      "pathLabel",
      parameter("path", "v", { style: "label", explode: true, schema: list }),
    ),
    "/path-matrix{v}": get(
      "pathMatrix",
      parameter("path", "v", { style: "matrix", explode: true, schema: map }),
    ),
    "/path-reserved/{v}": get(
      "pathReserved",
      parameter("path", "v", { allowReserved: true, schema: text }),
    ),
    "/query-form": get(
      "queryForm",
      parameter("query", "DateSent<"),
      parameter("query", "list", { schema: list }),
      parameter("query", "map", { schema: map }),
    ),
    "/query-delimited": get(
      "queryDelimited",
      parameter("query", "comma", { explode: false, schema: list }),
      parameter("query", "space", {
        style: "spaceDelimited",
        explode: false,
        schema: list,
      }),
      parameter("query", "pipe", {
        style: "pipeDelimited",
        explode: false,
        schema: list,
      }),
    ),
    "/query-deep": get(
      "queryDeep",
      parameter("query", "v", { style: "deepObject", schema: map }),
      parameter("query", "json", {
        content: { "application/json": { schema: {} } },
      }),
    ),
    "/query-reserved": get(
      "queryReserved",
      parameter("query", "v", { allowReserved: true, schema: text }),
    ),
    "/query-whole": get(
      "queryWhole",
      parameter("querystring", "all", {
        content: {
          "application/x-www-form-urlencoded": { schema: map },
        },
      }),
    ),
    "/headers": get(
      "headerStyles",
      parameter("header", "X-Text"),
      parameter("header", "X-List", { schema: list }),
      parameter("header", "X-Map", { explode: true, schema: map }),
      parameter("header", "X-Json", {
        content: { "application/json": { schema: {} } },
      }),
    ),
    "/cookies": get(
      "cookies",
      parameter("cookie", "form", { schema: list }),
      parameter("cookie", "raw", { style: "cookie", schema: text }),
    ),
    "/json": post("json", "application/json", { schema: {} }),
    "/problem": post("problem", "application/problem+json", { schema: {} }),
    "/form": post("form", "application/x-www-form-urlencoded", {
      schema: {
        type: "object",
        properties: {
          text: text,
          list: list,
          spaced: list,
          json: { type: "object" },
          number: { type: "number" },
          flag: { type: "boolean" },
        },
      },
      encoding: { spaced: { style: "spaceDelimited", explode: false } },
    }),
    "/multipart": post("multipart", "multipart/form-data", {
      schema: {
        type: "object",
        properties: {
          text: text,
          list: list,
          json: { type: "object" },
          "naïve name": text,
          file: file,
          files: { type: "array", items: file },
          typed: text,
        },
      },
      encoding: {
        typed: { contentType: "text/csv" },
        file: { contentType: "image/png, image/jpeg" },
      },
    }),
    "/bytes": post("bytes", "application/octet-stream", {}),
    "/image": post("image", "image/*", {}),
    "/text": post("text", "text/plain", { schema: text }),
    "/lines": post("lines", "application/jsonl", { itemSchema: {} }),
    "/method": Object.fromEntries(
      ["get", "put", "post", "delete", "options", "head", "patch", "query"].map(
        (method) => [
          method,
          {
            operationId: `${method}Method`,
            responses,
            ...(["put", "post", "patch", "query"].includes(method)
              ? {
                  requestBody: {
                    content: { "application/json": { schema: {} } },
                  },
                }
              : {}),
          },
        ],
      ),
    ),
    "/basic": secured("basic", "basic"),
    "/bearer": secured("bearer", "bearer"),
    "/keys": secured("keys", "headerKey", "queryKey"),
    "/cookie-key": secured("cookieKey", "cookieKey"),
    "/no-content": {
      post: {
        operationId: "noContent",
        responses: { "204": { description: "Nothing." } },
      },
    },
  },
};
