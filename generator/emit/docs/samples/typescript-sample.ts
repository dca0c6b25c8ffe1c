import type { SpecifierOf } from "../../package-identity.js";
import type { Api, Operation, ParameterLocation } from "../../../model/api.js";
import { isInputOptional } from "../../../model/input-schema.js";
import type { JsonValue } from "../../../model/json.js";
import type { OperationNames } from "../../../names/names.js";
import { isObject } from "../../../model/matches.js";
import {
  credentialNames,
  isBinaryPart,
  serverUrl,
} from "./sample-request-of.js";
import { CodeWriter } from "./code-writer.js";
import { MemoryValues, type MemoryContext } from "./memory-values.js";
import type { SampleBody, SampleInput } from "./sample-input.js";
import { writeCall } from "./typescript-call.js";

/** Stands for bytes in an input; the sample has a variable for it. An object, so that no value of a spec equals it. */
const bytes: JsonValue = Object.freeze({});

/** A module that calls the operation with the sample, as prettier would lay it out. */
export function typescriptSample(
  operation: Operation,
  names: OperationNames,
  input: SampleInput,
  context: MemoryContext,
  specifierOf: SpecifierOf,
): string {
  const called = names.operation.name;
  const writer = new CodeWriter();
  const memory = new MemoryValues(context);
  const value = inputValue(operation, input, memory);
  const own = memory.imports.get("") ?? [];
  const others = [...memory.imports].filter(([module]) => module !== "");
  writeCall(writer, {
    imports: [
      {
        names: ["createClient", called, ...own],
        module: specifierOf("index"),
      },
      ...others.map(([module, used]) => ({
        names: [...used],
        module: module.startsWith("runtime/") ? specifierOf(module) : module,
      })),
    ],
    hasFile: hasBytes(value),
    called,
    options: clientOptions(operation, context.api),
    value,
    hasInput: Object.keys(value).length > 0 || !isInputOptional(operation),
    names: new Map([[bytes, "file"], ...memory.expressions]),
  });
  return writer.text;
}

function hasBytes(value: JsonValue): boolean {
  if (typeof value !== "object" || value === null) return false;
  return value === bytes || Object.values(value).some(hasBytes);
}

/** The body of a sample, bytes in the place of binary parts. */
function bodyValue(
  { media, value: given, text }: SampleBody,
  memory: MemoryValues,
): JsonValue | undefined {
  if (media.codec === "binary") return bytes;
  if (given === undefined) return text === undefined ? undefined : parsed(text);
  const one = memory.of(media.schema ?? media.itemSchema, given);
  const isItem = media.codec === "json-lines" && media.schema === undefined;
  const value = isItem && !Array.isArray(one) ? [one] : one;
  if (media.codec !== "multipart" || !isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) =>
      isBinaryPart(media, name)
        ? [name, Array.isArray(member) ? [bytes] : bytes]
        : [name, member],
    ),
  );
}

function inputValue(
  operation: Operation,
  input: SampleInput,
  memory: MemoryValues,
): { [name: string]: JsonValue } {
  const groups: Record<string, Record<string, JsonValue>> = {};
  for (const { parameter, value: given } of input.parameters) {
    const value = memory.of(parameter.schema, given);
    const group = groupOf[parameter.in];
    const members = (groups[group] ??= {});
    Object.defineProperty(members, parameter.name, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  const value: Record<string, JsonValue> = {};
  for (const group of ["path", "query", "header", "cookie"]) {
    const members = groups[group];
    if (members !== undefined) value[group] = members;
  }
  const querystring = input.parameters.find(
    ({ parameter }) => parameter.in === "querystring",
  );
  if (querystring !== undefined) {
    const { parameter, value: given } = querystring;
    value["query"] = memory.of(parameter.schema, given);
  }
  const { body } = input;
  if (body !== undefined) {
    if ((operation.body?.contents.length ?? 0) > 1)
      value["contentType"] = body.media.mediaType;
    const sent = bodyValue(body, memory);
    if (sent !== undefined) value["body"] = sent;
  }
  return value;
}

const groupOf: Readonly<Record<ParameterLocation, string>> = {
  path: "path",
  query: "query",
  header: "header",
  cookie: "cookie",
  querystring: "querystring",
};

function parsed(text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return text;
  }
}

/** What the client of the sample needs: a URL if the description has none that is absolute, and the credentials. */
function clientOptions(
  operation: Operation,
  api: Api,
): { readonly [name: string]: JsonValue } {
  const options: Record<string, JsonValue> = {};
  const [server] = operation.servers;
  const isAbsolute = /^[a-z][a-z\d+.-]*:/i.test(server?.url ?? "");
  if (!isAbsolute) options["baseUrl"] = serverUrl(operation.servers);
  const auth: Record<string, JsonValue> = {};
  for (const name of credentialNames(operation)) {
    const scheme = api.securitySchemes.find((item) => item.name === name);
    if (scheme === undefined || scheme.kind === "mutualTLS") continue;
    if (scheme.kind === "http" && scheme.scheme.toLowerCase() === "basic")
      auth[name] = { username: "YOUR_USERNAME", password: "YOUR_PASSWORD" };
    else auth[name] = scheme.kind === "apiKey" ? "YOUR_API_KEY" : "YOUR_TOKEN";
  }
  if (Object.keys(auth).length > 0) options["auth"] = auth;
  return options;
}
