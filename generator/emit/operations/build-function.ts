import { code, isEmpty, lines, nothing, type Code } from "../../code/code.js";
import type { FunctionDeclaration } from "../../code/file.js";
import type { Operation, Server } from "../../model/api.js";
import {
  acceptChoices,
  inputGroups,
  isInputOptional,
  parametersOf,
} from "../../model/input-schema.js";
import type { OperationNames } from "../../names/names.js";
import type { EmitContext } from "../context.js";
import { bodyCode } from "./body-code.js";
import { headersCode } from "./headers-code.js";
import { runtimeType } from "../runtime-symbols.js";
import { credentialsType, securityCode } from "./security-code.js";
import type { OperationContext } from "./serializers.js";
import { urlCode } from "./url-code.js";

/** The request builder of an operation. */
export function buildFunction(
  operation: Operation,
  names: OperationNames,
  context: OperationContext,
): FunctionDeclaration {
  const { api } = context;
  const { url, statements } = urlCode(operation, context);
  const body = bodyCode(operation, context);
  const security = securityCode(operation, api);
  const server =
    operation.kind === "path" ? defaultUrl(operation.servers[0]) : "";
  const members = [
    code`method: ${operation.method},`,
    code`url: ${url},`,
    code`headers: ${headersCode(operation, body?.contentType, context)},`,
    ...(body === undefined ? [] : [code`${body.body},`]),
    ...(server === "" ? [] : [code`server: ${server},`]),
    ...(describesRedirect(operation) ? [code`redirect: "manual",`] : []),
    ...(security === undefined ? [] : [code`security: ${security},`]),
  ];
  const hasInput =
    body !== undefined ||
    acceptChoices(operation).length > 0 ||
    inputGroups.some((group) => parametersOf(operation, group).length > 0);
  return {
    kind: "function",
    name: names.build.name,
    exported: true,
    docs: buildDocs(operation),
    ...(operation.deprecated ? { deprecated: true } : {}),
    parameters: hasInput
      ? [
          {
            name: "input",
            type: code`${names.input}`,
            ...(isInputOptional(operation) ? { initializer: code`{}` } : {}),
          },
        ]
      : [],
    returnType: requestType(operation, names, context),
    body: lines(
      [
        statements,
        body?.statements ?? nothing,
        code`return {\n${lines(members)}\n};`,
      ].filter((piece) => !isEmpty(piece)),
    ),
  };
}

function requestType(
  operation: Operation,
  names: OperationNames,
  { api }: EmitContext,
): Code {
  const credentials = credentialsType(operation, api);
  return credentials.parts.join("") === "unknown"
    ? code`${runtimeType.HttpRequest}<${names.result}>`
    : code`${runtimeType.HttpRequest}<${names.result}, ${credentials}>`;
}

/** Whether a redirect (RFC 9110 §15.4) is one of the answers: 300 and 304 are none. */
function describesRedirect({ responses }: Operation): boolean {
  return responses.some(({ status }) => /^3(?:0[12378]|XX)$/u.test(status));
}

function buildDocs(operation: Operation): string {
  const { summary, description } = operation;
  return [
    titleLine(operation),
    ...(summary === undefined || description === undefined
      ? []
      : ["", description.trim()]),
  ].join("\n");
}

/** What an operation does, and its method and path. */
export function titleLine(operation: Operation): string {
  const { summary, description, method, path } = operation;
  const what = summary ?? firstSentence(description);
  const line = `\`${method} ${path}\``;
  return what === undefined
    ? `${line}.`
    : `${what.replace(/[.:]?\s*$/u, "")}: ${line}.`;
}

function firstSentence(text: string | undefined): string | undefined {
  const [first] = (text ?? "").trim().split(/\n\s*\n|(?<=\.)\s/u);
  return first === "" ? undefined : first;
}

/** The URL of a server with its variables at their defaults, those without one as they are; empty for the root of wherever the document was. */
export function defaultUrl(server: Server | undefined): string {
  if (server === undefined || server.url === "/") return "";
  return server.variables.reduce(
    (url, { name, default: value = `{${name}}` }) =>
      url.replaceAll(`{${name}}`, value),
    server.url,
  );
}
