import type { Issue } from "./issues.js";

type Class = 1 | 2 | 3 | 4 | 5;
type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/** The ten numbers that begin with these digits. */
type Ten<Start extends string> =
  `${Start}${Digit}` extends `${infer Code extends number}` ? Code : never;

/** The status codes (RFC 9110 §15), under their first two digits. */
type StatusTable = { [Start in `${Class}${Digit}`]: Ten<Start> };

/** The status codes of a class: `StatusRange<2>` is 200 to 299. */
export type StatusRange<Of extends Class> = StatusTable[`${Of}${Digit}`];

/** Every status code. */
export type Status = StatusTable[keyof StatusTable];

/**
 * Every status code but those that an operation describes by themselves. Only the tens that some of them are among
 * are gone through code by code, which spares the compiler most of them.
 */
export type OtherStatus<Described extends number> = {
  [Start in keyof StatusTable]: [StatusTable[Start] & Described] extends [never]
    ? StatusTable[Start]
    : Exclude<StatusTable[Start], Described>;
}[keyof StatusTable];

/** The statuses that `default` stands for beside described successes: all but those and the described ones. */
export type ErrorStatus<Described extends number = never> = OtherStatus<
  StatusRange<2> | Described
>;

/** The successes that a description does not have, beside `default`. */
export type OtherSuccess<Described extends number> = Exclude<
  StatusRange<2>,
  Described
>;

interface Received<Code extends number> {
  readonly status: Code;
  /** Where the response differs from its description. Of a stream: it grows while the stream is read. */
  readonly issues: readonly Issue[];
  /** The response itself: every header, and the body if `body` is a stream or was not described. */
  readonly response: Response;
}

/**
 * A response as described. Its body has been parsed; where it differs from its schema, `issues` says so, and the
 * body is given nonetheless.
 */
export interface Answer<
  Code extends number,
  MediaType extends string | undefined,
  Body,
  Fields = object,
> extends Received<Code> {
  readonly kind: "described";
  /** True for a success, 200 to 299. */
  readonly ok: [Code] extends [StatusRange<2>] ? true : false;
  /** The media type as described; undefined if no body is described. */
  readonly contentType: MediaType;
  /** The headers that are described, parsed. */
  readonly headers: Fields;
  readonly body: Body;
}

/** A response with a described status, whose body is of another media type or broken. Never `ok`. */
export interface UnreadableAnswer<Code extends number> extends Received<Code> {
  readonly kind: "unreadable";
  readonly ok: false;
  readonly contentType: undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: undefined;
  /** The body as text. Empty if it is a stream or no text: read it from `response`. */
  readonly text: string;
}

/** A response with a status that the description does not know. Never `ok`, not even with a status such as 200. */
export interface UndescribedAnswer<Code extends number> extends Received<Code> {
  readonly kind: "undescribed";
  readonly ok: false;
  /** As received. */
  readonly contentType: string | null;
  readonly headers: Readonly<Record<string, unknown>>;
  /**
   * A value if the response says that it is JSON, and it is; else text, which is empty if the body is a stream or no
   * text: read it from `response`.
   */
  readonly body: unknown;
}

export interface ReadOptions {
  /** Whether body and headers are checked against their schemas. True where absent. */
  readonly validate?: boolean;
  /**
   * Characters that a line of JSON Lines or a server-sent event may have; 16,777,216 where absent. Reading a longer
   * one throws a `RangeError`.
   */
  readonly longestItem?: number;
  /** The media type that was asked for: a success that is described in it and comes in another one is not `ok`. */
  readonly accept?: string;
}

/** The answers to a request for a media type, `Accepted<ExportResult, "text/csv">`: in another one, none is `ok`. */
export type Accepted<Result, Accept> = [Accept] extends [never]
  ? Result
  : Asked<Result, Accept, StatusIn<Result, Accept>>;

/** The same, where the successes of these statuses are described in the media type. */
type Asked<Result, Accept, Code> = Result extends {
  readonly ok: true;
  readonly status: infer Own;
  readonly contentType: infer MediaType;
}
  ? MediaType extends Accept
    ? Result
    : [Own & Code] extends [never]
      ? Result
      : Omit<Result, "ok"> & { readonly ok: false }
  : Result;

/** The statuses of the successes in a media type. */
type StatusIn<Result, Accept> = Result extends {
  readonly ok: true;
  readonly status: infer Code;
  readonly contentType: Accept;
}
  ? Code
  : never;
