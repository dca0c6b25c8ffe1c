import { code, joinCode, lines, type Code } from "../../code/code.js";
import type { Codec, MediaType, Operation } from "../../model/api.js";
import type { EmitContext } from "../context.js";
import { formCode } from "./form-code.js";
import { isRange } from "./media-types.js";
import { partWriters } from "./part-writers.js";
import { textOf } from "./result-type.js";
import { runtime } from "./runtime-symbols.js";

/** What the builder says of the body: statements before it, its content type, and the member `body`. */
export interface BodyCode {
  readonly statements: Code;
  readonly contentType: Code;
  readonly body: Code;
}

/** The code of the request's body; undefined where the operation has none. */
export function bodyCode(
  { body }: Operation,
  context: EmitContext,
): BodyCode | undefined {
  const contents = body?.contents ?? [];
  const [first] = contents;
  if (body === undefined || first === undefined) return undefined;
  const isSeveral = contents.length > 1;
  const written = present(choice(contents, context), body.required);
  const needsType = contents.some(hasOwnType);
  const mediaType = isSeveral ? code`contentType` : code`${first.mediaType}`;
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
function hasOwnType({ codec, mediaType }: MediaType): boolean {
  return codec === "multipart" || isRange(mediaType);
}

/** Picks by `contentType`; media types that are written alike share a branch, those of the last are what is left. */
function choice(contents: readonly MediaType[], context: EmitContext): Code {
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
  context: EmitContext,
): Code {
  return isOneOfSeveral && isBytes(content)
    ? code`${runtime.bytesBody}(input.body)`
    : write[content.codec](content, context);
}

/** Whether the body is sent as it is given. */
function isBytes({ codec }: MediaType): boolean {
  return codec === "binary" || codec === "event-stream";
}

const write: {
  readonly [K in Codec]: (content: MediaType, context: EmitContext) => Code;
} = {
  json: () => code`${runtime.jsonBody}(input.body)`,
  "json-lines": ({ mediaType }) =>
    /json-seq/iu.test(mediaType)
      ? code`${runtime.jsonLinesBody}(input.body, ${"\u001e"})`
      : code`${runtime.jsonLinesBody}(input.body)`,
  form: (content, context) => formCode(code`input.body`, content, context),
  multipart: (content, context) =>
    partWriters(content, code`input.body`, context),
  text: () => code`${runtime.textBody}(input.body)`,
  "event-stream": () => code`input.body`,
  binary: () => code`input.body`,
};
