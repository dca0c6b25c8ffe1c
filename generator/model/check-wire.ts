import type { DiagnosticCollector } from "../diagnostics/collector.js";
import type { DiagnosticCode } from "../diagnostics/catalogue.js";
import {
  type Api,
  type MediaType,
  type Operation,
  type Parameter,
  type Serialization,
  allOperations,
} from "./api.js";
import { nestedObjects } from "../config/config.js";
import { nestedExtension } from "./parameter-styles.js";
import { hasNoFields } from "./free-forms.js";
import { hasNoBody, isToken } from "./read-keys.js";
import type { Schema } from "./schema.js";
import {
  holdsNested,
  resolvedKeywords,
  valueStructure,
} from "./value-structure.js";

/**
 * Reports what an operation describes and HTTP or OpenAPI do not define: how values within values are written in
 * a style, bodies where there are none, API keys whose header or cookie HTTP does not allow.
 */
export function checkWire(api: Api, collector: DiagnosticCollector): void {
  const reported = new Set<string>();
  for (const operation of allOperations(api)) {
    checkOperation(operation);
  }
  for (const scheme of api.securitySchemes) {
    if (scheme.kind !== "apiKey" || scheme.in === "query") continue;
    if (isToken(scheme.parameter)) continue;
    report(
      "api-key-name-invalid",
      `#/components/securitySchemes/${scheme.name.replaceAll("~", "~0").replaceAll("/", "~1")}`,
      `HTTP allows no ${scheme.in} with the name "${scheme.parameter}", so that the API key cannot be sent.`,
      "Correct the name: it has no spaces.",
    );
  }

  function checkOperation(operation: Operation): void {
    const { body, method, parameters, responses, servers } = operation;
    if (body !== undefined && hasNoBody(method)) {
      report(
        "body-not-allowed",
        body.pointer,
        `${method} has a request body, which HTTP gives no meaning; it is built and validated, but \`fetch\` does not send it.`,
        "Move the values into parameters, or use another method.",
      );
    }
    for (const { contents, pointer, status } of responses) {
      if (contents.length === 0 || !hasNoAnswerBody(method, status)) continue;
      report(
        "answer-without-body",
        pointer,
        `An answer to ${method} with the status ${status} has no body, whatever content is described.`,
        "Leave the content out.",
      );
    }
    for (const parameter of parameters) checkParameter(parameter);
    for (const content of body?.contents ?? []) checkContent(content);
    for (const { url } of servers) {
      if (!/[?#]/u.test(url)) continue;
      report(
        "server-query",
        operation.pointer,
        `The server "${url}" has a query or a fragment.`,
        "Describe the query as a parameter.",
      );
    }
  }

  function checkParameter(parameter: Parameter): void {
    const { name, serialization, schema, pointer } = parameter;
    if (serialization.kind === "style") {
      checkStyle(`The parameter "${name}"`, schema, serialization, pointer);
    }
  }

  function checkContent(content: MediaType): void {
    const { codec, schema, encodings } = content;
    if ((codec !== "form" && codec !== "multipart") || schema === undefined) {
      return;
    }
    if (hasNoFields(content, api)) {
      report(
        "form-not-object",
        content.pointer,
        `A body of "${content.mediaType}" is not described as an object; it is read as a form of any fields.`,
        "Describe its fields as the properties of an object.",
      );
    }
    const properties = new Map(
      resolvedKeywords(schema, api).flatMap((keyword) =>
        keyword.kind === "properties"
          ? keyword.named.map((property) => [property.name, property] as const)
          : [],
      ),
    );
    for (const { property, serialization } of encodings) {
      const found = properties.get(property);
      if (found === undefined || serialization === undefined) continue;
      checkStyle(
        `The field "${property}"`,
        found.schema,
        serialization,
        content.pointer,
      );
    }
  }

  function checkStyle(
    what: string,
    schema: Schema,
    serialization: Extract<Serialization, { kind: "style" }>,
    pointer: string,
  ): void {
    const { style } = serialization;
    if (style === "deepObject") {
      checkDeepObject(what, schema, serialization, pointer);
    } else if (holdsNested(schema, api)) {
      report(
        "serialization-json",
        pointer,
        `${what} can hold values within values, and the style ${style} does not say how they are written: each is sent as JSON.`,
        "Describe it by `content: application/json` where the server wants JSON.",
      );
    }
  }

  function checkDeepObject(
    what: string,
    schema: Schema,
    { nested }: Extract<Serialization, { kind: "style" }>,
    pointer: string,
  ): void {
    if (nested !== undefined && nested !== "refuse") return;
    const isList = valueStructure(schema, api) === "list";
    if (!isList && !holdsNested(schema, api)) return;
    const why = isList
      ? "has the style deepObject, which does not say how lists are written"
      : "can hold values within values, and the style deepObject does not say how they are written";
    if (nested === "refuse") {
      report(
        "serialization-refused",
        pointer,
        `${what} ${why}, and \`nestedObjects\` refuses it.`,
        "Choose how they are written, or describe the value by `content: application/json`.",
      );
      return;
    }
    report(
      "serialization-undefined",
      pointer,
      `${what} ${why}; they are written in brackets with indices: \`a[b][0]=1\`.`,
      `Set \`nestedObjects\`, or \`${nestedExtension}\` here, to what the server reads: ${nestedObjects.slice(0, 3).join(", ")}.`,
    );
  }

  function report(
    code: DiagnosticCode,
    pointer: string,
    message: string,
    fix?: string,
  ): void {
    const key = `${code} ${pointer} ${message}`;
    if (reported.has(key)) return;
    reported.add(key);
    const at = pointer.indexOf("#");
    collector.add(
      code,
      { file: pointer.slice(0, at), pointer: pointer.slice(at + 1) },
      message,
      fix,
    );
  }
}

/** Whether HTTP has no body in such an answer (RFC 9110 §6.4.1), so that `fetch` never gives one. */
export function hasNoAnswerBody(method: string, status: string): boolean {
  return method === "HEAD" || /^(?:1..|204|205|304)$/u.test(status);
}
