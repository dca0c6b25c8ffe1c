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
}

export type PartName = keyof Parts;

export const partNames = [
  "types",
  "validators",
  "operations",
  "standard",
  "docs",
] as const satisfies readonly PartName[];

/** What a part is made of. */
const needs: { readonly [K in PartName]?: PartName } = {
  validators: "types",
  operations: "validators",
  standard: "validators",
};

/** All parts but those that are left out, and those that need one of them. */
export function partsWithout(given: Partial<Parts>): Parts {
  const isMade = (part: PartName): boolean => {
    const needed = needs[part];
    return given[part] !== false && (needed === undefined || isMade(needed));
  };
  return {
    types: isMade("types"),
    validators: isMade("validators"),
    operations: isMade("operations"),
    standard: isMade("standard"),
    docs: isMade("docs"),
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
