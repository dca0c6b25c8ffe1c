import { code, joinCode, type Code } from "../../code/code.js";
import type { Declaration } from "../../code/file.js";
import type { MediaType, Operation, Response } from "../../model/api.js";
import { hasNoAnswerBody } from "../../model/check-wire.js";
import { isText } from "../../model/input-schema.js";
import { valueShape } from "../../model/value-shape.js";
import type { OperationNames } from "../../names/names.js";
import type { EmitContext } from "../context.js";
import { typeExpression } from "../types/type-expression.js";
import { headersSchema } from "./headers-schema.js";
import { runtimeType } from "./runtime-symbols.js";

/** The type of what the reader gives: a union by status and content type. */
export function resultType(
  operation: Operation,
  names: OperationNames,
  context: EmitContext,
): Declaration {
  const responses = inOrder(operation.responses);
  const statuses = responses.map(({ status }) => statusType(status, responses));
  const withBody = responses.flatMap((response, index) =>
    bodiesOf(response, operation).length === 0 ? [] : (statuses[index] ?? []),
  );
  const isComplete = responses.some(({ status }) => status === "default");
  const types = [
    ...answerTypes(responses, operation, context),
    ...(withBody.length === 0
      ? []
      : [
          isComplete && withBody.length === responses.length
            ? code`${runtimeType.UnreadableAnswer}<${runtimeType.Status}>`
            : code`${runtimeType.UnreadableAnswer}<${joinCode(withBody, code` | `)}>`,
        ]),
    ...(isComplete
      ? []
      : [code`${runtimeType.UnknownAnswer}<${otherStatus(statuses)}>`]),
  ];
  return {
    kind: "typeAlias",
    name: names.result.name,
    exported: true,
    docs: `What \`${names.read.name}\` makes of a response.`,
    type: joinCode(
      types.map((type) => code`| ${type}`),
      code`\n`,
    ),
  };
}

/** The media types in which a response has a body: none where HTTP has none. */
export function bodiesOf(
  response: Response,
  { method }: Operation,
): readonly MediaType[] {
  return hasNoAnswerBody(method, response.status) ? [] : response.contents;
}

/** Status codes first, then ranges, then `default`: how they have precedence over each other. */
export function inOrder(responses: readonly Response[]): readonly Response[] {
  const rank = ({ status }: Response): number =>
    status === "default" ? 2 : /X/u.test(status) ? 1 : 0;
  return [...responses].sort((a, b) => rank(a) - rank(b));
}

/** One `Answer` for each content; statuses that are answered alike share it. */
function answerTypes(
  responses: readonly Response[],
  operation: Operation,
  context: EmitContext,
): Code[] {
  const groups = new Map<string, { codes: string[]; rest: Code }>();
  for (const response of responses) {
    for (const rest of answerRests(response, operation, context)) {
      const group = groups.get(textOf(rest));
      if (group === undefined) {
        groups.set(textOf(rest), { codes: [response.status], rest });
      } else {
        group.codes.push(response.status);
      }
    }
  }
  return [...groups.values()].map(
    ({ codes, rest }) =>
      code`${runtimeType.Answer}<${groupType(codes, responses)}, ${rest}>`,
  );
}

/** The status codes of several responses. Beside `default`, they are all but those that stand in another group. */
function groupType(
  codes: readonly string[],
  responses: readonly Response[],
): Code {
  const others = responses.filter(({ status }) => !codes.includes(status));
  if (codes.includes("default")) {
    return statusType("default", others);
  }
  return joinCode(
    codes.map((status) => statusType(status, responses)),
    code` | `,
  );
}

/** What `Answer` takes after the status: media type, body and headers. */
export function answerRests(
  response: Response,
  operation: Operation,
  context: EmitContext,
): Code[] {
  const headers =
    response.headers.length === 0
      ? code``
      : code`, ${typeExpression(headersSchema(response), "response", context)}`;
  const contents = bodiesOf(response, operation);
  return contents.length === 0
    ? [code`undefined, undefined${headers}`]
    : contents.map(
        (content) =>
          code`${content.mediaType}, ${bodyType(content, context)}${headers}`,
      );
}

/** The text of code, to tell whether two pieces are alike. */
export function textOf({ parts }: Code): string {
  return parts
    .map((part) => (typeof part === "string" ? part : part.name))
    .join("");
}

/** The status codes of a response: those of a range or of `default` that no other response describes by itself. */
function statusType(status: string, responses: readonly Response[]): Code {
  const codes = responses.map((one) => one.status);
  if (status === "default") {
    const described = codes
      .filter((one) => one !== "default")
      .map((one) => (/X/u.test(one) ? rangeType(one) : code`${Number(one)}`));
    return otherStatus(described);
  }
  if (!/X/u.test(status)) return code`${Number(status)}`;
  const inside = codes.filter(
    (one) => /^\d+$/u.test(one) && one[0] === status[0],
  );
  const range = rangeType(status);
  return inside.length === 0
    ? range
    : code`Exclude<${range}, ${joinCode(
        inside.map((one) => code`${Number(one)}`),
        code` | `,
      )}>`;
}

function rangeType(range: string): Code {
  return code`${runtimeType.StatusRange}<${Number(range[0])}>`;
}

function otherStatus(described: readonly Code[]): Code {
  const types = described.length === 0 ? [code`never`] : described;
  return code`${runtimeType.OtherStatus}<${joinCode(types, code` | `)}>`;
}

function bodyType(content: MediaType, context: EmitContext): Code {
  const { schema, itemSchema, codec } = content;
  const item =
    itemSchema === undefined
      ? code`unknown`
      : typeExpression(itemSchema, "response", context);
  switch (codec) {
    case "json":
      return schema === undefined
        ? code`unknown`
        : typeExpression(schema, "response", context);
    case "text":
      return isText(content, context.api) && schema !== undefined
        ? typeExpression(schema, "response", context)
        : code`string`;
    case "json-lines":
      return code`AsyncIterable<${item}>`;
    case "event-stream":
      if (itemSchema !== undefined)
        return code`${runtimeType.EventStream}<${item}>`;
      return hasJsonEvents(content, context) && schema !== undefined
        ? code`${runtimeType.EventStream}<${runtimeType.JsonEvent}<${typeExpression(schema, "response", context)}>>`
        : code`${runtimeType.EventStream}<${runtimeType.ServerSentEvent}>`;
    case "form":
      return code`URLSearchParams`;
    case "multipart":
      return code`FormData`;
    case "binary":
      return code`ReadableStream<Uint8Array<ArrayBuffer>>`;
  }
}

/**
 * Whether the data of server-sent events is JSON: before 3.2's `itemSchema`, descriptions give the schema of an
 * event's data as the schema of the body.
 */
export function hasJsonEvents(
  { schema }: MediaType,
  { api }: EmitContext,
): boolean {
  return schema !== undefined && valueShape(schema, api) === "object";
}
