const pet = {
  type: "object",
  required: ["name"],
  properties: {
    name: { type: "string" },
    kind: { type: "string", enum: ["cat", "dog"] },
    home: { type: "string", format: "uri" },
  },
};

const json = (schema: object): object => ({
  "application/json": { schema },
});

/** An API with every shape of response. */
export const responsesDocument = {
  openapi: "3.2.0",
  info: { title: "Responses", version: "1" },
  servers: [{ url: "https://api.example.com" }],
  components: {
    schemas: {
      Pet: pet,
      Problem: {
        type: "object",
        required: ["code"],
        properties: { code: { type: "integer" } },
      },
    },
  },
  paths: {
    "/pet": {
      get: {
        operationId: "getPet",
        responses: {
          "200": {
            description: "A pet.",
            headers: {
              "X-Limit": { required: true, schema: { type: "integer" } },
              "X-Tags": {
                schema: { type: "array", items: { type: "string" } },
              },
              "X-Fresh": { schema: { type: "boolean" } },
              "X-Size": {
                explode: true,
                schema: {
                  type: "object",
                  properties: {
                    w: { type: "integer" },
                    h: { type: "integer" },
                  },
                },
              },
            },
            content: json({ $ref: "#/components/schemas/Pet" }),
          },
          "204": { description: "None." },
          "2XX": {
            description: "Some other success.",
            content: json({ type: "array", items: { type: "integer" } }),
          },
          "4XX": {
            description: "A fault.",
            content: {
              "application/problem+json": {
                schema: { $ref: "#/components/schemas/Problem" },
              },
              "text/plain": { schema: { type: "string" } },
            },
          },
        },
      },
      head: {
        operationId: "headPet",
        responses: {
          "200": {
            description: "There is one.",
            content: json({ $ref: "#/components/schemas/Pet" }),
          },
        },
      },
    },
    "/file": {
      get: {
        operationId: "getFile",
        responses: {
          "200": {
            description: "Bytes.",
            content: { "application/octet-stream": {} },
          },
          default: { description: "A page.", content: { "text/html": {} } },
        },
      },
    },
    "/lines": {
      get: {
        operationId: "getLines",
        responses: {
          "200": {
            description: "Pets.",
            content: {
              "application/jsonl": {
                itemSchema: { $ref: "#/components/schemas/Pet" },
              },
              "application/json-seq": {
                itemSchema: { $ref: "#/components/schemas/Pet" },
              },
            },
          },
        },
      },
    },
    "/events": {
      get: {
        operationId: "getEvents",
        responses: {
          "200": {
            description: "Events.",
            content: {
              "text/event-stream": {
                itemSchema: {
                  type: "object",
                  required: ["data"],
                  properties: {
                    event: { type: "string", enum: ["add", "remove"] },
                    data: { type: "string" },
                    id: { type: "string" },
                    retry: { type: "integer" },
                  },
                },
              },
            },
          },
        },
      },
    },
    "/chat": {
      get: {
        operationId: "chat",
        responses: {
          "200": {
            description: "Events whose data is JSON.",
            content: {
              "text/event-stream": {
                schema: { $ref: "#/components/schemas/Pet" },
              },
            },
          },
        },
      },
    },
    "/forms": {
      get: {
        operationId: "getForm",
        responses: {
          "200": {
            description: "A form.",
            content: {
              "application/x-www-form-urlencoded": {},
              "multipart/form-data": {},
            },
          },
        },
      },
    },
  },
};
