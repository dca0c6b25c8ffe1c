import { code, joinCode, type Code } from "../../code/code.js";
import type { CodeSymbol } from "../../code/symbol.js";
import { isAssertedName } from "../../config/asserts.js";
import type { ContentKeyword, Schema } from "../../model/schema.js";
import { and, holds, testCall } from "./condition.js";
import { contentEncodings, type KnownEncoding } from "./content-encodings.js";
import { assertsIn } from "./format-keywords.js";
import { collectorOf, conditionOf } from "./part-functions.js";
import { newSubject, type Pass } from "./pass.js";
import { runtime } from "../runtime-symbols.js";
import type { Statement } from "./statement.js";
import type { Subject } from "./subject.js";

/** What the content keywords of a schema assert. */
interface Asserted {
  /** As it is written; undefined where it asserts nothing. */
  readonly encoding?: string;
  /** How the text is read, whether that is asserted or not. */
  readonly known?: KnownEncoding;
  /** A media type of JSON. */
  readonly mediaType?: string;
  readonly schema?: Schema;
}

/** Whether the content keywords assert anything in this pass: they are annotations (Validation §8.2) by default. */
export function assertsContent(keyword: ContentKeyword, pass: Pass): boolean {
  const { encoding, mediaType } = assertedBy(keyword, pass);
  return encoding !== undefined || mediaType !== undefined;
}

function assertedBy(keyword: ContentKeyword, pass: Pass): Asserted {
  const settings = pass.context.settings.content;
  if (!assertsIn(pass, settings)) return {};
  const { encoding, schema } = keyword;
  const known =
    encoding === undefined
      ? undefined
      : contentEncodings.get(encoding.toLowerCase());
  const isChecked =
    known?.test !== undefined &&
    isAssertedName(encoding?.toLowerCase() ?? "", settings);
  const mediaType = essence(keyword.mediaType);
  const isRead = encoding === undefined || known !== undefined;
  const isContent =
    isRead && isJson(mediaType) && isAssertedName(mediaType, settings);
  return {
    ...(isChecked && encoding !== undefined ? { encoding } : {}),
    ...(known === undefined ? {} : { known }),
    ...(isContent ? { mediaType } : {}),
    ...(isContent && schema !== undefined ? { schema } : {}),
  };
}

/** The content keywords as assertions (Validation §8.3 to §8.5). Only asked for where `assertsContent` says so. */
export function content(
  keyword: ContentKeyword,
  at: Subject,
  pass: Pass,
): Statement[] {
  const { encoding, known, mediaType, schema } = assertedBy(keyword, pass);
  const isEncoded =
    encoding === undefined || known?.test === undefined
      ? []
      : [testCall(code`${known.test}(${at.code})`)];
  const isContent =
    mediaType === undefined
      ? []
      : [
          testCall(
            code`${runtime.holdsJson}(${joinCode(
              withoutEnd([
                at.code,
                optional(known?.decode),
                schema === undefined ? undefined : fits(schema, at, pass),
              ]),
              code`, `,
            )})`,
          ),
        ];
  return [
    {
      kind: "check",
      condition: and([...isEncoded, ...isContent]),
      issue: () =>
        code`${runtime.contentIssues}(${joinCode(
          withoutEnd([
            at.location(),
            at.code,
            known === undefined
              ? undefined
              : code`[${keyword.encoding ?? ""}, ${optional(encoding === undefined ? undefined : known.test) ?? code`undefined`}, ${optional(known.decode) ?? code`undefined`}]`,
            mediaType === undefined ? undefined : code`${mediaType}`,
            schema === undefined
              ? undefined
              : collectorOf(schema, "Content", pass),
          ]),
          code`, `,
        )})`,
    },
  ];
}

/** The function that says whether the content fits its schema. */
function fits(schema: Schema, { level, hint }: Subject, pass: Pass): Code {
  const subject = newSubject(
    schema,
    code`content`,
    `${hint}Content`,
    () => code`at`,
    level + 1,
    pass,
  );
  const condition = conditionOf(schema, "Content", subject, pass);
  return code`(content) => ${holds(condition)}`;
}

function optional(symbol: CodeSymbol | undefined): Code | undefined {
  return symbol === undefined ? undefined : code`${symbol}`;
}

/** Arguments up to the last one that is there. */
function withoutEnd(values: readonly (Code | undefined)[]): Code[] {
  const last = values.findLastIndex((value) => value !== undefined);
  return values.slice(0, last + 1).map((value) => value ?? code`undefined`);
}

function essence(mediaType: string | undefined): string {
  return (mediaType?.split(";")[0] ?? "").trim().toLowerCase();
}

function isJson(mediaType: string): boolean {
  return /[/+]json$/.test(mediaType);
}
