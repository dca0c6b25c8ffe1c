import { typeSymbol, valueSymbol, type CodeSymbol } from "../code/symbol.js";

/**
 * What `index.ts` exports of the runtime, `client.ts` and `api.ts`: what nearly every user names. Everything else of the runtime is
 * imported from its own module (`…/runtime/issues`), so that its names are free for the API's own schemas and
 * operations. The names stage reserves these.
 */
export const publicRuntime: readonly CodeSymbol[] = [
  valueSymbol("createClient", "client.ts"),
  valueSymbol("createApi", "api.ts"),
  typeSymbol("ApiClient", "runtime/client.ts"),
  typeSymbol("CallOptions", "runtime/client.ts"),
  valueSymbol("AnswerError", "runtime/errors.ts"),
  valueSymbol("InputError", "runtime/errors.ts"),
  valueSymbol("isErrorOf", "runtime/errors.ts"),
  valueSymbol("retries", "runtime/retry.ts"),
  valueSymbol("toRequest", "runtime/request.ts"),
  typeSymbol("HttpRequest", "runtime/request.ts"),
  typeSymbol("RequestOptions", "runtime/request.ts"),
  valueSymbol("send", "runtime/send.ts"),
  typeSymbol("SendOptions", "runtime/send.ts"),
  valueSymbol("serverUrl", "runtime/server.ts"),
  typeSymbol("ValidationResult", "runtime/issues.ts"),
];
