/** Words that no declaration may be called in a module (ECMA-262 §12.7.2, strict mode), and names with a meaning to TypeScript. */
const reservedWords =
  "abstract any arguments as asserts assert async await bigint boolean break case catch class const constructor continue " +
  "debugger declare default delete do else enum eval export extends false finally for from function get global if " +
  "implements import in infer instanceof interface intrinsic is keyof let module namespace never new null number object " +
  "of out override package private protected public readonly require return satisfies set static string super " +
  "switch symbol this throw true try type typeof undefined unique unknown using var void while with yield";

/** Globals that the output uses or that a reader takes for the language's own. */
const globals =
  "AbortController AbortSignal AggregateError Array ArrayBuffer ArrayBufferView ArrayLike AsyncGenerator AsyncIterable " +
  "AsyncIterableIterator AsyncIterator Atomics Awaited BigInt Blob Boolean Buffer Capitalize ConstructorParameters Crypto DataView " +
  "Date Error EvalError Exclude Extract File FinalizationRegistry FormData Function Generator Headers HeadersInit Infinity InstanceType " +
  "Intl Iterable IterableIterator Iterator JSON Lowercase Map Math NaN NoInfer NonNullable Number Object Omit OmitThisParameter Parameters " +
  "Partial Pick Promise PromiseLike PropertyKey Proxy RangeError ReadableStream Readonly ReadonlyArray ReadonlyMap ReadonlySet Record " +
  "ReferenceError Reflect RegExp Request RequestInfo RequestInit Required Response ResponseInit ReturnType Set SharedArrayBuffer String Symbol " +
  "SyntaxError TextDecoder TextEncoder ThisParameterType ThisType TransformStream TypeError URIError URL URLSearchParams " +
  "Uint8Array Uncapitalize Uppercase WeakMap WeakRef WeakSet WritableStream __dirname __filename atob btoa clearTimeout console " +
  "crypto decodeURIComponent document encodeURIComponent escape exports fetch globalThis isFinite isNaN parseFloat parseInt " +
  "performance process queueMicrotask self setTimeout structuredClone unescape window";

/** Parameters and local names of the functions that the output exports. */
const locals =
  "body contentType cookie data header headers index input issues key length method options path pointer query request response result status url value values";

/** What no name of the output may be, besides what the runtime exports. */
export const reservedNames: ReadonlySet<string> = new Set(
  [reservedWords, globals, locals].flatMap((names) => names.split(" ")),
);

/** Base names of files that Windows keeps for devices. */
export const deviceNames: ReadonlySet<string> = new Set([
  "con",
  "prn",
  "aux",
  "nul",
  ...Array.from({ length: 10 }, (_, index) => `com${index}`),
  ...Array.from({ length: 10 }, (_, index) => `lpt${index}`),
]);

/** What `index.ts` exports beside what the description names. */
export const runtimeExports: ReadonlySet<string> = new Set([
  "AnswerError",
  "ApiClient",
  "CallOptions",
  "HttpRequest",
  "InputError",
  "RequestOptions",
  "SendOptions",
  "ValidationResult",
  "createApi",
  "createClient",
  "isErrorOf",
  "operations",
  "retries",
  "send",
  "serverUrl",
  "servers",
  "toRequest",
]);

/** True where no declaration of the output may have the name. */
export function isReserved(name: string): boolean {
  return reservedNames.has(name) || runtimeExports.has(name);
}
