const ok = {
  responses: {
    "200": {
      description: "Done.",
      content: { "application/json": { schema: {} } },
    },
  },
};

/** Every kind of security scheme, alone and combined. */
export const securityDocument = {
  openapi: "3.1.1",
  info: { title: "Security", version: "1" },
  servers: [{ url: "https://api.example.com/v1/" }],
  security: [{ basic: [] }],
  components: {
    securitySchemes: {
      basic: { type: "http", scheme: "basic" },
      bearer: { type: "http", scheme: "bearer" },
      digest: { type: "http", scheme: "Digest" },
      headerKey: { type: "apiKey", in: "header", name: "X-Api-Key" },
      queryKey: { type: "apiKey", in: "query", name: "api key" },
      cookieKey: { type: "apiKey", in: "cookie", name: "sid" },
      oauth: {
        type: "oauth2",
        flows: {
          clientCredentials: {
            tokenUrl: "https://id.example.com/token",
            scopes: { read: "Read." },
          },
        },
      },
      openId: {
        type: "openIdConnect",
        openIdConnectUrl:
          "https://id.example.com/.well-known/openid-configuration",
      },
      tls: { type: "mutualTLS" },
    },
  },
  paths: {
    "/inherited": {
      get: { operationId: "inherited", ...ok },
      post: { operationId: "create", ...ok },
    },
    "/none": { get: { operationId: "none", security: [], ...ok } },
    "/optional": {
      get: { operationId: "optional", security: [{ bearer: [] }, {}], ...ok },
    },
    "/optional-first": {
      get: {
        operationId: "optionalFirst",
        security: [{}, { tls: [] }, { bearer: [] }],
        ...ok,
      },
    },
    "/either": {
      get: {
        operationId: "either",
        security: [{ headerKey: [] }, { oauth: ["read"] }],
        ...ok,
      },
    },
    "/both": {
      get: {
        operationId: "both",
        security: [{ headerKey: [], queryKey: [], cookieKey: [] }],
        parameters: [
          { name: "q", in: "query", schema: { type: "string" } },
          { name: "lang", in: "cookie", schema: { type: "string" } },
        ],
        ...ok,
      },
    },
    "/digest": {
      get: { operationId: "digest", security: [{ digest: [] }], ...ok },
    },
    "/openid": {
      get: { operationId: "openId", security: [{ openId: [] }], ...ok },
    },
    "/tls": {
      get: {
        operationId: "tls",
        security: [{ tls: [] }, { tls: [], bearer: [] }],
        ...ok,
      },
    },
    "/mixed": {
      get: { operationId: "mixed", security: [{ tls: [], bearer: [] }], ...ok },
    },
  },
};
