import type { Response } from "../../../model/api.js";
import type { Schema } from "../../../model/schema.js";
import type { EqualSchemas } from "../describe/equal-schemas.js";

/** Responses that a page describes together: one, or several errors that share their bodies. */
export type ResponseGroup = readonly [Response, ...Response[]];

/** Responses in their order; errors with equal bodies are one group, at the place of the first. */
export function responseGroups(
  responses: readonly Response[],
  equal: EqualSchemas,
): readonly ResponseGroup[] {
  const groups: [Response, ...Response[]][] = [];
  for (const response of responses) {
    const group = isError(response)
      ? groups.find(
          ([first]) => isError(first) && haveSameBody(first, response, equal),
        )
      : undefined;
    if (group === undefined) groups.push([response]);
    else group.push(response);
  }
  return groups;
}

/** True for 4xx, 5xx and `default`. */
function isError({ status }: Response): boolean {
  return /^[45]|^default$/.test(status);
}

function haveSameBody(a: Response, b: Response, equal: EqualSchemas): boolean {
  const areSame = (one: Schema | undefined, other: Schema | undefined) =>
    one === undefined || other === undefined
      ? one === other
      : equal.of(one) === equal.of(other);
  return (
    a.contents.length === b.contents.length &&
    a.contents.every((media, index) => {
      const other = b.contents[index];
      return (
        media.mediaType === other?.mediaType &&
        areSame(media.schema, other.schema) &&
        areSame(media.itemSchema, other.itemSchema)
      );
    })
  );
}
