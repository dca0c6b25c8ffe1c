import type { Api, Response } from "./api.js";
import type { Schema } from "./schema.js";
import { schemasAt } from "./schemas-at.js";
import { pointerToken } from "./source.js";

type Definitions = Pick<Api, "definitions">;

/** The schemas that describe a place in an answer: `["body", "data"]`, `["headers", "X-Next"]`. */
export function schemasIn(
  [group, ...keys]: readonly string[],
  response: Response,
  api: Definitions,
): Schema[] {
  return group === "headers"
    ? response.headers
        .filter(({ name }) => name === keys[0])
        .map(({ schema }) => schema)
    : bodiesOf(response).flatMap((body) => schemasAt(body, keys, api));
}

/** The schemas of the bodies of JSON. */
export function bodiesOf({ contents }: Response): Schema[] {
  return contents.flatMap(({ codec, schema }) =>
    codec === "json" && schema !== undefined ? [schema] : [],
  );
}

/** The place as users write it: a JSON Pointer, or a runtime expression. */
export function pathText([group, ...keys]: readonly string[]): string {
  return group === "headers"
    ? `$response.header.${keys.join("")}`
    : keys.map((key) => `/${pointerToken(key)}`).join("");
}
