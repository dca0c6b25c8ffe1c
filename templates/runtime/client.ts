import { renewalOf } from "./credentials.js";
import {
  AnswerError,
  type AnyAnswer,
  InputError,
  type SuccessBody,
} from "./errors.js";
import type { Operation } from "./operation.js";
import type { HttpRequest } from "./request.js";
import type { Accepted } from "./response.js";
import {
  type CallOptions,
  sendingOf,
  sendRequest,
  type SharedOptions,
} from "./sending.js";
import { orAborted } from "./signals.js";

export type { CallOptions } from "./sending.js";

/** @typeParam Credentials of the API, by the name of their security scheme */
export interface ClientOptions<Credentials = object> extends SharedOptions {
  /** Credentials by the name of their security scheme: values, or functions that are asked whenever one is sent. */
  readonly auth?: Credentials;
  /**
   * Renews credentials after a 401. It is called once for all calls that wait, and each is sent once more. If it
   * gives `false`, the 401 is the answer; if it throws, the calls reject with that error.
   * @param client the same client without `refresh`, for the calls that the renewal itself needs
   */
  readonly refresh?: (client: ApiClient) => unknown;
}

export interface ApiClient {
  /**
   * Calls an operation. An answer of any status is a result; rejects if none came: with the error of `fetch`, with
   * the signal's reason, with a `TimeoutError`, or with a `TypeError` if the request cannot be sent.
   *
   * Give `{ ...getOrderOperation, validate: validateGetOrder }` to check the input first.
   */
  call<Input, Result, Accept extends Choice<Input> = Choice<Input>>(
    operation: Operation<Input, Result>,
    ...args: CallArguments<Input, Accept>
  ): Call<Accepted<Result, Accept>>;
}

/** The input may be left out if nothing of it is required. */
export type CallArguments<Input, Accept extends string = Choice<Input>> =
  Readonly<Record<never, never>> extends Input
    ? [input?: Accepting<Input, Accept>, options?: CallOptions]
    : [input: Accepting<Input, Accept>, options?: CallOptions];

/** The input of an operation, with the media type that is asked for. */
export type Accepting<Input, Accept extends string> = Input & {
  readonly accept?: Accept | undefined;
};

/** The media types that an operation can be asked for; none if its successes have no more than one. */
export type Choice<Input> = Input extends { readonly accept?: infer Accept }
  ? Accept & string
  : never;

/** The answer of a call. */
export interface Call<Result> extends Promise<Result> {
  /** The body of a described success; rejects with an `AnswerError` for every other answer. */
  orThrow(): Promise<SuccessBody<Result>>;
}

/** A client of an API; the generated `createClient` knows its security schemes. */
export function clientOf({ refresh, ...others }: ClientOptions): ApiClient {
  const renewal = refresh && renewalOf(() => refresh(clientOf(others)));
  return {
    call<Input, Result, Accept extends Choice<Input>>(
      operation: Operation<Input, Result>,
      ...args: CallArguments<Input, Accept>
    ): Call<Accepted<Result, Accept>> {
      const [input, own = {}] = args as [Input, CallOptions?];
      type Answer = Accepted<Result, Accept>;
      const { accept } = Object(input) as { readonly accept?: string };
      let request: HttpRequest<Result>;
      const run = async (): Promise<Answer> => {
        request = requestOf(operation, input);
        const sending = sendingOf(request, { ...others, renewal }, own);
        return orAborted(sending.signal, async () => {
          const response = await sendRequest(request, operation, sending);
          const options = { ...sending.read, ...(accept && { accept }) };
          return (await operation.read(response, options)) as Answer;
        });
      };
      const answer = run();
      const orThrow = async (): Promise<SuccessBody<Answer>> => {
        const found = (await answer) as AnyAnswer;
        if (found.ok) return found.body as SuccessBody<Answer>;
        throw new AnswerError(found, operation, request);
      };
      return Object.assign(answer, { orThrow });
    },
  };
}

/** An operation as a function that calls it. */
export function methodOf<Input, Result>(
  client: ApiClient,
  operation: Operation<Input, Result>,
): <Accept extends Choice<Input> = Choice<Input>>(
  ...args: CallArguments<Input, Accept>
) => Call<Accepted<Result, Accept>> {
  return (...args) => client.call(operation, ...args);
}

function requestOf<Input, Result>(
  operation: Operation<Input, Result>,
  input: Input,
): HttpRequest<Result> {
  const checked = operation.validate?.(input ?? {});
  if (checked?.ok === false) throw new InputError(operation, checked.issues);
  return operation.build(input);
}
