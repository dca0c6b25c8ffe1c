import type { SpecifierOf } from "../../package-identity.js";
import type {
  MediaType,
  Operation,
  SecurityScheme,
} from "../../../model/api.js";
import {
  acceptChoices,
  groupSchema,
  inputGroups,
  isText,
  parametersOf,
} from "../../../model/input-schema.js";
import type { JsonValue } from "../../../model/json.js";
import { isObject } from "../../../model/matches.js";
import type { OperationNames } from "../../../names/names.js";
import { isBinaryPart } from "../samples/sample-request-of.js";
import {
  sampleInputs,
  type SampleBody,
  type SampleInput,
} from "../samples/sample-input.js";
import { plainText } from "../text/plain-text.js";
import type {
  FormNode,
  FormScheme,
  FormServer,
  OperationForm,
} from "./form-node.js";
import { formOf, type FormContext, type NamedNodes } from "./form-of.js";

/** What the panel of an operation is made from. */
export function operationForm(
  operation: Operation,
  names: OperationNames,
  hasAdvice: boolean,
  specifierOf: SpecifierOf,
  context: FormContext,
  named: NamedNodes,
): OperationForm {
  const { api } = context;
  const { body } = operation;
  return {
    method: operation.method,
    path: operation.path,
    functions: {
      build: names.build.name,
      validate: names.validate.name,
      read: names.read.name,
      operation: names.operation.name,
      ...(hasAdvice ? { advise: names.advise.name } : {}),
    },
    package: specifierOf("index"),
    groups: inputGroups
      .filter((group) => parametersOf(operation, group).length > 0)
      .map((group) => {
        const [first] = parametersOf(operation, group);
        // All of the query is one value.
        const schema =
          first?.in === "querystring"
            ? first.schema
            : groupSchema(operation, group, api);
        return { name: group, node: formOf(schema, context, named) };
      }),
    accept: acceptChoices(operation),
    ...(body === undefined
      ? {}
      : {
          body: {
            required: body.required,
            contents: body.contents.map((media) => ({
              mediaType: media.mediaType,
              node: contentNode(media, context, named),
            })),
          },
        }),
    examples: sampleInputs(operation, api).map((input) => ({
      title: input.title ?? "Example",
      input: exampleInput(operation, input),
    })),
    security: operation.security.map(({ schemes }) =>
      schemes.flatMap(({ name }) => {
        const scheme = api.securitySchemes.find((one) => one.name === name);
        return scheme === undefined ? [] : [formScheme(scheme)];
      }),
    ),
    servers: formServers(operation),
  };
}

function contentNode(
  media: MediaType,
  context: FormContext,
  named: NamedNodes,
): FormNode {
  const { codec, schema, itemSchema } = media;
  if (codec === "binary") return { kind: "file" };
  if (codec === "text" && !isText(media, context.api))
    return { kind: "string", input: "lines" };
  if (codec === "json-lines" && itemSchema !== undefined)
    return { kind: "list", items: formOf(itemSchema, context, named) };
  return schema === undefined
    ? { kind: "json" }
    : formOf(schema, context, named);
}

/** The input of a sample, without its files: those are chosen. */
function exampleInput(operation: Operation, input: SampleInput): JsonValue {
  const groups = new Map<string, [string, JsonValue][]>();
  const value: Record<string, JsonValue> = {};
  for (const { parameter, value: given } of input.parameters) {
    if (parameter.in === "querystring") {
      value["query"] = given;
      continue;
    }
    const members = groups.get(parameter.in) ?? [];
    members.push([parameter.name, given]);
    groups.set(parameter.in, members);
  }
  for (const [group, members] of groups)
    value[group] = Object.fromEntries(members);
  const { body } = input;
  if (body === undefined) return value;
  if ((operation.body?.contents.length ?? 0) > 1)
    value["contentType"] = body.media.mediaType;
  const sent = exampleBody(body);
  return sent === undefined ? value : { ...value, body: sent };
}

function exampleBody({
  media,
  value,
  text,
}: SampleBody): JsonValue | undefined {
  if (media.codec === "binary") return undefined;
  if (value === undefined)
    return text === undefined ? undefined : parsed(text, media);
  if (media.codec === "json-lines" && !Array.isArray(value)) return [value];
  if (media.codec !== "multipart" || !isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).filter(([name]) => !isBinaryPart(media, name)),
  );
}

function parsed(text: string, { codec }: MediaType): JsonValue {
  if (codec !== "json") return text;
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return text;
  }
}

function formScheme(scheme: SecurityScheme): FormScheme {
  const { name } = scheme;
  switch (scheme.kind) {
    case "http": {
      const kind = scheme.scheme.toLowerCase() === "basic" ? "basic" : "token";
      return { name, kind, words: `HTTP ${scheme.scheme}` };
    }
    case "oauth2":
      return { name, kind: "token", words: "OAuth 2.0 access token" };
    case "openIdConnect":
      return { name, kind: "token", words: "OpenID Connect access token" };
    case "mutualTLS":
      return { name, kind: "certificate", words: "Client certificate" };
    case "apiKey": {
      const kind = scheme.in === "cookie" ? "cookie" : "key";
      const place = scheme.in === "query" ? "query parameter" : scheme.in;
      return {
        name,
        kind,
        words: `API key in the ${place} ${scheme.parameter}`,
      };
    }
  }
}

function formServers({ servers }: Operation): readonly FormServer[] {
  return servers.map(({ url, name, description, variables }) => ({
    url,
    title: name ?? (description === undefined ? url : plainText(description)),
    variables: variables.map((variable) => ({
      name: variable.name,
      ...(variable.default === undefined ? {} : { default: variable.default }),
      ...(variable.enum === undefined ? {} : { values: variable.enum }),
    })),
  }));
}
