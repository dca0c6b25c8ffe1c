import { code, joinCode, nothing, type Code } from "../../code/code.js";
import { templateLiteral } from "../../code/literals.js";
import type { Operation, Parameter } from "../../model/api.js";
import { parametersOf } from "../../model/input-schema.js";
import { valueStructure } from "../../model/value-structure.js";
import { parameterValue } from "./access.js";
import { formCode } from "./form-code.js";
import { isJson } from "./media-types.js";
import { queryArguments, queryWriter } from "./query-style.js";
import { runtime } from "../runtime-symbols.js";
import type { OperationContext } from "./serializers.js";

/** What the builder says of the URL: statements before it, and its expression. */
export interface UrlCode {
  readonly statements: Code;
  readonly url: Code;
}

/** The code of the request's path and query. */
export function urlCode(
  operation: Operation,
  context: OperationContext,
): UrlCode {
  const path = pathPieces(operation, context);
  const [only] = operation.parameters.filter(
    (parameter) => parameter.in === "querystring",
  );
  const parts =
    only === undefined
      ? parametersOf(operation, "query").map((parameter) =>
          queryPart(parameter, operation, context),
        )
      : [wholeQuery(only, operation, context)];
  if (parts.length === 0) {
    return { statements: nothing, url: templateLiteral(path) };
  }
  const hasQuery = path.some(
    (piece) => typeof piece === "string" && piece.includes("?"),
  );
  return {
    statements: code`const query = ${runtime.queryString}(${joinCode(parts, code`, `)});`,
    url: templateLiteral([
      ...path,
      hasQuery ? code`query.replace("?", "&")` : code`query`,
    ]),
  };
}

/** The path template, each segment that values could turn into another one guarded. */
function pathPieces(
  operation: Operation,
  context: OperationContext,
): (string | Code)[] {
  const pieces: (string | Code)[] = [];
  for (const segment of segmentsOf(operation)) {
    const names = segment.filter((part) => part.kind === "parameter");
    const literal = segment.map((part) =>
      part.kind === "literal" ? part.text : "",
    );
    const [first] = names;
    const isAlone = segment.length === 1 && first !== undefined;
    const values = segment.map((part): string | Code =>
      part.kind === "literal"
        ? encodeLiteral(part.text)
        : pathValue(part.name, isAlone, operation, context),
    );
    // Text of the template's own, other than dots, keeps a segment from being empty or a dot segment.
    if (first === undefined || !/^(?:\.|%2e)*$/iu.test(literal.join(""))) {
      for (const added of values) pieces.push(added);
    } else if (isAlone) {
      for (const added of values) pieces.push(added);
    } else {
      pieces.push(
        code`${runtime.segment}(${first.name}, ${templateLiteral(values)})`,
      );
    }
    pieces.push("/");
  }
  pieces.pop();
  return pieces;
}

function segmentsOf({ pathParts }: Operation): Operation["pathParts"][] {
  const segments: Operation["pathParts"][number][][] = [[]];
  for (const part of pathParts) {
    if (part.kind === "parameter") {
      segments.at(-1)?.push(part);
      continue;
    }
    part.text.split("/").forEach((text, index) => {
      if (index > 0) segments.push([]);
      if (text !== "") segments.at(-1)?.push({ kind: "literal", text });
    });
  }
  return segments;
}

function pathValue(
  name: string,
  isAlone: boolean,
  operation: Operation,
  context: OperationContext,
): Code {
  const parameter = operation.parameters.find(
    (one) => one.in === "path" && one.name === name,
  );
  if (parameter === undefined) {
    throw new TypeError(`the path parameter ${JSON.stringify(name)} is absent`);
  }
  const value = parameterValue(parameter, operation, context);
  const { serialization } = parameter;
  if (serialization.kind === "content") {
    return isJson(serialization.mediaType)
      ? isExact(parameter, context)
        ? code`${runtime.pathSegment}(${name}, ${runtime.exactText}(${name}, ${value}))`
        : code`${runtime.pathJson}(${name}, ${value})`
      : whole(code`${runtime.pathSimple}(${name}, ${value}, false)`);
  }
  const { style, explode, allowReserved, hasSegments } = serialization;
  const encode = allowReserved ? code`, ${runtime.keepReservedInPath}` : code``;
  if (style === "matrix") {
    return code`${runtime.pathMatrix}(${name}, ${value}, ${explode}${encode})`;
  }
  if (style === "label") {
    return whole(
      code`${runtime.pathLabel}(${name}, ${value}, ${explode}${encode})`,
    );
  }
  const isPrimitive =
    valueStructure(parameter.schema, context.api) === "primitive";
  if (hasSegments && isPrimitive)
    return code`${runtime.pathSegments}(${name}, ${value})`;
  const isPlain = !allowReserved && isPrimitive;
  return isPlain && isAlone
    ? code`${runtime.pathSegment}(${name}, ${value})`
    : whole(
        code`${runtime.pathSimple}(${name}, ${value}, ${explode}${encode})`,
      );

  function whole(text: Code): Code {
    return isAlone ? code`${runtime.segment}(${name}, ${text})` : text;
  }
}

function queryPart(
  parameter: Parameter,
  operation: Operation,
  context: OperationContext,
): Code {
  const { name, serialization } = parameter;
  const value = parameterValue(parameter, operation, context);
  if (serialization.kind === "content") {
    return isJson(serialization.mediaType)
      ? isExact(parameter, context)
        ? code`${runtime.queryForm}(${name}, ${runtime.exactText}(${name}, ${value}))`
        : code`${runtime.queryJson}(${name}, ${value})`
      : code`${runtime.queryForm}(${name}, ${value})`;
  }
  const writer = queryWriter(serialization, parameter.schema, context);
  const rest = queryArguments(serialization, parameter.schema, context);
  return code`${writer}(${name}, ${value}${rest})`;
}

function wholeQuery(
  parameter: Parameter,
  operation: Operation,
  context: OperationContext,
): Code {
  const { name, serialization } = parameter;
  const value = parameterValue(parameter, operation, context);
  const mediaType =
    serialization.kind === "content" ? serialization.mediaType : "";
  if (isJson(mediaType)) {
    return isExact(parameter, context)
      ? code`${runtime.wholeQuery}(${name}, ${runtime.exactText}(${name}, ${value}))`
      : code`${runtime.wholeQueryJson}(${name}, ${value})`;
  }
  if (/^application\/x-www-form-urlencoded\b/iu.test(mediaType)) {
    const form = formCode(
      value,
      {
        schema: parameter.schema,
        ...(serialization.kind === "content" ? serialization : {}),
        isExact: isExact(parameter, context),
      },
      context,
    );
    return parameter.required
      ? form
      : code`${value} === undefined ? "" : ${form}`;
  }
  const encode = /^text\/plain\b/iu.test(mediaType)
    ? code`, ${runtime.keepReserved}`
    : code``;
  return code`${runtime.wholeQuery}(${name}, ${value}${encode})`;
}

/** Whether the JSON of a parameter has integers that a number cannot hold. */
function isExact(
  parameter: Parameter,
  { serializers }: OperationContext,
): boolean {
  return serializers.parameters.get(parameter)?.isExact === true;
}

/** Text of the path template as it stands in a URL: what RFC 3986 does not allow there is percent-encoded. */
function encodeLiteral(text: string): string {
  return text.replace(
    /(%[\dA-Fa-f]{2})|[^\w\-.~:@!$&'()*+,;=/?]/gu,
    (character, triple?: string) => triple ?? encodeURIComponent(character),
  );
}
