import { code, lines } from "../../code/code.js";
import type { Declaration } from "../../code/file.js";
import { jsonLiteral } from "../../code/literals.js";
import type { Operation } from "../../model/api.js";
import type { OperationNames } from "../../names/names.js";
import type { EmitContext } from "../context.js";
import { paginationCode } from "./pagination-code.js";
import { runtimeType } from "../runtime-symbols.js";

/** The constant that binds builder and reader for a client, with the facts that hooks and errors name. */
export function operationConstant(
  operation: Operation,
  names: OperationNames,
  context: EmitContext,
): Declaration {
  const { method, path, tags } = operation;
  const pagination = paginationCode(operation, context);
  const type = code`${runtimeType.Operation}<${names.input}, ${names.result}>`;
  return {
    kind: "constant",
    name: names.operation.name,
    exported: true,
    docs: `\`${names.build.name}\` and its reader, for \`client.call\`.`,
    type: pagination === undefined ? type : code`${type} & ${pagination.type}`,
    value: code`{\n${lines([
      code`id: ${names.id},`,
      code`method: ${method},`,
      code`path: ${path},`,
      code`tags: ${jsonLiteral([...tags])},`,
      code`build: ${names.build},`,
      code`read: ${names.read},`,
      ...(pagination === undefined
        ? []
        : [code`pagination: ${pagination.value},`]),
    ])}\n}`,
  };
}
