import { code, lines } from "../../code/code.js";
import type { OutputFile } from "../../code/file.js";
import { jsonLiteral, propertyKey } from "../../code/literals.js";
import { typeSymbol } from "../../code/symbol.js";
import type { MediaType, Operation, Parameter } from "../../model/api.js";
import type { JsonObject } from "../../model/json.js";
import type { EmitContext } from "../context.js";
import { Derived } from "../derived.js";

/** `operations.ts`: the facts of every operation, by its id, for mocks, gateways and routers. */
export function operationTable(context: EmitContext): OutputFile {
  const facts = typeSymbol("OperationFacts", "runtime/operation-facts.ts");
  const entries = tableOf
    .of(context)
    .map(([id, own]) => code`${propertyKey(id)}: ${jsonLiteral(own)},`);
  return {
    kind: "typescript",
    path: "operations.ts",
    source: "the whole description",
    declarations: [
      {
        kind: "constant",
        name: "operations",
        exported: true,
        docs: "The facts of every operation, by its id.",
        type: code`Readonly<Record<string, ${facts}>>`,
        value: entries.length === 0 ? code`{}` : code`{\n${lines(entries)}\n}`,
      },
    ],
  };
}

/** What the table holds: ids and facts. */
export const tableOf = new Derived<
  EmitContext,
  readonly (readonly [id: string, facts: JsonObject])[]
>("operation-table", ({ api, names }) => {
  const entries = api.operations.flatMap((operation) => {
    const found = names.operations.get(operation.pointer);
    return found === undefined ? [] : [[found.id, factsOf(operation)] as const];
  });
  return () => entries;
});

function factsOf(operation: Operation): JsonObject {
  const { method, path, parameters, body, responses, security, servers } =
    operation;
  return {
    method,
    path,
    tags: operation.tags,
    deprecated: operation.deprecated,
    parameters: parameters.map(parameterFacts),
    ...(body === undefined
      ? {}
      : {
          body: {
            required: body.required,
            mediaTypes: mediaTypesOf(body.contents),
          },
        }),
    responses: responses.map(({ status, contents, headers }) => ({
      status,
      mediaTypes: mediaTypesOf(contents),
      headers: headers.map(({ name }) => name),
    })),
    security: security.map(({ schemes }) =>
      schemes.map(({ name, scopes }) => ({ name, scopes })),
    ),
    servers: servers.map(({ url }) => url),
  };
}

function parameterFacts(parameter: Parameter): JsonObject {
  const { serialization } = parameter;
  return {
    in: parameter.in,
    name: parameter.name,
    required: parameter.required,
    ...(serialization.kind === "content"
      ? { mediaType: serialization.mediaType }
      : {
          style: serialization.style,
          explode: serialization.explode,
          ...(serialization.allowReserved ? { allowReserved: true } : {}),
        }),
  };
}

function mediaTypesOf(contents: readonly MediaType[]): string[] {
  return contents.map(({ mediaType }) => mediaType);
}
