import type { ModelContext } from "./model-context.js";
import {
  discriminatorOf,
  mappingOf,
  type Discriminating,
  type MappedCase,
} from "./discriminating.js";
import {
  elementsOf,
  isObjectSource,
  locationOf,
  type ObjectSource,
  type Source,
} from "./source.js";

/** What the discriminator of a base leads to. */
export interface BaseCases extends Discriminating {
  /** Every value and the schema that it selects; a schema may have several. */
  readonly cases: readonly MappedCase[];
  /** The schemas that are selected, each once. */
  readonly targets: readonly Source[];
  /** 3.2's `defaultMapping`. */
  readonly fallback?: Source;
}

/** The discriminator of a schema without `oneOf` and `anyOf`, which others extend through `allOf`. */
export function discriminatorOfBase(
  source: ObjectSource,
  context: ModelContext,
): Discriminating | undefined {
  const isUnion = ["oneOf", "anyOf"].some(
    (keyword) => elementsOf(source, keyword).length > 0,
  );
  return isUnion ? undefined : discriminatorOf(source, context);
}

/**
 * The values of a base's discriminator: for each schema that extends it the keys of the mapping, else its name; then
 * what only the mapping leads to. What extends a base of another tag in between has no value by its name. A base that extends another one has its own values there. Undefined for a schema
 * that is no base.
 */
export function baseCasesOf(
  source: ObjectSource,
  context: ModelContext,
): BaseCases | undefined {
  const found = discriminatorOfBase(source, context);
  if (found === undefined) return undefined;
  const own = locationOf(source);
  const { cases, fallback } = directCases(source, found, context);
  const known = new Set(cases.map(({ value }) => value));
  const above = context.inheritance
    .basesOf(source, context)
    .flatMap((base) => {
      const outer = discriminatorOfBase(base, context);
      return outer?.property === found.property
        ? directCases(base, outer, context).cases
        : [];
    })
    .filter(
      ({ value, target }) => locationOf(target) === own && !known.has(value),
    );
  const all = [...cases, ...above];
  const targets = all.map(({ target }) => target).concat(fallback ?? []);
  const distinct = new Map(targets.map((each) => [locationOf(each), each]));
  if ([...distinct.keys()].every((location) => location === own)) {
    return undefined;
  }
  return {
    ...found,
    cases: all,
    targets: [...distinct.values()],
    ...(fallback === undefined ? {} : { fallback }),
  };
}

/**
 * The bases that a schema extends, that extend a base in turn, and that have a tag of another property. The tag of the
 * outer base selects such a base, whose own tag then selects the schema.
 * @param property the tag of the outer base
 */
export function basesBetween(
  source: ObjectSource,
  outer: ObjectSource,
  property: string,
  context: ModelContext,
): readonly ObjectSource[] {
  const { inheritance } = context;
  const location = locationOf(outer);
  return inheritance.basesOf(source, context).filter((base) => {
    const found = discriminatorOfBase(base, context);
    return (
      found !== undefined &&
      found.property !== property &&
      inheritance
        .basesOf(base, context)
        .some((each) => locationOf(each) === location)
    );
  });
}

function directCases(
  source: ObjectSource,
  found: Discriminating,
  context: ModelContext,
): { readonly cases: readonly MappedCase[]; readonly fallback?: Source } {
  const { cases: mapped, fallback } = mappingOf(found, context);
  const children = context.inheritance.childrenOf(source, context);
  const keys = new Set(mapped.map(({ value }) => value));
  const extending = children.flatMap((child): readonly MappedCase[] => {
    const own = mapped.filter(
      ({ target }) => locationOf(target) === locationOf(child),
    );
    const name = context.definitions.nameOf(child);
    if (own.length > 0 || name === undefined || keys.has(name)) return own;
    const isSelectedBelow =
      isObjectSource(child) &&
      basesBetween(child, source, found.property, context).length > 0;
    return isSelectedBelow ? [] : [{ value: name, target: child }];
  });
  const locations = new Set(children.map(locationOf));
  const others = mapped.filter(
    ({ target }) => !locations.has(locationOf(target)),
  );
  return {
    cases: [...extending, ...others],
    ...(fallback === undefined ? {} : { fallback }),
  };
}
