import { type Code, code, lines } from "../../code/code.js";
import type { Declaration, OutputFile } from "../../code/file.js";
import { jsonLiteral, propertyKey } from "../../code/literals.js";
import { typeSymbol } from "../../code/symbol.js";
import type { MediaType, Operation, Parameter } from "../../model/api.js";
import type { JsonObject } from "../../model/json.js";
import type { EmitContext } from "../context.js";
import { Query } from "../../tracking/query.js";

/** `operations.ts`: the facts of every operation, webhook and callback, by its id, for mocks, gateways and routers. */
export function operationTable(context: EmitContext): OutputFile {
  const { operations, webhooks, callbacks } = tablesOf.of(context);
  const table = (
    name: string,
    what: string,
    type: string,
    entries: Entries,
  ): Declaration => ({
    kind: "constant",
    name,
    exported: true,
    docs: `The facts of every ${what}, by its id.`,
    type: code`Readonly<Record<string, ${typeSymbol(type, factsModule)}>>`,
    value:
      entries.length === 0
        ? code`{}`
        : code`{\n${lines(entries.map(([id, facts]) => entry(id, facts, type)))}\n}`,
  });
  return {
    kind: "typescript",
    path: "operations.ts",
    source: "the whole description",
    // Plain data about the whole API, which not everybody who imports the index should load.
    isEntry: true,
    declarations: [
      table("operations", "operation", "OperationFacts", operations),
      ...(webhooks.length === 0
        ? []
        : [table("webhooks", "webhook", "ReceivedFacts", webhooks)]),
      ...(callbacks.length === 0
        ? []
        : [table("callbacks", "callback", "ReceivedFacts", callbacks)]),
    ],
  };
}

/**
 * An entry of a table. What every object inherits says of its name, and not the table's type, is what TypeScript reads the
 * value of such a name by; `__proto__` would be the prototype of the table.
 */
function entry(id: string, facts: JsonObject, type: string): Code {
  const key = id === "__proto__" ? code`[${id}]` : propertyKey(id);
  const value = jsonLiteral(facts);
  return id in Object.prototype
    ? code`${key}: ${value} satisfies ${typeSymbol(type, factsModule)},`
    : code`${key}: ${value},`;
}

const factsModule = "runtime/operation-facts.ts";

/** Ids and facts. */
type Entries = readonly (readonly [id: string, facts: JsonObject])[];

/** The entries of the tables. */
export const tablesOf = new Query<
  EmitContext,
  {
    readonly operations: Entries;
    readonly webhooks: Entries;
    readonly callbacks: Entries;
  }
>("operation-table", ({ api, names }) => {
  const idOf = (pointer: string): string | undefined =>
    names.operations.get(pointer)?.id;
  const entriesOf = (
    all: readonly Operation[],
    facts: (operation: Operation) => JsonObject,
  ): Entries =>
    all.flatMap((operation) => {
      const id = idOf(operation.pointer);
      return id === undefined ? [] : [[id, facts(operation)] as const];
    });
  const operations = entriesOf(api.operations, factsOf);
  const received = (operation: Operation): JsonObject =>
    receivedFacts(operation, idOf);
  const webhooks = entriesOf(api.webhooks, received);
  const callbacks = entriesOf(api.callbacks, received);
  return () => ({ operations, webhooks, callbacks });
});

function receivedFacts(
  received: Operation,
  idOf: (pointer: string) => string | undefined,
): JsonObject {
  const { kind, callback } = received;
  const operation = callback && idOf(callback.operation);
  const { servers: _ours, ...facts } = factsOf(received);
  return {
    kind,
    ...(callback === undefined || operation === undefined
      ? {}
      : { callback: { operation, name: callback.name } }),
    ...facts,
  };
}

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
