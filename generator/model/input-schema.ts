import { isReadOnly, isWriteOnly } from "./access.js";
import type { Api, MediaType, Operation, Parameter } from "./api.js";
import { bodyBranches, type BodyBranch } from "./body-branches.js";
import { besideNull } from "./or-null.js";
import type {
  AnyOfKeyword,
  DefinitionId,
  Keyword,
  OneOfKeyword,
  Property,
  Schema,
} from "./schema.js";
import { valueStructure } from "./value-structure.js";

/** The groups of an operation's input that its parameters make up. */
export type InputGroup = "path" | "query" | "header" | "cookie";

export const inputGroups: readonly InputGroup[] = [
  "path",
  "query",
  "header",
  "cookie",
];

/** The parameters of a group, in the order of the description. `in: querystring` stands in the group `query`. */
export function parametersOf(
  operation: Operation,
  group: InputGroup,
): readonly Parameter[] {
  return groupsOf(operation)[group].parameters;
}

/** The parameters of one group, and whether one of them is required. */
interface Group {
  readonly parameters: readonly Parameter[];
  readonly isRequired: boolean;
}

/** Worked out once: code for each parameter asks for the group that it is in. */
const knownGroups = new WeakMap<
  Operation,
  Readonly<Record<InputGroup, Group>>
>();

function groupsOf(operation: Operation): Readonly<Record<InputGroup, Group>> {
  let groups = knownGroups.get(operation);
  if (groups === undefined) {
    const groupOf = (group: InputGroup): Group => {
      const parameters = operation.parameters.filter(
        (parameter) =>
          (parameter.in === "querystring" ? "query" : parameter.in) === group,
      );
      return {
        parameters,
        isRequired: parameters.some(({ required }) => required),
      };
    };
    groups = {
      path: groupOf("path"),
      query: groupOf("query"),
      header: groupOf("header"),
      cookie: groupOf("cookie"),
    };
    knownGroups.set(operation, groups);
  }
  return groups;
}

/**
 * The media types that a caller can ask for (RFC 9110 §12.5.1): those of a successful answer, where there are several.
 * `default` counts as successful where no other answer is.
 */
export function acceptChoices({ responses }: Operation): readonly string[] {
  const successes = responses.filter(({ status }) => status.startsWith("2"));
  const answers =
    successes.length > 0
      ? successes
      : responses.filter(({ status }) => status === "default");
  const types = new Set(
    answers.flatMap(({ contents }) => contents.map((one) => one.mediaType)),
  );
  return types.size > 1 ? [...types] : [];
}

/** The schema of one group: a closed object with a member for each parameter. */
export function groupSchema(
  operation: Operation,
  group: InputGroup,
  api: Definitions,
): Schema {
  const parameters = parametersOf(operation, group);
  return closedObject(
    `${operation.pointer}/parameters`,
    parameters.map((parameter) => ({
      name: parameter.name,
      required: parameter.required,
      schema: withDescription(parameter, api),
      ...(parameter.ignoredWith === undefined
        ? {}
        : { ignoredWith: parameter.ignoredWith }),
    })),
  );
}

/**
 * The schema of everything that an operation is given: a closed object `{ path, query, header, cookie, accept,
 * contentType, body }` with the members that the operation has. Of several media types, `contentType` says which one
 * the body is of; without it, the first.
 */
export function inputSchema(operation: Operation, api: Definitions): Schema {
  const accepted = acceptChoices(operation);
  const groups: readonly Property[] = [
    ...inputGroups
      .filter((group) => parametersOf(operation, group).length > 0)
      .map((group) => ({
        name: group,
        required: isGroupRequired(operation, group),
        schema: groupSchema(operation, group, api),
      })),
    ...(accepted.length === 0
      ? []
      : [
          {
            name: "accept",
            required: false,
            schema: keywords(operation.pointer, [
              { kind: "enum", values: accepted },
            ]),
          },
        ]),
  ];
  const { body } = operation;
  if (body === undefined) return closedObject(operation.pointer, groups);
  const variants = bodyBranches(body).map((branch, index) =>
    closedObject(operation.pointer, [
      ...groups,
      ...(body.contents.length === 1 ? [] : [contentTypeMember(branch, index)]),
      {
        name: "body",
        required: body.required,
        schema: unmarked(bodySchema(branch[0], api), api),
      },
    ]),
  );
  const [only] = variants;
  if (variants.length === 1 && only !== undefined) return only;
  return keywords(operation.pointer, [{ kind: "anyOf", schemas: variants }]);
}

/**
 * The schema that the body of a media type is checked against: of a text whose schema speaks of what is written in it
 * (XML), any text; of a form without a schema, any object; any value where it is a stream of items.
 */
function bodySchema(content: MediaType, api: Definitions): Schema {
  const { codec, schema, itemSchema, pointer } = content;
  const isForm = codec === "form" || codec === "multipart";
  if (isForm && schema === undefined && itemSchema === undefined) {
    return keywords(pointer, [{ kind: "type", types: ["object"] }]);
  }
  if (codec === "text" && !isText(content, api)) {
    return keywords(pointer, [{ kind: "type", types: ["string"] }]);
  }
  const isStream = codec === "json-lines" || codec === "event-stream";
  return isStream || schema === undefined
    ? { kind: "any", pointer, annotations: {} }
    : schema;
}

/** Whether the schema of a text body speaks of the text, so that it can be checked against it. */
export function isText({ schema }: MediaType, api: Definitions): boolean {
  return schema !== undefined && valueStructure(schema, api) === "primitive";
}

/** Whether the input must have the group: one of its parameters is required. */
export function isGroupRequired(
  operation: Operation,
  group: InputGroup,
): boolean {
  return groupsOf(operation)[group].isRequired;
}

/** True if the builder can be called without an input. */
export function isInputOptional(operation: Operation): boolean {
  return (
    operation.body?.required !== true &&
    inputGroups.every((group) => !isGroupRequired(operation, group))
  );
}

type Definitions = Pick<Api, "definitions">;

/** What is sent as a whole is sent: `readOnly` and `writeOnly` speak of members of objects alone. */
function unmarked(
  schema: Schema,
  api: Definitions,
  open: ReadonlySet<DefinitionId> = new Set(),
): Schema {
  if (!isReadOnly(schema, api) && !isWriteOnly(schema, api)) return schema;
  if (schema.kind === "ref") {
    const target = api.definitions[schema.target]?.schema;
    return target === undefined || open.has(schema.target)
      ? schema
      : unmarked(target, api, new Set(open).add(schema.target));
  }
  const {
    readOnly: _read,
    writeOnly: _write,
    ...annotations
  } = schema.annotations;
  if (schema.kind !== "keywords") return { ...schema, annotations };
  const inner = (part: Schema): Schema => unmarked(part, api, open);
  const keywords = schema.keywords.map((keyword): Keyword => {
    if (keyword.kind === "reference") {
      const { target } = keyword;
      const { pointer } = schema;
      const part: Schema = { kind: "ref", target, pointer, annotations: {} };
      return { kind: "allOf", schemas: [inner(part)] };
    }
    return keyword.kind === "allOf" || isWithNull(keyword)
      ? { ...keyword, schemas: keyword.schemas.map(inner) }
      : keyword;
  });
  return { ...schema, annotations, keywords };
}

function isWithNull(keyword: Keyword): keyword is AnyOfKeyword | OneOfKeyword {
  return besideNull(keyword) !== undefined;
}

function contentTypeMember(branch: BodyBranch, index: number): Property {
  const [first, ...others] = branch;
  const values = branch.map(({ mediaType }) => mediaType);
  return {
    name: "contentType",
    required: index > 0,
    schema: keywords(first.pointer, [
      others.length === 0
        ? { kind: "const", value: first.mediaType }
        : { kind: "enum", values },
    ]),
  };
}

/** A closed object. */
function closedObject(pointer: string, members: readonly Property[]): Schema {
  const required = members.filter((member) => member.required);
  return keywords(pointer, [
    { kind: "type", types: ["object"] },
    ...(required.length === 0
      ? []
      : [
          {
            kind: "required" as const,
            names: required.map(({ name }) => name),
          },
        ]),
    {
      kind: "properties",
      named: members,
      patterns: [],
      additional: { kind: "never", pointer, annotations: {} },
    },
  ]);
}

function keywords(pointer: string, list: readonly Keyword[]): Schema {
  return { kind: "keywords", pointer, annotations: {}, keywords: list };
}

function withDescription(parameter: Parameter, api: Definitions): Schema {
  const { description, deprecated } = parameter;
  const schema = unmarked(parameter.schema, api);
  return {
    ...schema,
    annotations: {
      ...schema.annotations,
      ...(description === undefined ? {} : { description }),
      ...(deprecated ? { deprecated: true as const } : {}),
    },
  };
}
