import { objectOf } from "./hostile-texts.js";
import {
  type Grammar,
  listOf,
  membersOf,
  randomJson,
  randomSchema,
  referenceTo,
} from "./schema-grammar.js";

type Members = Record<string, unknown>;

const depth = 2;
const methods = ["get", "put", "post", "delete", "options", "head", "patch"];
const mediaTypes = [
  "application/json",
  "application/problem+json",
  "application/json; charset=utf-8",
  "application/x-www-form-urlencoded",
  "multipart/form-data",
  "multipart/mixed",
  "text/plain",
  "text/event-stream",
  "application/jsonl",
  "application/json-seq",
  "application/octet-stream",
  "application/xml",
  "image/*",
  "*/*",
];
const styles = [
  ..."form simple label matrix spaceDelimited pipeDelimited deepObject cookie".split(
    " ",
  ),
];
const statuses = [..."200 201 204 2XX 304 4XX 404 default".split(" ")];

/** A description of OpenAPI 3.x with members of most of its objects. */
export function randomOpenApi(grammar: Grammar): Members {
  const { choices, texts, edition } = grammar;
  const some = (probability: number, make: () => Members): Members =>
    choices.chance(probability) ? make() : {};
  return {
    openapi: `${edition}.0`,
    info: {
      title: texts.text(),
      version: texts.text(),
      ...some(0.5, () => ({ description: texts.text() })),
      ...some(0.1, () => ({
        contact: { name: texts.text(), url: texts.text() },
        license: { name: texts.text(), identifier: texts.text() },
      })),
    },
    ...some(0.5, () => ({ servers: listOf(choices, () => server(grammar)) })),
    ...some(0.3, () => ({
      tags: listOf(choices, () => ({
        name: texts.name(),
        description: texts.text(),
        ...some(0.3, () => ({ parent: texts.name(), kind: texts.name() })),
      })),
    })),
    ...some(0.2, () => ({ security: [securityRequirement(grammar)] })),
    paths: objectOf(
      listOf(choices, () => {
        const names = choices.chance(0.5) ? [texts.name()] : [];
        return [pathOf(grammar, names), pathItem(grammar, names)];
      }),
    ),
    ...some(edition === "3.0" ? 0.02 : 0.15, () => ({
      webhooks: membersOf(grammar, () => pathItem(grammar, [])),
    })),
    components: components(grammar),
    ...some(0.05, () => ({ [`x-${texts.name()}`]: randomJson(grammar, 2) })),
  };
}

function components(grammar: Grammar): Members {
  const { choices } = grammar;
  const group = (name: string, probability: number, make: () => unknown) =>
    choices.chance(probability)
      ? {
          [name]: objectOf(
            listOf(choices, () => [grammar.component(name), make()]),
          ),
        }
      : {};
  return {
    ...group("schemas", 1, () => randomSchema(grammar, depth)),
    ...group("parameters", 0.5, () => parameter(grammar)),
    ...group("responses", 0.5, () => response(grammar)),
    ...group("requestBodies", 0.5, () => body(grammar)),
    ...group("headers", 0.5, () => header(grammar)),
    ...group("securitySchemes", 0.7, () => securityScheme(grammar)),
    ...group("examples", 0.2, () => ({ value: randomJson(grammar, 2) })),
    ...group("links", 0.2, () => ({ operationId: grammar.texts.name() })),
    ...group("callbacks", 0.1, () => ({})),
    ...group("pathItems", 0.1, () => pathItem(grammar, [])),
  };
}

function server({ choices, texts }: Grammar): Members {
  if (choices.chance(0.5)) return { url: "https://api.example.com/v1" };
  const name = texts.name();
  return {
    url: choices.chance(0.5) ? `https://{${name}}.example.com` : texts.text(),
    description: texts.text(),
    variables: objectOf([
      [name, { default: texts.text(), description: texts.text() }],
    ]),
  };
}

export function pathOf(
  { choices, texts }: Grammar,
  parameters: readonly string[],
): string {
  const fixed = choices.chance(0.8) ? choices.pick(["a", "b"]) : texts.name();
  const end = choices.chance(0.2) ? `:${texts.name()}` : "";
  return `/${fixed}${parameters.map((name) => `/{${name}}`).join("")}${end}`;
}

function pathItem(grammar: Grammar, names: readonly string[]): Members {
  const { choices, texts } = grammar;
  const given = choices.chance(0.05)
    ? { $ref: referenceTo(grammar, "pathItems") }
    : {};
  return {
    ...given,
    ...(choices.chance(0.1) && { summary: texts.text() }),
    ...objectOf(
      listOf(choices, () => choices.pick(methods))
        .slice(0, 2)
        .map((method) => [method, operation(grammar, names)] as const),
    ),
    ...(grammar.edition === "3.2" &&
      choices.chance(0.2) && {
        query: operation(grammar, names),
        additionalOperations: objectOf([
          [texts.name(), operation(grammar, names)],
        ]),
      }),
  };
}

function operation(grammar: Grammar, names: readonly string[]): Members {
  const { choices, texts } = grammar;
  const some = (probability: number, make: () => Members): Members =>
    choices.chance(probability) ? make() : {};
  const inPath = names.map((name) => ({
    name,
    in: "path",
    required: true,
    schema: randomSchema(grammar, 0),
  }));
  const others = choices.chance(0.5)
    ? listOf(choices, () => orReference(grammar, "parameters", parameter))
    : [];
  return {
    ...some(0.8, () => ({ operationId: texts.name() })),
    ...some(0.4, () => ({ tags: [texts.name()] })),
    ...some(0.3, () => ({ summary: texts.text(), description: texts.text() })),
    ...some(0.1, () => ({ deprecated: true })),
    ...some(0.05, () => ({ "x-specwright-name": texts.name() })),
    ...some(0.05, () => ({ externalDocs: { url: texts.text() } })),
    ...(inPath.length + others.length > 0 && {
      parameters: [...inPath, ...others],
    }),
    ...some(0.4, () => ({
      requestBody: orReference(grammar, "requestBodies", body),
    })),
    responses: objectOf(
      listOf(choices, () => [
        choices.pick(statuses),
        orReference(grammar, "responses", response),
      ]),
    ),
    ...some(0.2, () => ({ security: [securityRequirement(grammar)] })),
    ...some(0.1, () => ({ servers: [server(grammar)] })),
    ...some(0.05, () => ({
      callbacks: objectOf([
        [
          texts.name(),
          objectOf([
            [texts.text(), { post: { responses: { "200": text(grammar) } } }],
          ]),
        ],
      ]),
    })),
    ...some(0.05, () => ({
      "x-specwright-pagination": {
        kind: choices.pick(["cursor", "offset", "page", "link"]),
        items: "/items",
        cursor: texts.name(),
      },
    })),
  };
}

function text({ texts }: Grammar): Members {
  return { description: texts.text() };
}

function orReference(
  grammar: Grammar,
  group: string,
  make: (grammar: Grammar) => Members,
): Members {
  return grammar.choices.chance(0.2)
    ? { $ref: referenceTo(grammar, group) }
    : make(grammar);
}

function parameter(grammar: Grammar): Members {
  const { choices, texts, edition } = grammar;
  const places = ["query", "query", "header", "cookie"];
  return {
    name: texts.name(),
    in: choices.pick(edition === "3.2" ? [...places, "querystring"] : places),
    ...(choices.chance(0.4) && { required: choices.chance(0.7) }),
    ...(choices.chance(0.3) && text(grammar)),
    ...(choices.chance(0.3) && { style: choices.pick(styles) }),
    ...(choices.chance(0.3) && { explode: choices.chance(0.5) }),
    ...(choices.chance(0.1) && { allowReserved: true }),
    ...(choices.chance(0.1) && { allowEmptyValue: true }),
    ...(choices.chance(0.1) && { deprecated: true }),
    ...(choices.chance(0.1) && { example: randomJson(grammar, 1) }),
    ...(choices.chance(0.05) && { "x-specwright-nested-objects": "rack" }),
    ...(choices.chance(0.85)
      ? { schema: randomSchema(grammar, 1) }
      : { content: content(grammar, 1) }),
  };
}

function header(grammar: Grammar): Members {
  return {
    ...(grammar.choices.chance(0.3) && text(grammar)),
    ...(grammar.choices.chance(0.3) && { explode: true }),
    schema: randomSchema(grammar, 1),
  };
}

function content(grammar: Grammar, most: number): Members {
  const { choices, texts } = grammar;
  const types = listOf(choices, () =>
    choices.chance(0.95) ? choices.pick(mediaTypes) : texts.text(),
  ).slice(0, most);
  return objectOf(types.map((type) => [type, mediaType(grammar)]));
}

function mediaType(grammar: Grammar): Members {
  const { choices, texts, edition } = grammar;
  return {
    ...(choices.chance(0.9) && { schema: randomSchema(grammar, depth) }),
    ...(edition === "3.2" &&
      choices.chance(0.2) && { itemSchema: randomSchema(grammar, 1) }),
    ...(choices.chance(0.2) && { example: randomJson(grammar, 2) }),
    ...(choices.chance(0.1) && {
      examples: membersOf(grammar, () => ({
        summary: texts.text(),
        value: randomJson(grammar, 2),
      })),
    }),
    ...(choices.chance(0.15) && {
      encoding: membersOf(grammar, () => ({
        contentType: choices.pick(mediaTypes),
        ...(choices.chance(0.5) && { style: choices.pick(styles) }),
        ...(choices.chance(0.3) && {
          headers: membersOf(grammar, () => header(grammar)),
        }),
      })),
    }),
  };
}

function body(grammar: Grammar): Members {
  return {
    ...(grammar.choices.chance(0.5) && { required: true }),
    ...(grammar.choices.chance(0.3) && text(grammar)),
    content: content(grammar, 2),
  };
}

function response(grammar: Grammar): Members {
  const { choices, texts } = grammar;
  return {
    description: texts.text(),
    ...(choices.chance(0.7) && { content: content(grammar, 2) }),
    ...(choices.chance(0.2) && {
      headers: membersOf(grammar, () =>
        orReference(grammar, "headers", header),
      ),
    }),
    ...(choices.chance(0.1) && {
      links: membersOf(grammar, () => ({
        operationId: texts.name(),
        parameters: objectOf([[texts.name(), texts.text()]]),
      })),
    }),
  };
}

function securityRequirement(grammar: Grammar): Members {
  const { choices, texts } = grammar;
  return objectOf([
    [
      grammar.component("securitySchemes"),
      choices.chance(0.8) ? [] : [texts.text()],
    ],
  ]);
}

function securityScheme({ choices, texts }: Grammar): Members {
  const description = texts.text();
  const scopes = objectOf([[texts.name(), texts.text()]]);
  return choices.pick<Members>([
    { type: "http", scheme: "basic", description },
    { type: "http", scheme: "bearer", bearerFormat: texts.text() },
    { type: "http", scheme: texts.name() },
    { type: "apiKey", in: "header", name: texts.name() },
    { type: "apiKey", in: "query", name: texts.name() },
    { type: "apiKey", in: "cookie", name: texts.name() },
    {
      type: "oauth2",
      flows: { implicit: { authorizationUrl: texts.text(), scopes } },
    },
    { type: "openIdConnect", openIdConnectUrl: texts.text() },
    { type: "mutualTLS" },
  ]);
}
