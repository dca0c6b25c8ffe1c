import { code, joinCode, lines, type Code } from "../../code/code.js";
import type { Declaration } from "../../code/file.js";
import { identifier, propertyKey } from "../../code/literals.js";
import type { MediaType, Operation, Response } from "../../model/api.js";
import type { Schema } from "../../model/schema.js";
import type { OperationNames } from "../../names/names.js";
import type { EmitContext } from "../context.js";
import type { ModuleScope } from "../validators/module-scope.js";
import { validatorDeclarations } from "../validators/validator-declarations.js";
import { headerReaders } from "./header-readers.js";
import { headersSchema } from "./headers-schema.js";
import { bodiesOf, hasJsonEvents, isText } from "./result-type.js";
import { runtime, runtimeType } from "./runtime-symbols.js";

/** The reader of an operation's responses, and the validators of bodies and headers that have no module of their own. */
export function readFunction(
  operation: Operation,
  names: OperationNames,
  scope: ModuleScope,
  context: EmitContext,
): Declaration[] {
  const validators: Declaration[] = [];
  const entries = operation.responses.map((response) => {
    const members = [...bodyMember(response), ...headerMembers(response)];
    const value =
      members.length === 0
        ? code`{}`
        : code`{ ${joinCode(members, code`, `)} }`;
    return code`${statusKey(response.status)}: ${value},`;
  });
  const table = entries.length === 0 ? code`{}` : code`{\n${lines(entries)}\n}`;
  const read: Declaration = {
    kind: "function",
    name: names.read.name,
    exported: true,
    docs: `Reads a response to \`${names.build.name}\` by its status and content type.`,
    parameters: [
      { name: "response", type: code`Response` },
      {
        name: "options",
        type: code`${runtimeType.ReadOptions}`,
        optional: true,
      },
    ],
    returnType: code`Promise<${names.result}>`,
    body: code`return ${runtime.readResponse}(response, ${table}, options);`,
  };
  return [read, ...validators];

  function bodyMember(response: Response): Code[] {
    const contents = bodiesOf(response, operation);
    if (contents.length === 0) return [];
    const readers = contents.map((content, index) => {
      const hint = `${statusWord(response.status)}Body${index === 0 ? "" : index + 1}`;
      return code`${propertyKey(content.mediaType)}: ${bodyReader(content, hint)}`;
    });
    return [code`body: { ${joinCode(readers, code`, `)} }`];
  }

  function headerMembers(response: Response): Code[] {
    if (response.headers.length === 0) return [];
    const hint = `${statusWord(response.status)}Headers`;
    const validate = validator(headersSchema(response), hint);
    return [
      code`headers: ${headerReaders(response, context)}`,
      ...(validate === undefined ? [] : [code`validateHeaders: ${validate}`]),
    ];
  }

  function bodyReader(content: MediaType, hint: string): Code {
    const { codec, schema, itemSchema } = content;
    switch (codec) {
      case "json":
        return call(runtime.readJson, schema, hint);
      case "text":
        return call(
          runtime.readText,
          isText(content, context) ? schema : undefined,
          hint,
        );
      case "json-lines":
        return call(runtime.readJsonLines, itemSchema, hint);
      case "event-stream":
        return itemSchema === undefined && hasJsonEvents(content, context)
          ? call(runtime.readJsonEvents, schema, hint)
          : call(runtime.readEvents, itemSchema, hint);
      case "form":
        return code`${runtime.readForm}`;
      case "multipart":
        return code`${runtime.readMultipart}`;
      case "binary":
        return code`${runtime.readBinary}`;
    }
  }

  function call(
    reader: (typeof runtime)[keyof typeof runtime],
    schema: Schema | undefined,
    hint: string,
  ): Code {
    const validate = schema === undefined ? undefined : validator(schema, hint);
    return validate === undefined
      ? code`${reader}()`
      : code`${reader}(${validate})`;
  }

  /** The validator of a schema: that of its definition, or one of this module. */
  function validator(schema: Schema, hint: string): Code | undefined {
    if (schema.kind === "any") return undefined;
    if (schema.kind === "ref") {
      const target = context.names.schemas.get(schema.target);
      return target === undefined
        ? undefined
        : code`${target.responseValidate}`;
    }
    const base = scope.unusedName(hint);
    validators.push(
      ...validatorDeclarations(
        {
          schema,
          view: "response",
          type: code`unknown`,
          is: `is${base}`,
          validate: `validate${base}`,
          collect: `collect${base}`,
          exported: false,
          noun: "what the description says",
          scope,
        },
        context,
      ),
    );
    return identifier(`validate${base}`);
  }
}

function statusKey(status: string): Code {
  return /^\d+$/u.test(status) ? code`${Number(status)}` : propertyKey(status);
}

function statusWord(status: string): string {
  return status === "default" ? "Default" : `Status${status}`;
}
