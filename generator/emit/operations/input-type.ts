import { code, joinCode, lines, type Code } from "../../code/code.js";
import { docComment } from "../../code/comment.js";
import type { Declaration } from "../../code/file.js";
import { propertyKey } from "../../code/literals.js";
import type { MediaType, Operation } from "../../model/api.js";
import { bodyBranches, type BodyBranch } from "../../model/body-branches.js";
import {
  acceptChoices,
  groupSchema,
  inputGroups,
  isGroupRequired,
  isText,
  parametersOf,
  type InputGroup,
} from "../../model/input-schema.js";
import type { OperationNames } from "../../names/names.js";
import type { EmitContext } from "../context.js";
import { isNullable } from "./media-types.js";
import {
  typeDeclaration,
  typeDeclarations,
  listExpression,
  typeExpression,
} from "../types/type-expression.js";

/** The types of what an operation is given: its input, a type for each group, and one for each body. */
export function inputTypes(
  operation: Operation,
  names: OperationNames,
  context: EmitContext,
): Declaration[] {
  const groups = inputGroups.filter(
    (group) => parametersOf(operation, group).length > 0,
  );
  return [
    inputType(operation, groups, names, context),
    ...groups.map((group) =>
      typeDeclaration(
        {
          name: names.groups[group].name,
          docs: groupDocs[group],
          schema: groupSchema(operation, group, context.api),
          view: "request",
        },
        context,
      ),
    ),
    ...bodyTypes(operation, names, context),
  ];
}

const groupDocs: Readonly<Record<InputGroup, string>> = {
  path: "Values in the path.",
  query: "Values in the query.",
  header: "Values in headers.",
  cookie: "Values in cookies.",
};

function inputType(
  operation: Operation,
  groups: readonly InputGroup[],
  names: OperationNames,
  context: EmitContext,
): Declaration {
  const { body } = operation;
  const docs = `What \`${names.build.name}\` sends.`;
  const name = names.input.name;
  const accepted = acceptChoices(operation).map((type) => code`${type}`);
  const members = [
    ...groups.map((group) =>
      member(
        group,
        isGroupRequired(operation, group),
        code`${names.groups[group]}`,
      ),
    ),
    ...(accepted.length === 0
      ? []
      : [
          code`${docComment("The media type to ask for; the server chooses where absent.")}${member("accept", false, joinCode(accepted, code` | `))}`,
        ]),
  ];
  const contents = body?.contents ?? [];
  const branches = bodyBranches(body);
  if (members.length === 0 && contents.length === 0) {
    const type = code`Readonly<Record<string, never>>`;
    return { kind: "typeAlias", name, exported: true, docs, type };
  }
  const variants = branches.map((branch, index) => [
    ...members,
    ...(contents.length === 1
      ? []
      : [member("contentType", index > 0, mediaTypesOf(branch))]),
    code`${docComment(body?.description)}${member(
      "body",
      body?.required === true,
      bodyType(branch[0], contents.indexOf(branch[0]), names, context),
    )}`,
  ]);
  if (variants.length <= 1) {
    const only = variants[0] ?? members;
    return {
      kind: "interface",
      name,
      exported: true,
      docs,
      members: lines(only),
    };
  }
  const types = variants.map((variant) => code`| {\n${lines(variant)}\n}`);
  return {
    kind: "typeAlias",
    name,
    exported: true,
    docs,
    type: joinCode(types, code`\n`),
  };
}

function mediaTypesOf(branch: BodyBranch): Code {
  const types = branch.map(({ mediaType }) => code`${mediaType}`);
  return joinCode(types, code` | `);
}

function member(name: string, isRequired: boolean, type: Code): Code {
  return isRequired
    ? code`readonly ${propertyKey(name)}: ${type};`
    : code`readonly ${propertyKey(name)}?: ${type} | undefined;`;
}

/** A type for each body that is not a named schema already. */
function bodyTypes(
  operation: Operation,
  names: OperationNames,
  context: EmitContext,
): Declaration[] {
  const contents = operation.body?.contents ?? [];
  return bodyBranches(operation.body).flatMap((branch) => {
    const [content] = branch;
    const index = contents.indexOf(content);
    const symbol = names.bodies[index];
    const fields = names.bodyFields[index];
    if (symbol === undefined || fields === undefined) return [];
    if (!hasOwnType(content, context)) return [];
    return typeDeclarations(
      {
        name: symbol.name,
        docs:
          content.schema?.annotations.description ??
          `A body of ${branch.map(({ mediaType }) => `\`${mediaType}\``).join(" or ")}.`,
        schema: content.schema,
        view: "request" as const,
      },
      fields,
      context,
    );
  });
}

function hasOwnType(
  content: MediaType,
  { api }: EmitContext,
): content is MediaType & {
  readonly schema: NonNullable<MediaType["schema"]>;
} {
  return (
    content.schema !== undefined &&
    content.schema.kind !== "ref" &&
    (content.codec === "json" ||
      content.codec === "form" ||
      content.codec === "multipart" ||
      (content.codec === "text" && isText(content, api)))
  );
}

function bodyType(
  content: MediaType,
  index: number,
  names: OperationNames,
  context: EmitContext,
): Code {
  const { schema, itemSchema, codec } = content;
  const symbol = names.bodies[index];
  if (symbol !== undefined && hasOwnType(content, context))
    return code`${symbol}`;
  switch (codec) {
    case "json":
      return schema === undefined
        ? code`unknown`
        : typeExpression(schema, "request", context);
    case "form":
      return schema === undefined
        ? code`object`
        : typeExpression(schema, "request", context);
    case "multipart":
      if (schema !== undefined)
        return typeExpression(schema, "request", context);
      return itemSchema === undefined
        ? code`object`
        : listExpression(itemSchema, "request", context);
    case "text":
      return schema !== undefined && isText(content, context.api)
        ? typeExpression(schema, "request", context)
        : code`string`;
    case "json-lines": {
      const item =
        itemSchema === undefined
          ? code`unknown`
          : typeExpression(itemSchema, "request", context);
      return code`Iterable<${item}> | AsyncIterable<${item}>`;
    }
    case "event-stream":
      return code`string | ReadableStream<Uint8Array<ArrayBuffer>>`;
    case "binary": {
      const bytes = code`Blob | ArrayBuffer | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array<ArrayBuffer>> | string`;
      return isNullable(content, context) ? code`${bytes} | null` : bytes;
    }
  }
}
