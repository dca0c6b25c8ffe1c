/** A value that the server will ignore. Sending it is legal, and useless. */
export interface Advice {
  /** JSON Pointer into the input: `/body/SmsUrl`. */
  readonly pointer: string;
  readonly field: string;
  /** The field beside it that takes its effect away. */
  readonly ignoredBecauseOf: string;
  /** Why, in the words of the description. */
  readonly reason?: string;
}

/** The advice on one group of an input: every fact whose two fields are both given. */
export function advise(
  input: object,
  group: string,
  facts: readonly Omit<Advice, "pointer">[],
): Advice[] {
  const values = new Map<string, unknown>(Object.entries(input)).get(group);
  const given = new Map<string, unknown>(Object.entries(values ?? {}));
  return facts
    .filter(
      ({ field, ignoredBecauseOf }) =>
        given.get(field) !== undefined &&
        given.get(ignoredBecauseOf) !== undefined,
    )
    .map((fact) => ({
      pointer: `/${group}/${fact.field.replace(/~/g, "~0").replace(/\//g, "~1")}`,
      ...fact,
    }));
}
