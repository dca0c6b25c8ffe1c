import { code, joinCode, type Code } from "../../code/code.js";
import { propertyKey } from "../../code/literals.js";
import type { Operation, Parameter } from "../../model/api.js";
import { acceptChoices, parametersOf } from "../../model/input-schema.js";
import { parameterValue } from "./access.js";
import { acceptedTypes, isJson } from "./media-types.js";
import { runtime } from "../runtime-symbols.js";
import type { OperationContext } from "./serializers.js";

/**
 * The expression of the request's headers. `contentType` is the code of that header, where there can be a body; the
 * header is there where the body is.
 */
export function headersCode(
  operation: Operation,
  contentType: Code | undefined,
  context: OperationContext,
): Code {
  const accept = acceptedTypes(operation.responses);
  const fixed =
    accept === "" ? [] : [member("accept", acceptCode(accept, operation))];
  const parameters = parametersOf(operation, "header").map((parameter) =>
    member(
      parameter.name.toLowerCase(),
      headerCode(parameter, operation, context),
    ),
  );
  const cookies = parametersOf(operation, "cookie").map((parameter) =>
    cookieCode(parameter, operation, context),
  );
  const ofBody =
    contentType === undefined ? undefined : member("content-type", contentType);
  const isOptional = operation.body?.required === false;
  if (
    ofBody !== undefined &&
    isOptional &&
    fixed.length + parameters.length + cookies.length === 0
  ) {
    return code`input.body === undefined ? {} : { ${ofBody} }`;
  }
  const members = [
    ...fixed,
    ...(ofBody === undefined
      ? []
      : [
          isOptional
            ? code`...(input.body === undefined ? {} : { ${ofBody} })`
            : ofBody,
        ]),
    ...parameters,
    ...(cookies.length === 0
      ? []
      : [
          member(
            "cookie",
            code`${runtime.cookieHeader}(${joinCode(cookies, code`, `)})`,
          ),
        ]),
  ];
  if (members.length === 0) return code`{}`;
  const literal = code`{ ${joinCode(members, code`, `)} }`;
  return parameters.length > 0 || cookies.length > 0
    ? code`${runtime.presentHeaders}(${literal})`
    : literal;
}

/** The header `Accept`: every media type that is described, or the chosen one and those of errors. */
function acceptCode(accept: string, operation: Operation): Code {
  if (acceptChoices(operation).length === 0) return code`${accept}`;
  const errors = acceptedTypes(
    operation.responses.filter(({ status }) => !status.startsWith("2")),
  );
  return code`${runtime.acceptHeader}(${joinCode(
    [
      code`input.accept`,
      ...[accept, errors]
        .filter((types) => types !== "")
        .map((types) => code`${types}`),
    ],
    code`, `,
  )})`;
}

function member(name: string, value: Code): Code {
  return code`${propertyKey(name)}: ${value}`;
}

function headerCode(
  parameter: Parameter,
  operation: Operation,
  context: OperationContext,
): Code {
  const { name, serialization } = parameter;
  const value = parameterValue(parameter, operation, context);
  const isExact = context.serializers.parameters.get(parameter)?.isExact;
  if (serialization.kind === "content") {
    return isJson(serialization.mediaType)
      ? isExact === true
        ? code`${runtime.exactHeader}(${name}, ${value})`
        : code`${runtime.headerJson}(${name}, ${value})`
      : code`${runtime.headerValue}(${name}, ${value})`;
  }
  return serialization.explode
    ? code`${runtime.headerValue}(${name}, ${value}, true)`
    : code`${runtime.headerValue}(${name}, ${value})`;
}

function cookieCode(
  parameter: Parameter,
  operation: Operation,
  context: OperationContext,
): Code {
  const { name, serialization } = parameter;
  const value = parameterValue(parameter, operation, context);
  const isExact = context.serializers.parameters.get(parameter)?.isExact;
  if (serialization.kind === "content") {
    return isJson(serialization.mediaType)
      ? isExact === true
        ? code`${runtime.cookieForm}(${name}, ${runtime.exactText}(${name}, ${value}))`
        : code`${runtime.cookieJson}(${name}, ${value})`
      : code`${runtime.cookieContent}(${name}, ${value})`;
  }
  const { style, explode, allowReserved } = serialization;
  if (style === "cookie") {
    return code`${runtime.cookieRaw}(${name}, ${value}, ${explode})`;
  }
  const write = explode ? runtime.cookieForm : runtime.cookieList;
  const encode = allowReserved
    ? code`, ${runtime.keepReservedInCookie}`
    : code``;
  return code`${write}(${name}, ${value}${encode})`;
}
