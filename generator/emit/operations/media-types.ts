import type { Response } from "../../model/api.js";

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
