/** A small description with the given text in every place where the specification takes free text. */
export function freeTextSpec(text: string): object {
  const externalDocs = { url: "https://example.com/", description: text };
  const examples = { first: { summary: text, description: text, value: text } };
  return {
    openapi: "3.1.0",
    info: {
      title: text,
      summary: text,
      description: text,
      version: "1.0.0",
      contact: { name: text },
      license: { name: text },
    },
    servers: [
      {
        url: "https://{host}.example.com",
        description: text,
        variables: { host: { default: "api", description: text } },
      },
    ],
    tags: [{ name: "things", description: text, externalDocs }],
    externalDocs,
    "x-anything": { deep: [text] },
    paths: {
      "/things/{id}": {
        summary: text,
        description: text,
        post: {
          operationId: "changeThing",
          tags: ["things"],
          summary: text,
          description: text,
          externalDocs,
          "x-anything": text,
          parameters: [
            {
              name: "id",
              in: "path",
              required: true,
              description: text,
              schema: { type: "string", description: text, title: text },
              examples,
            },
            {
              name: "q",
              in: "query",
              description: text,
              schema: { type: "string", default: text },
              example: text,
            },
          ],
          requestBody: {
            description: text,
            content: {
              "application/json": {
                schema: { $ref: "#/components/schemas/Thing" },
                examples: {
                  first: {
                    summary: text,
                    description: text,
                    value: { name: text },
                  },
                },
              },
            },
          },
          responses: {
            "200": {
              description: text,
              headers: {
                "X-Rate": {
                  description: text,
                  schema: { type: "string", description: text },
                },
              },
              content: {
                "application/json": {
                  schema: { $ref: "#/components/schemas/Thing" },
                  example: { name: text },
                },
              },
            },
            default: { description: text },
          },
        },
      },
    },
    webhooks: {
      changed: {
        post: {
          summary: text,
          description: text,
          responses: { "200": { description: text } },
        },
      },
    },
    components: {
      schemas: {
        Thing: {
          type: "object",
          title: text,
          description: text,
          $comment: text,
          externalDocs,
          examples: [{ name: text }],
          default: { name: text },
          "x-anything": text,
          properties: {
            name: { type: "string", title: text, description: text },
            other: {
              type: "string",
              default: text,
              examples: [text],
              "x-ignored-with": { name: text },
            },
            kind: { enum: [text, "fixed"] },
            always: { const: text },
            nested: { const: { key: [text] } },
          },
        },
      },
      securitySchemes: {
        basic: { type: "http", scheme: "basic", description: text },
      },
    },
    security: [{ basic: [] }],
  };
}
