import { code, joinCode } from "../../code/code.js";
import type { Declaration } from "../../code/file.js";
import type { Operation, Response } from "../../model/api.js";
import { parametersOf } from "../../model/input-schema.js";
import type { OperationNames } from "../../names/names.js";
import type { EmitContext } from "../context.js";
import type { ModuleScope } from "../validators/module-scope.js";
import { readCall } from "./read-function.js";
import { answerRests } from "./result-type.js";
import { runtime, runtimeType } from "../runtime-symbols.js";

/**
 * The reader of a received webhook or callback, and the collectors that it needs; none for an operation of a path.
 * A received request is read as responses are: what the sender may add is no fault.
 */
export function receiveFunction(
  operation: Operation,
  names: OperationNames,
  scope: ModuleScope,
  context: EmitContext,
): Declaration[] {
  const { receive, received } = names;
  if (receive === undefined || received === undefined) return [];
  const { call, collectors } = readCall(
    asAnswered(operation),
    () => "Received",
    scope,
    context,
  );
  const options = code`${runtimeType.ReceiveOptions}`;
  const read: Declaration = {
    kind: "function",
    name: receive.name,
    exported: true,
    docs: `Verifies a received request and reads it, as \`${names.build.name}\` makes it.`,
    parameters: [
      { name: "request", type: code`Request` },
      { name: "options", type: options },
    ],
    returnType: code`Promise<${received}>`,
    body: code`return ${runtime.receiveRequest}(request, options, (response, options) => ${call});`,
  };
  return [read, ...collectors];
}

/** The type of what that reader gives. */
export function receivedType(
  operation: Operation,
  names: OperationNames,
  context: EmitContext,
): Declaration[] {
  const { receive, received } = names;
  if (receive === undefined || received === undefined) return [];
  const answered = asAnswered(operation);
  const rests = answered.responses.flatMap((response) =>
    answerRests(response, answered, context),
  );
  return [
    {
      kind: "typeAlias",
      name: received.name,
      exported: true,
      docs: `What \`${receive.name}\` makes of a request.`,
      type: joinCode(
        [
          ...rests.map((rest) => code`| ${runtimeType.Received}<${rest}>`),
          code`| ${runtimeType.Refused}`,
        ],
        code`\n`,
      ),
    },
  ];
}

/** The operation as if it answered with what it sends: as 200 with the body, as 204 without one. */
function asAnswered(operation: Operation): Operation {
  const { body, pointer } = operation;
  const headers = parametersOf(operation, "header");
  const bare = { pointer, description: "", headers, contents: [] };
  const responses: Response[] =
    body === undefined
      ? [{ ...bare, status: "2XX" }]
      : [
          { ...bare, status: "200", contents: body.contents },
          ...(body.required ? [] : [{ ...bare, status: "204" }]),
        ];
  return { ...operation, method: "POST", responses };
}
