/**
 * The modules of the runtime that users name themselves, so that they are always there and `index.ts` exports
 * them; the rest of the runtime is for generated code, and comes with the code that uses it.
 */
export const publicRuntime: readonly string[] = [
  "runtime/issues.ts",
  "runtime/request.ts",
  "runtime/response.ts",
  "runtime/security.ts",
  "runtime/send.ts",
];
