import type { Schema } from "../../../generator/model/schema.js";
import type { TextFile } from "../../../generator/code/file.js";
import { serversOf } from "../../../generator/emit/operations/servers-file.js";
import { exportedNames } from "../../../generator/manifest/exported-names.js";
import type { Side } from "../../../generator/diff/side.js";
import type { JsonValue } from "../../../generator/model/json.js";
import {
  inputSchema,
  isInputOptional,
} from "../../../generator/model/input-schema.js";
import {
  type Operation,
  type SecurityScheme,
  receivedOperations,
} from "../../../generator/model/api.js";
import { methodGroups } from "../../../generator/names/method-names.js";
import { enumerationOf } from "../../../generator/model/enumeration.js";
import { memberKeys } from "../../../generator/names/name-enumeration.js";
import { Reader } from "./reads.js";
import { valuesOf } from "./values.js";

/** The inputs that a consumer sends of an operation: valid ones that differ in what they use. */
export function inputsOf(
  operation: Operation,
  side: Side,
): readonly JsonValue[] {
  return valuesOf(inputSchema(operation, side.api), "request", side);
}

/** Those that can be written as literals: they have no member that the types do not know. */
function literalsOf(operation: Operation, side: Side): readonly JsonValue[] {
  return inputsOf(operation, side).filter(
    (value) => !JSON.stringify(value).includes('"x-more"'),
  );
}

/** Credentials of the first alternative of an operation. */
export function credentialsOf(
  { security }: Operation,
  { api }: Side,
): JsonValue | undefined {
  const [first] = security;
  if (first === undefined || first.schemes.length === 0) return undefined;
  return Object.fromEntries(
    first.schemes.map(({ name }) => [
      name,
      credentialOf(api.securitySchemes.find((one) => one.name === name)),
    ]),
  );
}

function credentialOf(scheme: SecurityScheme | undefined): JsonValue {
  return scheme?.kind === "http" && scheme.scheme === "basic"
    ? { username: "a", password: "b" }
    : "secret";
}

/**
 * A correct consumer of an output, made of what the description says: it imports every name, sends inputs of every
 * shape as literals, reads all of every answer, sends back what it has read, and calls every method.
 */
export function consumerOf(
  side: Side,
  files: readonly TextFile[],
  from: string,
): string {
  const { api, names } = side;
  const exports = files
    .filter(({ path }) =>
      /^(?:types|schemas|operations|standard)\//u.test(path),
    )
    .flatMap(({ path, text }) =>
      [...exportedNames(text)].map((name) => ({ path, name })),
    );
  const imports = exports.map(
    ({ path, name }, index) =>
      `export type { ${name} as n${index} } from "${from}/${path.replace(/\.ts$/u, ".js")}";`,
  );
  const senders = api.operations.map((operation, index) => {
    const own = names.operations.get(operation.pointer);
    if (own === undefined) return "";
    const build = own.build.name;
    const auth = credentialsOf(operation, side);
    const inputs = literalsOf(operation, side).slice(0, 16);
    const calls = (
      isInputOptional(operation) ? [undefined, ...inputs] : inputs
    ).map((input) => {
      const literal =
        input === undefined || own.input.name === ""
          ? ""
          : JSON.stringify(input);
      const request =
        literal === "{}" && hasNoInput(operation)
          ? `${build}()`
          : `${build}(${literal})`;
      return `toRequest(${request}, { ${auth === undefined ? "" : `auth: ${JSON.stringify(auth)}`} });`;
    });
    return [
      `import { ${build} } from "${from}/${own.module.replace(/\.ts$/u, ".js")}";`,
      `import type { ${own.result.name} as Result${index} } from "${from}/${own.module.replace(/\.ts$/u, ".js")}";`,
      `export function send${index}() {`,
      ...calls,
      "}",
      `export function read${index}(answer: Result${index}) {`,
      ...readAnswer(operation, side, from),
      "}",
    ].join("\n");
  });
  const receivers = receivedOperations(api).map((operation, index) => {
    const own = names.operations.get(operation.pointer);
    const schema = operation.body?.contents[0]?.schema;
    if (own?.received === undefined || schema === undefined) return "";
    return [
      `import type { ${own.received.name} as Received${index} } from "${from}/${own.module.replace(/\.ts$/u, ".js")}";`,
      `export function receive${index}(got: Received${index}) {`,
      `if ("body" in got && got.ok) {`,
      ...new Reader(side).read(
        "got.body",
        schema,
        operation.body?.required !== true,
      ),
      "}",
      "}",
    ].join("\n");
  });
  const methods = methodGroups(api.operations, names.operations).flatMap(
    ({ name, methods: own }) =>
      own.map(
        (method) =>
          `export const m_${name ?? ""}_${method.name} = (api: Api) => api${name === undefined ? "" : `.${name}`}.${method.name};`,
      ),
  );
  return [
    `import { toRequest } from "${from}/runtime/request.js";`,
    ...(methods.length === 0
      ? []
      : [`import type { Api } from "${from}/api.js";`]),
    ...imports,
    ...senders,
    ...receivers,
    ...roundTrips(side, from),
    ...serverUses(side, from),
    ...namedValues(side, from),
    ...methods,
    "",
  ].join("\n");
}

function hasNoInput({ parameters, body }: Operation): boolean {
  return parameters.length === 0 && body === undefined;
}

/** An answer whose type has a name is of that type. */
function namedType(
  schema: Schema,
  { names }: Side,
  from: string,
): readonly string[] {
  const own =
    schema.kind === "ref" ? names.schemas.get(schema.target) : undefined;
  return own === undefined
    ? []
    : [
        `{ const named: import("${from}/${own.typeModule.replace(/\.ts$/u, ".js")}").${own.type.name} = answer.body; void named; }`,
      ];
}

function readAnswer(
  operation: Operation,
  side: Side,
  from: string,
): readonly string[] {
  const reader = new Reader(side);
  return operation.responses.flatMap(({ status, contents, headers }) => {
    if (!/^\d+$/u.test(status)) return [];
    const isSuccess = status.startsWith("2");
    const successes = operation.responses.filter((one) =>
      one.status.startsWith("2"),
    );
    const schema = contents[0]?.schema;
    const condition =
      isSuccess && successes.length === 1
        ? "answer.ok"
        : `answer.kind === "described" && answer.status === ${status}`;
    const body =
      schema === undefined || contents.length > 1
        ? []
        : [
            ...reader.read("answer.body", schema),
            ...namedType(schema, side, from),
          ];
    return [
      `if (${condition}) {`,
      ...body,
      ...headers.flatMap((header) =>
        reader.read(
          `answer.headers[${JSON.stringify(header.name)}]`,
          header.schema,
          !header.required,
        ),
      ),
      "}",
    ];
  });
}

/** What is both read and sent can be sent back as it was read, if it has one type. */
function roundTrips(
  { api, names, views }: Side,
  from: string,
): readonly string[] {
  return Object.keys(api.definitions).flatMap((id, index) => {
    const own = names.schemas.get(id);
    const view = views.get(id);
    if (own === undefined || view?.inRequests !== true || !view.inResponses)
      return [];
    if (own.type.name !== own.requestType.name) return [];
    const sender = api.operations.find(({ body }) => {
      const schema = body?.contents[0]?.schema;
      return schema?.kind === "ref" && schema.target === id;
    });
    const operation = sender && names.operations.get(sender.pointer);
    if (operation === undefined) return [];
    return [
      `import { ${operation.build.name} as again${index} } from "${from}/${operation.module.replace(/\.ts$/u, ".js")}";`,
      `import type { ${own.type.name} as Kept${index} } from "${from}/${own.typeModule.replace(/\.ts$/u, ".js")}";`,
      `export const keep${index} = (value: Kept${index}) => again${index}({ body: value });`,
    ];
  });
}

/** Every server by its place in the list. */
function serverUses(side: Side, from: string): readonly string[] {
  const servers = serversOf.of(side.api);
  if (servers.length === 0) return [];
  return [
    `import { servers } from "${from}/servers.js";`,
    ...servers.map(
      (_server, index) =>
        `export const server${index}: string = servers[${index}].url;`,
    ),
  ];
}

/** Every value of an enum by its name. */
function namedValues({ api, names }: Side, from: string): readonly string[] {
  return Object.entries(api.definitions).flatMap(([id, { schema }], index) => {
    const own = names.schemas.get(id);
    if (own?.enumeration?.hasObject !== true) return [];
    const members = enumerationOf(schema, api)?.members ?? [];
    return [
      `import { ${own.type.name} as values${index} } from "${from}/${own.typeModule.replace(/\.ts$/u, ".js")}";`,
      ...memberKeys(members).map(
        (key) => `void values${index}[${JSON.stringify(key)}];`,
      ),
    ];
  });
}
