import type { SpecifierOf } from "../../package-identity.js";
import type { Api, Operation, ParameterLocation } from "../../../model/api.js";
import { isInputOptional } from "../../../model/input-schema.js";
import type { JsonValue } from "../../../model/json.js";
import type { OperationNames } from "../../../names/names.js";
import { quoteString } from "../../../code/quote.js";
import { isObject } from "../../../model/matches.js";
import {
  credentialNames,
  isBinaryPart,
  serverUrl,
} from "./sample-request-of.js";
import { CodeWriter } from "./code-writer.js";
import { MemoryValues, type MemoryContext } from "./memory-values.js";
import { layoutValue, type Spelling } from "./layout-value.js";
import type { SampleBody, SampleInput } from "./sample-input.js";

/** The spelling of TypeScript, in prettier's ways: the quotes that need fewer escapes, keys bare where they can be. */
const typescriptSpelling: Spelling = {
  key: (name) =>
    /^[A-Za-z_$][\w$]*$/.test(name) && name !== "__proto__"
      ? name
      : name === "__proto__"
        ? '["__proto__"]'
        : stringLiteral(name),
  string: stringLiteral,
  trailingComma: true,
  breaksAfterKey: true,
};

/** The same for a script of a page, where `<` could end the element that holds it. */
export const scriptSpelling: Spelling = {
  ...typescriptSpelling,
  string: (text) => stringLiteral(text).replace(/</g, "\\u003c"),
};

/** Stands for bytes in an input; the sample has a variable for it. An object, so that no value of a spec equals it. */
const bytes: JsonValue = Object.freeze({});

function sampleSpelling({ expressions }: MemoryValues): Spelling {
  return {
    ...typescriptSpelling,
    names: new Map([[bytes, "file"], ...expressions]),
  };
}

const lineWidth = 80;

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
  writeImport(writer, ["createClient", called, ...own], specifierOf("index"));
  for (const [module, used] of memory.imports) {
    if (module === "") continue;
    const isOwn = module.startsWith("runtime/");
    writer.plain("\n");
    writeImport(writer, [...used], isOwn ? specifierOf(module) : module);
  }
  writer.plain("\n\n");
  if (hasBytes(value)) {
    writer.plain("const").plain(" file = ");
    writer.plain("new").plain(" Blob([");
    writer.plain('"…"').plain("]);\n\n");
  }
  const options = clientOptions(operation, context.api);
  writer.plain("const").plain(" client = createClient(");
  if (Object.keys(options).length > 0)
    layoutValue(options, typescriptSpelling, writer);
  writer.plain(");\n");
  const hasInput = Object.keys(value).length > 0 || !isInputOptional(operation);
  const line = `const answer = await client.call(${called}${hasInput ? ", {" : ");"}`;
  // Where the operation and the brace do not fit on the line, each argument has lines of its own.
  const isSpread = line.length > lineWidth;
  const start = isSpread ? "\n  " : "";
  writer.plain("const").plain(" answer = ");
  writer.plain("await").plain(` client.call(${start}${called}`);
  if (hasInput) {
    const indent = isSpread ? 2 : 0;
    writer.plain(isSpread ? ",\n  " : ", ");
    layoutValue(value, sampleSpelling(memory), writer, indent);
  }
  return writer.plain(isSpread ? ",\n);" : ");").text;
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

function writeImport(
  writer: CodeWriter,
  names: readonly string[],
  from: string,
): void {
  const module = stringLiteral(from);
  const line = `import { ${names.join(", ")} } from ${module};`;
  const list =
    line.length <= lineWidth
      ? ` { ${names.join(", ")} } `
      : ` {\n${names.map((name) => `  ${name},\n`).join("")}} `;
  writer.plain("import").plain(list);
  writer.plain("from").plain(" ");
  writer.plain(module).plain(";");
}

/** The quotes with fewer escapes, double ones where it is all the same. */
function stringLiteral(text: string): string {
  const literal = quoteString(text);
  const doubles = text.split('"').length;
  const singles = text.split("'").length;
  if (doubles <= singles) return literal;
  const inner = literal.slice(1, -1).replace(/\\"/g, '"').replace(/'/g, "\\'");
  return `'${inner}'`;
}
