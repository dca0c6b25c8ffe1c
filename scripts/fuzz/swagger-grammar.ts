import { objectOf } from "./hostile-texts.js";
import { pathOf } from "./openapi-grammar.js";
import {
  type Grammar,
  listOf,
  membersOf,
  randomJson,
  randomSchema,
} from "./schema-grammar.js";

type Members = Record<string, unknown>;

const mediaTypes = [
  "application/json",
  "application/x-www-form-urlencoded",
  "multipart/form-data",
  "text/plain",
];

/** A description of Swagger 2.0. */
export function randomSwagger(grammar: Grammar): Members {
  const { choices, texts } = grammar;
  return {
    swagger: "2.0",
    info: { title: texts.text(), version: texts.text() },
    ...(choices.chance(0.5) && { host: "api.example.com" }),
    ...(choices.chance(0.3) && { basePath: texts.text() }),
    ...(choices.chance(0.3) && { schemes: ["https"] }),
    ...(choices.chance(0.5) && { consumes: [choices.pick(mediaTypes)] }),
    ...(choices.chance(0.5) && { produces: [choices.pick(mediaTypes)] }),
    paths: objectOf(
      listOf(choices, () => {
        const names = choices.chance(0.5) ? [texts.name()] : [];
        const method = choices.pick(["get", "post", "put", "delete"]);
        return [
          pathOf(grammar, names),
          objectOf([[method, operation(grammar, names)]]),
        ];
      }),
    ),
    definitions: objectOf(
      listOf(choices, () => [
        grammar.component("schemas"),
        randomSchema(grammar, 2),
      ]),
    ),
    ...(choices.chance(0.3) && {
      securityDefinitions: membersOf(grammar, () =>
        choices.pick<Members>([
          { type: "basic" },
          { type: "apiKey", in: "header", name: texts.name() },
          {
            type: "oauth2",
            flow: "implicit",
            authorizationUrl: texts.text(),
            scopes: objectOf([[texts.name(), texts.text()]]),
          },
        ]),
      ),
    }),
  };
}

function operation(grammar: Grammar, names: readonly string[]): Members {
  const { choices, texts } = grammar;
  const inPath = names.map((name) => ({
    name,
    in: "path",
    required: true,
    type: "string",
  }));
  return {
    ...(choices.chance(0.8) && { operationId: texts.name() }),
    ...(choices.chance(0.3) && { tags: [texts.name()] }),
    ...(choices.chance(0.3) && { description: texts.text() }),
    ...(choices.chance(0.3) && { consumes: [choices.pick(mediaTypes)] }),
    parameters: [
      ...inPath,
      ...(choices.chance(0.7) ? listOf(choices, () => parameter(grammar)) : []),
    ],
    responses: objectOf(
      listOf(choices, () => [
        choices.pick(["200", "404", "default"]),
        {
          description: texts.text(),
          ...(choices.chance(0.7) && { schema: randomSchema(grammar, 2) }),
          ...(choices.chance(0.2) && {
            examples: { "application/json": randomJson(grammar, 2) },
          }),
        },
      ]),
    ),
  };
}

function parameter(grammar: Grammar): Members {
  const { choices, texts } = grammar;
  if (choices.chance(0.3)) {
    return { name: "body", in: "body", schema: randomSchema(grammar, 2) };
  }
  const type = choices.pick(["string", "integer", "boolean", "array", "file"]);
  return {
    name: texts.name(),
    in: choices.pick(["query", "header", "formData"]),
    type,
    ...(type === "array" && {
      items: { type: "string" },
      collectionFormat: choices.pick(["csv", "ssv", "tsv", "pipes", "multi"]),
    }),
    ...(choices.chance(0.3) && { description: texts.text() }),
    ...(choices.chance(0.3) && { enum: listOf(choices, () => texts.text()) }),
    ...(choices.chance(0.3) && { default: randomJson(grammar, 0) }),
  };
}
