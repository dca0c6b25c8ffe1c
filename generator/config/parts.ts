/** Which parts the output has. */
export interface Parts {
  /** `types/`: the TypeScript types of schemas. */
  readonly types: boolean;
  /** `schemas/` and `mappings/`: validators, and converters of mapped types. They need the types. */
  readonly validators: boolean;
  /** `operations/`, `operations.ts`, `servers.ts`, `client.ts` and `api.ts`: builders and readers. They need the validators. */
  readonly operations: boolean;
  /** `standard/`: schemas as Standard Schemas. They need the validators. */
  readonly standard: boolean;
  /** `docs/`: the reference pages. */
  readonly docs: boolean;
  /** `fixtures/`: valid values for tests, which need the validators. Left out unless it is asked for. */
  readonly fixtures: boolean;
}

export type PartName = keyof Parts;

export const partNames = [
  "types",
  "validators",
  "operations",
  "standard",
  "docs",
  "fixtures",
] as const satisfies readonly PartName[];

/** What a part is made of. */
const needs: { readonly [K in PartName]?: PartName } = {
  validators: "types",
  operations: "validators",
  standard: "validators",
  fixtures: "validators",
};

/** Parts that are made only if they are asked for. */
const optionalParts: ReadonlySet<PartName> = new Set(["fixtures"]);

/** The parts that are made: those that are not left out, or are asked for if optional, and whose needs are made. */
export function partsWithout(given: Partial<Parts>): Parts {
  const isMade = (part: PartName): boolean => {
    const needed = needs[part];
    const isWanted = given[part] ?? !optionalParts.has(part);
    return isWanted && (needed === undefined || isMade(needed));
  };
  return {
    types: isMade("types"),
    validators: isMade("validators"),
    operations: isMade("operations"),
    standard: isMade("standard"),
    docs: isMade("docs"),
    fixtures: isMade("fixtures"),
  };
}

/** The first part that is asked for although what it needs is left out, and what that is. */
export function impossiblePart(
  given: Partial<Parts>,
): readonly [part: PartName, missing: PartName] | undefined {
  const made = partsWithout(given);
  for (const part of partNames) {
    const needed = needs[part];
    if (given[part] === true && needed !== undefined && !made[needed])
      return [part, needed];
  }
  return undefined;
}
