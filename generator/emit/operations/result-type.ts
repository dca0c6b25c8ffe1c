import { code, joinCode, type Code } from "../../code/code.js";
import type { Declaration } from "../../code/file.js";
import type { MediaType, Operation, Response } from "../../model/api.js";
import { hasNoAnswerBody } from "../../model/check-wire.js";
import { isText } from "../../model/input-schema.js";
import { valueStructure } from "../../model/value-structure.js";
import type { OperationNames } from "../../names/names.js";
import type { EmitContext } from "../context.js";
import { typeExpression } from "../types/type-expression.js";
import { headersSchema } from "./headers-schema.js";
import { runtimeType } from "../runtime-symbols.js";

/**
 * The type of what the reader gives: a union by status and content type. No branch has both successes and errors, so
 * that `ok` selects among them.
 */
export function resultType(
  operation: Operation,
  names: OperationNames,
  context: EmitContext,
): Declaration {
  const described = describedStatuses(operation.responses);
  const withBody = described.filter(
    ({ response }) => bodiesOf(response, operation).length > 0,
  );
  const unknown = undescribedStatuses(operation.responses);
  const isComplete =
    unknown === undefined && withBody.length === described.length;
  const types = [
    ...answerTypes(described, operation, context),
    ...(withBody.length === 0
      ? []
      : [
          code`${runtimeType.UnreadableAnswer}<${isComplete ? code`${runtimeType.Status}` : codesOf(withBody, operation)}>`,
        ]),
    ...(unknown === undefined
      ? []
      : [code`${runtimeType.UndescribedAnswer}<${unknown}>`]),
  ];
  return {
    kind: "typeAlias",
    name: names.result.name,
    exported: true,
    docs: `What \`${names.read.name}\` makes of a response.`,
    type: joinCode(types, code`\n| `),
  };
}

/** The media types in which a response has a body: none where HTTP has none. */
export function bodiesOf(
  response: Response,
  { method }: Operation,
): readonly MediaType[] {
  return hasNoAnswerBody(method, response.status) ? [] : response.contents;
}

/** Status codes that a response describes: all of them successes, or none. */
interface DescribedStatus {
  readonly response: Response;
  readonly isSuccess: boolean;
}

/**
 * The responses in the order of precedence: codes, then ranges, then `default`, which describes successes as well if
 * no other response does.
 */
function describedStatuses(responses: readonly Response[]): DescribedStatus[] {
  const rank = ({ status }: Response): number =>
    status === "default" ? 2 : /X/u.test(status) ? 1 : 0;
  const hasSuccess = responses.some(isSuccess);
  return [...responses]
    .sort((a, b) => rank(a) - rank(b))
    .flatMap((response) =>
      response.status === "default" && !hasSuccess
        ? [true, false].map((isSuccess) => ({ response, isSuccess }))
        : [{ response, isSuccess: isSuccess(response) }],
    );
}

/** The status codes of some of the responses. Where `default` is among them, those of the others are excluded. */
function codesOf(
  some: readonly DescribedStatus[],
  { responses }: Operation,
): Code {
  const isDefaultError = ({ response, isSuccess }: DescribedStatus): boolean =>
    response.status === "default" && !isSuccess;
  if (!some.some(isDefaultError)) {
    return union(
      some.map(({ response }) => statusType(response.status, responses)),
    );
  }
  const own = new Set(some.map(({ response }) => response));
  const others = responses
    .filter((response) => !own.has(response) && !isSuccess(response))
    .map(({ status }) => status);
  const named = some.filter(
    (one) =>
      one.isSuccess || others.includes(`${one.response.status.charAt(0)}XX`),
  );
  return union([
    ...named.map(({ response }) => statusType(response.status, responses)),
    others.length === 0
      ? code`${runtimeType.ErrorStatus}`
      : code`${runtimeType.ErrorStatus}<${union(others.map(writtenStatus))}>`,
  ]);
}

/** The statuses that no response describes; undefined if there are none. */
function undescribedStatuses(responses: readonly Response[]): Code | undefined {
  const statuses = responses.map(({ status }) => status);
  if (!statuses.includes("default")) {
    return otherStatus(statuses.map(writtenStatus));
  }
  const successes = responses.filter(isSuccess).map(({ status }) => status);
  return successes.length === 0 || successes.includes("2XX")
    ? undefined
    : code`${runtimeType.OtherSuccess}<${union(successes.map(writtenStatus))}>`;
}

function isSuccess({ status }: Response): boolean {
  return status.startsWith("2");
}

/** One `Answer` for each content; successes that are answered alike share it, and so do errors. */
function answerTypes(
  described: readonly DescribedStatus[],
  operation: Operation,
  context: EmitContext,
): Code[] {
  const groups = new Map<string, { own: DescribedStatus[]; rest: Code }>();
  for (const one of described) {
    for (const rest of answerRests(one.response, operation, context)) {
      const key = `${one.isSuccess} ${textOf(rest)}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { own: [one], rest });
      else group.own.push(one);
    }
  }
  return [...groups.values()].map(
    ({ own, rest }) =>
      code`${runtimeType.Answer}<${codesOf(own, operation)}, ${rest}>`,
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

/**
 * The codes of a response by its status: of a range, those that no other response describes by itself; of `default`,
 * its successes.
 */
function statusType(status: string, responses: readonly Response[]): Code {
  if (status === "default") return rangeType("2XX");
  const inside = responses
    .map((one) => one.status)
    .filter((one) => /^\d+$/u.test(one) && one[0] === status[0]);
  return !/X/u.test(status) || inside.length === 0
    ? writtenStatus(status)
    : code`Exclude<${rangeType(status)}, ${union(inside.map(writtenStatus))}>`;
}

function writtenStatus(status: string): Code {
  return /X/u.test(status) ? rangeType(status) : code`${Number(status)}`;
}

function rangeType(range: string): Code {
  return code`${runtimeType.StatusRange}<${Number(range[0])}>`;
}

function otherStatus(described: readonly Code[]): Code {
  return described.length === 0
    ? code`${runtimeType.Status}`
    : code`${runtimeType.OtherStatus}<${union(described)}>`;
}

function union(types: readonly Code[]): Code {
  return joinCode(types, code` | `);
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
  return schema !== undefined && valueStructure(schema, api) === "object";
}
