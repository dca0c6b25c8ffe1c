import type { MediaType, Response } from "../../model/api.js";
import type { EmitContext } from "../context.js";
import { admitsNull } from "../types/nullability.js";

/** Whether a media type is JSON. */
export function isJson(mediaType: string): boolean {
  return /^[^;]*[/+]json\s*(?:;|$)/iu.test(mediaType);
}

/** Whether a media type is a range, such as `image/*`. */
export function isRange(mediaType: string): boolean {
  return mediaType.includes("*");
}

/** The media types of all responses, each once, in the order of the description: the `Accept` header. */
export function acceptedTypes(responses: readonly Response[]): string {
  const types = responses.flatMap(({ contents }) =>
    contents.map(({ mediaType }) => mediaType),
  );
  return [...new Set(types)].join(", ");
}

/** Whether a body may be null, which is sent as none. */
export function isNullable(
  { schema }: MediaType,
  { api }: Pick<EmitContext, "api">,
): boolean {
  return schema !== undefined && admitsNull(schema, api);
}
