/** Schemas for which there is no value, by the description: where they stand, and why. */
export const unsatisfiable: Readonly<Record<string, readonly RegExp[]>> = {
  "3.0-readme": [
    / 401 application\/json$/,
    /^(POST \/version|P(OS|U)T \/api-specification(\/\{id\})?) 400 application\/json$/,
  ],
  // `allOf` of a string and an integer.
  "3.0-schema-types": [
    /^(PUT|PATCH) \/anything\/quirks\/polymorphism request$/,
  ],
  "3.1-schema-types": [
    /^(PUT|PATCH) \/anything\/quirks\/polymorphism request$/,
  ],
};

/** Examples that break their own schema: the answer comes with issues. */
export const brokenExamples: Readonly<Record<string, readonly RegExp[]>> = {
  // Text that is JSON, where the schema asks for the object or the list.
  "3.0-request-examples": [
    /^(PATCH|PUT) \/requestBody-primitive-example 200 application\/json (cat|dog)$/,
  ],
};

/**
 * Whether `fetch` gives such an answer to nobody: interim ones come before the answer (RFC 9110 §15.2), and 407 is
 * between the client and its proxy (Fetch §4.6).
 */
export function isWithheld(status: number): boolean {
  return status < 200 || status === 407;
}
