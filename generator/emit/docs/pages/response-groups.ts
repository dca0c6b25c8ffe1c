import type { Response } from "../../../model/api.js";
import type { Schema } from "../../../model/schema.js";
import type { EqualSchemas } from "../describe/equal-schemas.js";

/** Responses that a page describes together: one, or several errors that share their bodies. */
export type ResponseGroup = readonly [Response, ...Response[]];

/**
 * Responses in their order. Errors without a body or with a named schema as their only one are one group, and so are
 * errors with equal bodies, each at the place of the first.
 */
export function responseGroups(
  responses: readonly Response[],
  equal: EqualSchemas,
): readonly ResponseGroup[] {
  const groups: [Response, ...Response[]][] = [];
  for (const response of responses) {
    const group = isError(response)
      ? groups.find(
          ([first]) =>
            isError(first) &&
            ((isSimple(first) && isSimple(response)) ||
              haveSameBody(first, response, equal)),
        )
      : undefined;
    if (group === undefined) groups.push([response]);
    else group.push(response);
  }
  return groups;
}

/** True for 4xx, 5xx and `default`. */
export function isError({ status }: Response): boolean {
  return /^[45]|^default$/.test(status);
}

/** True for a response that a line describes. */
function isSimple({ contents }: Response): boolean {
  const [media] = contents;
  return (
    media === undefined ||
    (contents.length === 1 && media.schema?.kind === "ref")
  );
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
