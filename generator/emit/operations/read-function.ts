import type { CodeSymbol } from "../../code/symbol.js";
import { code, joinCode, lines, type Code } from "../../code/code.js";
import type { Declaration } from "../../code/file.js";
import { identifier, propertyKey } from "../../code/literals.js";
import type { MediaType, Operation, Response } from "../../model/api.js";
import { isText } from "../../model/input-schema.js";
import type { Schema } from "../../model/schema.js";
import type { OperationNames } from "../../names/names.js";
import type { EmitContext } from "../context.js";
import type { ModuleScope } from "../validators/module-scope.js";
import { collectorDeclaration } from "../validators/validator-declarations.js";
import { isExactPlan } from "../../mapping/plan.js";
import { planOf } from "../../mapping/plan-of.js";
import { converterCode } from "../mappings/converter-code.js";
import { runtime, runtimeType } from "../runtime-symbols.js";
import { headerReaders } from "./header-readers.js";
import { breakableHeadersSchema, headersSchema } from "./headers-schema.js";
import { bodiesOf, hasJsonEvents } from "./result-type.js";

/** The reader of an operation's responses, and the collectors for bodies and headers that have no module of their own. */
export function readFunction(
  operation: Operation,
  names: OperationNames,
  scope: ModuleScope,
  context: EmitContext,
): Declaration[] {
  const { call, collectors } = readCall(operation, statusWord, scope, context);
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
    body: code`return ${call};`,
  };
  return [read, ...collectors];
}

/**
 * The expression that reads `response` with `options`, and the collectors that it needs.
 * @param wordOf what the names of the collectors of a status begin with
 */
export function readCall(
  operation: Operation,
  wordOf: (status: string) => string,
  scope: ModuleScope,
  context: EmitContext,
): { readonly call: Code; readonly collectors: readonly Declaration[] } {
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
  const call = headersParsed(
    code`${runtime.readResponse}(response, ${table}, options)`,
  );
  return { call, collectors };

  function bodyMember(response: Response): Code[] {
    const contents = bodiesOf(response, operation);
    if (contents.length === 0) return [];
    const readers = contents.map((content, index) => {
      const hint = `${wordOf(response.status)}Body${index === 0 ? "" : index + 1}`;
      return code`${propertyKey(content.mediaType)}: ${bodyReader(content, hint)}`;
    });
    return [code`body: { ${joinCode(readers, code`, `)} }`];
  }

  function headerMembers(response: Response): Code[] {
    if (response.headers.length === 0) return [];
    const hint = `${wordOf(response.status)}Headers`;
    const schema = breakableHeadersSchema(response);
    const collect = schema && collectorOf(schema, hint);
    return [
      code`headers: ${headerReaders(response, context)}`,
      ...(collect === undefined ? [] : [code`collectHeaders: ${collect}`]),
    ];
  }

  /** The answer with its headers in memory, where a response has such headers. */
  function headersParsed(answer: Code): Code {
    const parsers = operation.responses.map((response) => {
      const hint = `${wordOf(response.status)}Headers`;
      return [response, parserOf(headersSchema(response), hint)] as const;
    });
    if (parsers.every(([, parse]) => parse === undefined)) return answer;
    const entries = parsers.map(
      ([{ status }, parse]) =>
        code`${statusKey(status)}: ${parse?.code ?? code`undefined`},`,
    );
    return code`${runtime.withHeadersAs}(${answer}, {\n${lines(entries)}\n})`;
  }

  function bodyReader(content: MediaType, hint: string): Code {
    const { codec, schema, itemSchema } = content;
    switch (codec) {
      case "json":
        return (
          mappedCall(runtime.readJsonAs, schema, hint) ??
          plainCall(runtime.readJson, schema, hint)
        );
      case "text": {
        const text = isText(content, context.api) ? schema : undefined;
        return (
          mappedCall(runtime.readTextAs, text, hint) ??
          plainCall(runtime.readText, text, hint)
        );
      }
      case "json-lines":
        return (
          mappedCall(runtime.readJsonLinesAs, itemSchema, hint) ??
          plainCall(runtime.readJsonLines, itemSchema, hint)
        );
      case "event-stream":
        return itemSchema === undefined && hasJsonEvents(content, context)
          ? (mappedCall(runtime.readJsonEventsAs, schema, hint) ??
              plainCall(runtime.readJsonEvents, schema, hint))
          : (mappedCall(runtime.readEventsAs, itemSchema, hint) ??
              plainCall(runtime.readEvents, itemSchema, hint));
      case "form":
        return code`${runtime.readForm}`;
      case "multipart":
        return code`${runtime.readMultipart}`;
      case "binary":
        return code`${runtime.readBinary}`;
    }
  }

  function plainCall(
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

  /** The call of a reader whose values are another thing in memory; undefined where they are not. */
  function mappedCall(
    reader: CodeSymbol,
    schema: Schema | undefined,
    hint: string,
  ): Code | undefined {
    if (schema === undefined) return undefined;
    const parse = parserOf(schema, hint);
    if (parse === undefined) return undefined;
    const collect = collectorOf(schema, hint) ?? code`undefined`;
    const isJson = reader.name.startsWith("readJson");
    const exact =
      parse.isExact && isJson ? code`, ${runtime.parseExactly}` : code``;
    return code`${reader}(${collect}, ${parse.code}${exact})`;
  }

  /** The function that takes values of a schema to memory. */
  function parserOf(
    schema: Schema,
    base: string,
  ): { readonly code: Code; readonly isExact: boolean } | undefined {
    const plan = planOf(schema, context);
    if (plan === undefined) return undefined;
    const direction = "parse";
    const parse = converterCode(plan, { direction, context, scope, base });
    scope.addRoot(parse);
    return { code: parse, isExact: isExactPlan(plan, context.mappings) };
  }

  /** The collector of a schema's issues: that of its definition, or one of this module. */
  function collectorOf(schema: Schema, hint: string): Code | undefined {
    if (schema.kind === "any") return undefined;
    if (schema.kind === "ref") {
      const target = context.names.schemas.get(schema.target);
      return target === undefined ? undefined : code`${target.collect}`;
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
