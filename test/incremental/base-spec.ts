/** JSON that edits may change. */
export type Node =
  null | boolean | number | string | Node[] | { [name: string]: Node };

export type NodeObject = { [name: string]: Node };

/**
 * A description of middling size in which much depends on much: schemas that refer to each other and to
 * themselves, bases with discriminators, readOnly and writeOnly members, webhooks and callbacks.
 */
export function baseSpec(): NodeObject {
  const things = [
    "Shop",
    "Customer",
    "Order",
    "Line",
    "Product",
    "Price",
    "Parcel",
    "Invoice",
  ];
  const schemas: NodeObject = {};
  const paths: NodeObject = {};
  things.forEach((name, index) => {
    const next = things[(index + 1) % things.length] as string;
    const far = things[(index * 3 + 2) % things.length] as string;
    schemas[name] = {
      type: "object",
      description: `A ${name.toLowerCase()}, number ${index}.`,
      required: ["id", "name"],
      properties: {
        id: { type: "string", format: "uuid", readOnly: true },
        name: { type: "string", minLength: 1, maxLength: 40 + index },
        secret: { type: "string", writeOnly: true, description: "Kept." },
        state: { type: "string", enum: ["open", "closed", `s${index}`] },
        next: ref(next),
        list: { type: "array", items: ref(far), maxItems: 5 + index },
        count: { type: "integer", format: "int64" },
        extra: { type: "object", additionalProperties: ref("Money") },
      },
    };
    schemas[`${name}Patch`] = {
      allOf: [ref(name), { type: "object", properties: { note: text(9) } }],
      anyOf: [{ required: ["name"] }, { required: ["note"] }],
    };
    const slug = name.toLowerCase();
    paths[`/${slug}s`] = {
      get: {
        operationId: `list${name}s`,
        tags: [index % 2 === 0 ? "first" : "second"],
        summary: `Lists ${slug}s`,
        parameters: [
          {
            name: "limit",
            in: "query",
            schema: { type: "integer", maximum: 100 },
          },
          {
            name: "filter",
            in: "query",
            style: "deepObject",
            schema: ref("Filter"),
          },
        ],
        responses: {
          "200": json("All of them.", { type: "array", items: ref(name) }),
          default: json("A fault.", ref("Fault")),
        },
      },
      post: {
        operationId: `create${name}`,
        tags: ["first"],
        description: `Makes a ${slug}.\n\nWith *all* that belongs to it.`,
        requestBody: {
          required: true,
          content: { "application/json": { schema: ref(name) } },
        },
        responses: { "201": json("Made.", ref(name)) },
      },
    };
    paths[`/${slug}s/{id}`] = {
      parameters: [
        {
          name: "id",
          in: "path",
          required: true,
          schema: { type: "string", minLength: 2 },
        },
      ],
      patch: {
        operationId: `change${name}`,
        tags: ["second"],
        requestBody: {
          content: {
            "application/json": { schema: ref(`${name}Patch`) },
            "application/x-www-form-urlencoded": { schema: ref("Filter") },
          },
        },
        responses: {
          "200": json("Changed.", ref(next)),
          "404": { description: "None." },
        },
      },
    };
  });
  Object.assign(schemas, {
    Money: {
      type: "object",
      required: ["amount"],
      properties: { amount: { type: "number", minimum: 0 }, unit: text(3) },
    },
    Filter: {
      type: "object",
      properties: { word: text(20), above: { type: "integer" } },
      minProperties: 1,
    },
    Fault: {
      type: "object",
      required: ["code"],
      properties: {
        code: { type: "integer" },
        causes: { type: "array", items: ref("Fault") },
      },
    },
    Pet: {
      type: "object",
      required: ["kind"],
      properties: { kind: { type: "string" } },
      discriminator: {
        propertyName: "kind",
        mapping: { cat: "#/components/schemas/Cat" },
      },
    },
    Cat: {
      allOf: [
        ref("Pet"),
        { type: "object", properties: { lives: { type: "integer" } } },
      ],
    },
    Dog: {
      allOf: [ref("Pet"), { type: "object", properties: { bark: text(5) } }],
    },
    Either: {
      oneOf: [ref("Money"), ref("Fault")],
    },
    Tree: {
      type: "object",
      properties: {
        left: ref("Tree"),
        right: ref("Tree"),
        value: ref("Either"),
      },
    },
  });
  paths["/pets"] = {
    post: {
      operationId: "addPet",
      requestBody: { content: { "application/json": { schema: ref("Pet") } } },
      responses: { "200": json("The tree.", ref("Tree")) },
      callbacks: {
        done: {
          "{$request.body#/kind}": {
            post: {
              operationId: "petDone",
              requestBody: {
                content: { "application/json": { schema: ref("Cat") } },
              },
              responses: { "204": { description: "Taken." } },
            },
          },
        },
      },
    },
  };
  return {
    openapi: "3.1.0",
    info: { title: "Shop", version: "1.2.3", description: "Sells *things*." },
    servers: [{ url: "https://shop.example/v1" }],
    tags: [{ name: "first", description: "Comes first." }, { name: "second" }],
    security: [{ key: [] }],
    paths,
    webhooks: {
      sold: {
        post: {
          operationId: "sold",
          requestBody: {
            content: { "application/json": { schema: ref("Order") } },
          },
          responses: { "200": { description: "Heard." } },
        },
      },
    },
    components: {
      schemas,
      securitySchemes: {
        key: { type: "apiKey", in: "header", name: "X-Key" },
        user: { type: "http", scheme: "basic", description: "Name and word." },
      },
    },
  };
}

function ref(name: string): NodeObject {
  return { $ref: `#/components/schemas/${name}` };
}

function text(maxLength: number): NodeObject {
  return { type: "string", maxLength };
}

function json(description: string, schema: Node): NodeObject {
  return { description, content: { "application/json": { schema } } };
}
