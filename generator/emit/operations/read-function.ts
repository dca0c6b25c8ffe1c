import { code, joinCode, lines, type Code } from "../../code/code.js";
import type { Declaration } from "../../code/file.js";
import { identifier, propertyKey } from "../../code/literals.js";
import type { MediaType, Operation, Response } from "../../model/api.js";
import type { Schema } from "../../model/schema.js";
import type { OperationNames } from "../../names/names.js";
import type { EmitContext } from "../context.js";
import type { ModuleScope } from "../validators/module-scope.js";
import { collectorDeclaration } from "../validators/validator-declarations.js";
import { headerReaders } from "./header-readers.js";
import { breakableHeadersSchema } from "./headers-schema.js";
import { bodiesOf, hasJsonEvents, isText } from "./result-type.js";
import { runtime, runtimeType } from "./runtime-symbols.js";

/** The reader of an operation's responses, and the collectors for bodies and headers that have no module of their own. */
export function readFunction(
  operation: Operation,
  names: OperationNames,
  scope: ModuleScope,
  context: EmitContext,
): Declaration[] {
  const collectors: Declaration[] = [];
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
  return [read, ...collectors];

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
    const schema = breakableHeadersSchema(response);
    const collect = schema && collectorOf(schema, hint);
    return [
      code`headers: ${headerReaders(response, context)}`,
      ...(collect === undefined ? [] : [code`collectHeaders: ${collect}`]),
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
    const collect =
      schema === undefined ? undefined : collectorOf(schema, hint);
    return collect === undefined
      ? code`${reader}()`
      : code`${reader}(${collect})`;
  }

  /** The collector of a schema's issues: that of its definition, or one of this module. */
  function collectorOf(schema: Schema, hint: string): Code | undefined {
    if (schema.kind === "any") return undefined;
    if (schema.kind === "ref") {
      const target = context.names.schemas.get(schema.target);
      return target === undefined ? undefined : code`${target.responseCollect}`;
    }
    const base = scope.unusedName(hint);
    const collect = `collect${base}`;
    collectors.push(
      collectorDeclaration(
        { schema, view: "response", collect, base, scope },
        context,
      ),
    );
    return identifier(collect);
  }
}

function statusKey(status: string): Code {
  return /^\d+$/u.test(status) ? code`${Number(status)}` : propertyKey(status);
}

function statusWord(status: string): string {
  return status === "default" ? "Default" : `Status${status}`;
}
