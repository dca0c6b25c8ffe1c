import { code, type Code } from "../../code/code.js";
import type { Codec, MediaType, Operation } from "../../model/api.js";
import type { EmitContext } from "../context.js";
import { formFields } from "./form-fields.js";
import { isRange } from "./media-types.js";
import { partWriters } from "./part-writers.js";
import { runtime } from "./runtime-symbols.js";

/** What the builder says of the body: statements before it, the expressions of content type and body. */
export interface BodyCode {
  readonly contentType: Code;
  readonly body: Code;
}

/** The code of the request's body; undefined where the operation has none. */
export function bodyCode(
  { body }: Operation,
  context: EmitContext,
): BodyCode | undefined {
  const [first, ...others] = body?.contents ?? [];
  if (body === undefined || first === undefined) return undefined;
  const contentType = others.reduceRight(
    (rest, content) =>
      isRange(content.mediaType)
        ? code`contentType === ${content.mediaType} ? ${typeOf(content)} : ${rest}`
        : rest,
    others.length === 0
      ? typeOf(first)
      : isRange(first.mediaType)
        ? code`contentType === ${first.mediaType} ? ${typeOf(first)} : contentType`
        : code`contentType`,
  );
  return {
    contentType: body.required
      ? contentType
      : code`input.body === undefined ? undefined : ${contentType}`,
    body: body.required
      ? choice([first, ...others], context)
      : code`input.body === undefined ? undefined : ${choice([first, ...others], context)}`,
  };
}

/** Picks by `contentType`; media types that are written alike share a branch. */
function choice(contents: readonly MediaType[], context: EmitContext): Code {
  const branches = contents.map((content) => ({
    content,
    write:
      contents.length > 1 && isBytes(content)
        ? code`${runtime.bytesBody}(input.body)`
        : write[content.codec](content, context),
  }));
  const last = branches.at(-1);
  if (last === undefined) return code`undefined`;
  return branches
    .slice(0, -1)
    .reduceRight(
      (rest, branch) =>
        code`contentType === ${branch.content.mediaType} ? ${branch.write} : ${rest}`,
      last.write,
    );
}

/** Whether the body is sent as it is given. */
function isBytes({ codec }: MediaType): boolean {
  return codec === "binary" || codec === "event-stream";
}

function typeOf({ mediaType }: MediaType): Code {
  return isRange(mediaType)
    ? code`${runtime.bodyType}(input.body)`
    : code`${mediaType}`;
}

const write: {
  readonly [K in Codec]: (content: MediaType, context: EmitContext) => Code;
} = {
  json: () => code`${runtime.jsonBody}(input.body)`,
  "json-lines": ({ mediaType }) =>
    /json-seq/iu.test(mediaType)
      ? code`${runtime.jsonLinesBody}(input.body, ${"\u001e"})`
      : code`${runtime.jsonLinesBody}(input.body)`,
  form: ({ encodings }, context) =>
    code`${runtime.formBody}(input.body${formFields(encodings, context)})`,
  multipart: (content, context) => partWriters(content, context),
  text: () => code`${runtime.textBody}(input.body)`,
  "event-stream": () => code`input.body`,
  binary: () => code`input.body`,
};
