import { code } from "../../code/code.js";
import type {
  Declaration,
  OutputFile,
  TypeScriptFile,
} from "../../code/file.js";
import { identifier } from "../../code/literals.js";
import { noMappings } from "../../mapping/mappings.js";
import type { Operation } from "../../model/api.js";
import { inputSchema } from "../../model/input-schema.js";
import type { OperationNames } from "../../names/names.js";
import type { EmitContext } from "../context.js";
import { hasTryIt, operationScript } from "../docs/try-it/scripts.js";
import { findOperation } from "../operation-at.js";
import type { Unit } from "../emitter.js";
import { runtime, runtimeType } from "../runtime-symbols.js";
import { ModuleScope } from "../validators/module-scope.js";
import { collectorDeclaration } from "../validators/validator-declarations.js";
import { adviseFunction } from "./advise-function.js";
import { apiFile } from "./api-file.js";
import { buildFunction } from "./build-function.js";
import { inputTypes } from "./input-type.js";
import { clientFile } from "./client-file.js";
import { operationConstant } from "./operation-constant.js";
import { operationTable } from "./operation-table.js";
import { readFunction } from "./read-function.js";
import { receivedType, receiveFunction } from "./receive-function.js";
import { resultType } from "./result-type.js";
import { serversFile } from "./servers-file.js";
import { findSerializers } from "./serializers.js";
import { usedDeclarations } from "./used-declarations.js";

/**
 * `operations/*.ts`, one module an operation; `operations.ts`, the table of them; `servers.ts`; `client.ts`; `api.ts`.
 * @param pointers of operations, callbacks and webhooks
 */
export function operationUnits(pointers: readonly string[]): Unit[] {
  return [
    ...pointers.map((pointer) => ({
      name: pointer,
      emit: (context: EmitContext) => emitOperation(pointer, context),
    })),
    { name: "table", emit: (context) => [operationTable(context)] },
    { name: "servers", emit: serversFile },
    { name: "client", emit: clientFile },
    { name: "api", emit: apiFile },
  ];
}

function emitOperation(pointer: string, context: EmitContext): OutputFile[] {
  const operation = findOperation(context.api, pointer);
  const names = context.names.operations.get(pointer);
  if (operation === undefined || names === undefined) return [];
  const file = operationFile(operation, names, context);
  if (operation.kind !== "path" || !hasTryIt(context)) return [file];
  // In a browser, values are as they are on the wire: types of the user's own are not there.
  const module = context.mappings.isEmpty
    ? file
    : operationFile(operation, names, { ...context, mappings: noMappings });
  return [file, operationScript(module, operation, names, context)];
}

function operationFile(
  operation: Operation,
  names: OperationNames,
  context: EmitContext,
): TypeScriptFile {
  const scope = new ModuleScope(names.module, context);
  const serializers = findSerializers(operation, names, scope, context);
  const collect = `collect${names.input.name}`;
  const validate: Declaration = {
    kind: "function",
    name: names.validate.name,
    exported: true,
    docs: `Gives the input of \`${names.build.name}\` where it can be sent, else every issue.`,
    parameters: [{ name: "value", type: code`unknown` }],
    returnType: code`${runtimeType.ValidationResult}<${names.input}>`,
    body:
      serializers.input === undefined
        ? code`return ${runtime.checked}(value, ${identifier(collect)});`
        : code`return ${runtime.checkedAs}(value, ${serializers.input}, ${identifier(collect)});`,
  };
  const collector = collectorDeclaration(
    {
      schema: inputSchema(operation, context.api),
      view: "request",
      collect,
      base: names.base,
      scope,
    },
    context,
  );
  const readers = [
    readFunction(operation, names, scope, context),
    receiveFunction(operation, names, scope, context),
  ];
  return {
    kind: "typescript",
    path: names.module,
    source: operation.pointer,
    declarations: usedDeclarations([
      ...inputTypes(operation, names, context),
      resultType(operation, names, context),
      ...receivedType(operation, names, context),
      buildFunction(operation, names, { ...context, serializers }),
      ...adviseFunction(operation, names, context),
      validate,
      ...readers.flatMap((declarations) => declarations.slice(0, 1)),
      operationConstant(operation, names, context),
      ...serializers.declarations,
      collector,
      ...readers.flatMap((declarations) => declarations.slice(1)),
      ...scope.declarations(),
    ]),
  };
}
