const json = (schema: object): object => ({
  content: { "application/json": { schema } },
});

const order = {
  type: "object",
  required: ["id"],
  properties: { id: { type: "string" }, note: { type: "string" } },
};

const orderReference = { $ref: "#/components/schemas/Order" };
const problem = {
  description: "What is wrong.",
  ...json({ $ref: "#/components/schemas/Problem" }),
};
const id = {
  name: "id",
  in: "path",
  required: true,
  schema: { type: "string" },
};

/** An API with what a client has to deal with: credentials of every kind, errors, webhooks, tags and none. */
export const ordersDocument = {
  openapi: "3.1.0",
  info: { title: "Orders", version: "1.0.0" },
  servers: [{ url: "https://orders.example/v1" }],
  security: [{ bearer: [] }],
  tags: [{ name: "Orders", description: "What was ordered." }],
  paths: {
    "/orders": {
      get: {
        operationId: "listOrders",
        tags: ["Orders"],
        responses: {
          "200": {
            description: "All.",
            ...json({ type: "array", items: orderReference }),
          },
        },
      },
      post: {
        operationId: "createOrder",
        tags: ["Orders"],
        requestBody: {
          required: true,
          ...json({ $ref: "#/components/schemas/NewOrder" }),
        },
        responses: {
          "201": { description: "Made.", ...json(orderReference) },
          "204": { description: "It was there." },
          default: problem,
        },
      },
    },
    "/orders/{id}": {
      parameters: [id],
      get: {
        operationId: "getOrder",
        tags: ["Orders"],
        responses: {
          "200": { description: "The order.", ...json(orderReference) },
          "404": {
            description: "There is none.",
            ...json({
              type: "object",
              required: ["hint"],
              properties: { hint: { type: "string" } },
            }),
          },
          default: problem,
        },
      },
    },
    "/keys": {
      get: {
        operationId: "getKeys",
        security: [{ headerKey: [], cookieKey: [] }, { queryKey: [] }],
        responses: { "200": { description: "Fine." } },
      },
    },
    "/upload": {
      put: {
        operationId: "upload",
        servers: [{ url: "https://uploads.example" }],
        requestBody: { required: true, content: { "image/png": {} } },
        responses: { "200": { description: "Fine." } },
      },
    },
    "/status": {
      get: {
        operationId: "getStatus",
        security: [],
        responses: { default: problem },
      },
    },
  },
  webhooks: {
    shipped: {
      post: {
        operationId: "orderShipped",
        requestBody: { required: true, ...json(orderReference) },
        responses: { "204": { description: "Heard." } },
      },
    },
  },
  components: {
    schemas: {
      Order: order,
      NewOrder: {
        type: "object",
        required: ["note"],
        additionalProperties: false,
        properties: { note: { type: "string", maxLength: 5 } },
      },
      Problem: {
        type: "object",
        required: ["message"],
        properties: { message: { type: "string" } },
      },
    },
    securitySchemes: {
      bearer: { type: "http", scheme: "bearer", description: "A token." },
      headerKey: { type: "apiKey", in: "header", name: "X-Key" },
      cookieKey: { type: "apiKey", in: "cookie", name: "sid" },
      queryKey: { type: "apiKey", in: "query", name: "key" },
    },
  },
};
