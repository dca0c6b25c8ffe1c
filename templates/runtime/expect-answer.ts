import type { AnyAnswer } from "./errors.js";

/**
 * Reads a server's answer for a contract test, and gives it if it is as the description says.
 * @param read the reader of the operation: `readGetOrder`
 * @param response of your server, or the promise of it
 * @throws Error if the status is not described, the body cannot be read, or anything differs from its schema
 */
export async function expectAnswer<Result extends AnyAnswer>(
  read: (response: Response) => Promise<Result>,
  response: Response | Promise<Response>,
): Promise<Extract<Result, { readonly kind: "described" }>> {
  const answer = await read(await response);
  if (isDescribed(answer) && answer.issues.length === 0) return answer;
  const lines = answer.issues.map(
    ({ pointer, message }) =>
      `\n  ${pointer === "" ? "/" : pointer} ${message}`,
  );
  throw new Error(
    `the answer ${answer.status} is not as described:${lines.join("")}`,
  );
}

function isDescribed<Result extends AnyAnswer>(
  answer: Result,
): answer is Extract<Result, { readonly kind: "described" }> {
  return answer.kind === "described";
}
