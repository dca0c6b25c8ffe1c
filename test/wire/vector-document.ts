import type { Parameter, VectorRow } from "./vector-rows.js";

/** An OpenAPI document of a version with one operation for each row, its id `row<index>`. */
export function documentOf(
  rows: readonly (readonly [index: number, row: VectorRow])[],
  version: string,
): object {
  const securitySchemes: Record<string, object> = {};
  const paths = Object.fromEntries(
    rows.map(([index, row]) => {
      for (const [name, scheme] of Object.entries(
        row.request?.securitySchemes ?? {},
      )) {
        securitySchemes[`${name}${index}`] = scheme;
      }
      return [`/row${index}${pathOf(row)}`, pathItemOf(index, row)];
    }),
  );
  const document = {
    openapi: version,
    info: { title: "Vectors", version: "1" },
    servers: [{ url: "https://api.example.com" }],
    paths,
    components: { securitySchemes },
  };
  return version.startsWith("3.0.")
    ? (withNullable(document) as object)
    : document;
}

/** Writes `type: [x, "null"]` as 3.0 writes it. */
function withNullable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withNullable);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).flatMap(
    ([key, member]): [string, unknown][] =>
      key === "type" && Array.isArray(member)
        ? [
            ["type", member.find((type) => type !== "null")],
            ["nullable", true],
          ]
        : [[key, withNullable(member)]],
  );
  return Object.fromEntries(entries);
}

/** The path template, without the prefix that tells rows apart. */
export function pathOf({ path, parameter, request }: VectorRow): string {
  if (request !== undefined) return request.path;
  if (parameter?.in === "path") return path ?? `/x/{${parameter.name}}`;
  return "/x";
}

/** The input that a row's values make up. */
export function inputOf(
  row: VectorRow,
  revived: (value: unknown) => unknown,
): Record<string, unknown> {
  const { request, parameter } = row;
  if (request !== undefined) {
    const parameters = [
      ...(request.pathParameters ?? []),
      ...request.parameters,
    ];
    const input: Record<string, Record<string, unknown>> = {};
    for (const one of parameters) {
      if (!Object.hasOwn(request.values, one.name)) continue;
      (input[groupOf(one)] ??= {})[one.name] = revived(
        request.values[one.name],
      );
    }
    return {
      ...input,
      ...(request.mediaType === undefined
        ? {}
        : { contentType: request.mediaType }),
      ...("body" in request ? { body: revived(request.body) } : {}),
    };
  }
  if (parameter === undefined) return { body: revived(row.value) };
  const values = row.values ?? { [parameter.name]: row.value };
  const group = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, revived(value)]),
  );
  return { [groupOf(parameter)]: group };
}

function groupOf(parameter: Parameter): string {
  return parameter.in === "querystring" ? "query" : parameter.in;
}

function pathItemOf(index: number, row: VectorRow): object {
  const operationId = `row${index}`;
  const responses = { default: { description: "Anything." } };
  const { request, parameter } = row;
  if (request !== undefined) {
    const { server, serverVariables, security } = request;
    return {
      ...(request.pathParameters === undefined
        ? {}
        : { parameters: request.pathParameters }),
      [request.method ?? "get"]: {
        operationId,
        parameters: request.parameters,
        ...(request.requestBody === undefined
          ? {}
          : { requestBody: request.requestBody }),
        servers: [
          {
            url: server,
            ...(serverVariables === undefined
              ? {}
              : { variables: serverVariables }),
          },
        ],
        ...(security === undefined
          ? {}
          : {
              security: security.map((one) =>
                Object.fromEntries(
                  Object.entries(one).map(([name, scopes]) => [
                    name + String(index),
                    scopes,
                  ]),
                ),
              ),
            }),
        responses,
      },
    };
  }
  if (parameter !== undefined) {
    const names = Object.keys(row.values ?? { [parameter.name]: 0 });
    const parameters = names.map((name) => ({
      ...parameter,
      name,
      ...(parameter.in === "path" ? { required: true } : {}),
    }));
    return { get: { operationId, parameters, responses } };
  }
  const { mediaType = "", schema, encoding, prefixEncoding } = row;
  const content = {
    schema: schema ?? {},
    ...(encoding === undefined ? {} : { encoding }),
    ...(prefixEncoding === undefined ? {} : { prefixEncoding }),
  };
  return {
    post: {
      operationId,
      requestBody: { content: { [mediaType]: content } },
      responses,
    },
  };
}
