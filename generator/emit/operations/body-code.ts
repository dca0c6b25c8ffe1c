import { code, joinCode, lines, type Code } from "../../code/code.js";
import type { Codec, MediaType, Operation } from "../../model/api.js";
import { formCode } from "./form-code.js";
import { isNullable, isRange } from "./media-types.js";
import { partWriters } from "./part-writers.js";
import { textOf } from "./result-type.js";
import { runtime } from "../runtime-symbols.js";
import type { OperationContext } from "./serializers.js";

/** What the builder says of the body: statements before it, its content type, and the member `body`. */
export interface BodyCode {
  readonly statements: Code;
  readonly contentType: Code;
  readonly body: Code;
}

/** The code of the request's body; undefined where the operation has none. */
export function bodyCode(
  { body }: Operation,
  context: OperationContext,
): BodyCode | undefined {
  const contents = body?.contents ?? [];
  const [first] = contents;
  if (body === undefined || first === undefined) return undefined;
  const isSeveral = contents.length > 1;
  const written = present(choice(contents, context), body.required);
  const needsType = contents.some(hasOwnType);
  const mediaType = isSeveral
    ? sentType(contents)
    : code`${concreteType(first)}`;
  const type = needsType
    ? code`${runtime.bodyType}(${mediaType}, body)`
    : mediaType;
  return {
    statements: lines([
      ...(isSeveral
        ? [code`const contentType = input.contentType ?? ${first.mediaType};`]
        : []),
      ...(needsType ? [code`const body = ${written};`] : []),
    ]),
    contentType: type,
    body: needsType ? code`body` : code`body: ${written}`,
  };
}

function present(value: Code, isRequired: boolean): Code {
  return isRequired
    ? value
    : code`input.body === undefined ? undefined : ${value}`;
}

/** Whether the body's own type says more than the description: a boundary, or which type of a range it is. */
function hasOwnType(content: MediaType): boolean {
  const { codec, mediaType } = content;
  return (
    codec === "multipart" ||
    (codec === "binary" && /^multipart\//iu.test(mediaType)) ||
    isRange(concreteType(content))
  );
}

/** The media type that a body is sent with; of a range, the one that its text is of. Only bytes keep the range. */
function concreteType({ codec, mediaType }: MediaType): string {
  if (!isRange(mediaType)) return mediaType;
  return concreteTypes[codec] ?? mediaType;
}

const concreteTypes: { readonly [K in Codec]?: string } = {
  json: "application/json",
  "json-lines": "application/jsonl",
  form: "application/x-www-form-urlencoded",
  text: "text/plain",
};

/** The media type that is sent, by `contentType`. */
function sentType(contents: readonly MediaType[]): Code {
  return contents
    .filter((content) => concreteType(content) !== content.mediaType)
    .reduce(
      (rest, content) =>
        code`contentType === ${content.mediaType} ? ${concreteType(content)} : ${rest}`,
      code`contentType`,
    );
}

/** Picks by `contentType`; media types that are written alike share a branch, those of the last are what is left. */
function choice(
  contents: readonly MediaType[],
  context: OperationContext,
): Code {
  const branches = new Map<string, { mediaTypes: string[]; write: Code }>();
  for (const content of contents) {
    const written = writeCode(content, contents.length > 1, context);
    const key = textOf(written);
    const branch = branches.get(key) ?? { mediaTypes: [], write: written };
    branch.mediaTypes.push(content.mediaType);
    branches.set(key, branch);
  }
  const [last, ...others] = [...branches.values()].reverse();
  if (last === undefined) return code`undefined`;
  return others.reduce((rest, { mediaTypes, write: written }) => {
    const tests = mediaTypes.map(
      (mediaType) => code`contentType === ${mediaType}`,
    );
    return code`${joinCode(tests, code` || `)} ? ${written} : ${rest}`;
  }, last.write);
}

function writeCode(
  content: MediaType,
  isOneOfSeveral: boolean,
  context: OperationContext,
): Code {
  if (!isOneOfSeveral || !isBytes(content)) {
    return write[content.codec](content, context);
  }
  const bytes = code`${runtime.bytesBody}(input.body)`;
  return isNullable(content, context)
    ? code`(input.body === null ? undefined : ${bytes})`
    : bytes;
}

/** Whether the body is sent as it is given. */
function isBytes({ codec }: MediaType): boolean {
  return codec === "binary" || codec === "event-stream";
}

const write: {
  readonly [K in Codec]: (
    content: MediaType,
    context: OperationContext,
  ) => Code;
} = {
  json: (content, context) =>
    code`${isExact(content, context) ? runtime.exactJsonBody : runtime.jsonBody}(${sent(content, context)})`,
  "json-lines": (content, context) => {
    const isSequence = /json-seq/iu.test(content.mediaType);
    const separator = isSequence ? code`, ${"\u001e"}` : code``;
    const serializer = context.serializers.bodies.get(content);
    if (serializer === undefined) {
      return code`${runtime.jsonLinesBody}(input.body${separator})`;
    }
    const items = code`${runtime.serializedItems}(input.body, ${serializer.code})`;
    return serializer.isExact
      ? code`${runtime.jsonLinesBody}(${items}${isSequence ? separator : code`, ""`}, ${runtime.exactJson})`
      : code`${runtime.jsonLinesBody}(${items}${separator})`;
  },
  form: (content, context) =>
    formCode(
      sent(content, context),
      { ...content, isExact: isExact(content, context) },
      context,
    ),
  multipart: (content, context) =>
    partWriters(content, sent(content, context), context),
  text: (content, context) =>
    code`${runtime.textBody}(${sent(content, context)})`,
  "event-stream": () => code`input.body`,
  binary: (content, context) =>
    isNullable(content, context)
      ? code`input.body ?? undefined`
      : code`input.body`,
};

/** The body as it is on the wire. */
function sent(content: MediaType, { serializers }: OperationContext): Code {
  const serializer = serializers.bodies.get(content);
  return serializer === undefined
    ? code`input.body`
    : code`${runtime.serialized}("body", input.body, ${serializer.code})`;
}

/** Whether the body has integers that a number cannot hold. */
function isExact(
  content: MediaType,
  { serializers }: OperationContext,
): boolean {
  return serializers.bodies.get(content)?.isExact === true;
}
