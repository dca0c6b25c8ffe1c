import { shorten } from "../diagnostics/shown-text.js";
import type { ModelContext } from "./model-context.js";
import { componentSchema } from "./component-schemas.js";
import {
  entriesOf,
  isObjectSource,
  locationOf,
  objectMember,
  stringMember,
  type ObjectSource,
  type Source,
} from "./source.js";

/** A Discriminator Object that is in force. */
export interface Discriminating {
  readonly place: ObjectSource;
  readonly property: string;
}

/** A key of `mapping` and the schema that it leads to. */
export interface MappedCase {
  readonly value: string;
  readonly target: Source;
}

/** The Discriminator Object of a schema; undefined where it has none, and where discriminators are annotations. */
export function discriminatorOf(
  source: ObjectSource,
  { discriminators }: ModelContext,
): Discriminating | undefined {
  if (discriminators === "annotation") return undefined;
  const place = objectMember(source, "discriminator");
  const property =
    place === undefined ? undefined : stringMember(place, "propertyName");
  return place === undefined || property === undefined
    ? undefined
    : { place, property };
}

/** What `mapping` and 3.2's `defaultMapping` lead to. What leads nowhere is reported and left out. */
export function mappingOf(
  { place }: Discriminating,
  context: ModelContext,
): { readonly cases: readonly MappedCase[]; readonly fallback?: Source } {
  const cases = entriesOf(place, "mapping").flatMap(([value, source]) => {
    if (typeof source.value !== "string") return [];
    const target = mappingTarget(source.value, source, context);
    return target === undefined ? [] : [{ value, target }];
  });
  const name = stringMember(place, "defaultMapping");
  if (name === undefined) return { cases };
  const { file, pointer } = place;
  const from = { file, pointer: `${pointer}/defaultMapping`, value: name };
  const fallback = mappingTarget(name, from, context);
  return fallback === undefined ? { cases } : { cases, fallback };
}

/** A mapping names a component, or else refers to a schema by URI. */
function mappingTarget(
  text: string,
  source: Source,
  context: ModelContext,
): Source | undefined {
  const { definitions, reporter, resources } = context;
  const component = componentSchema(text, context);
  if (component !== undefined) return definitions.canonical(component);
  if (/^[A-Za-z0-9_-]+$/u.test(text)) {
    reportBroken("no schema of components has that name");
    return undefined;
  }
  const target = resources.resolve(
    text,
    { ...source, value: { $ref: text } },
    resources.at(source),
    { code: "discriminator-mapping-broken", reading: "the value is left out" },
  );
  if (target === undefined) return undefined;
  if (isObjectSource(target) || typeof target.value === "boolean") {
    return definitions.canonical(target);
  }
  reportBroken(`"${locationOf(target)}" is no schema`);
  return undefined;

  function reportBroken(why: string): void {
    reporter.add(
      "discriminator-mapping-broken",
      source,
      `The mapping leads to "${shorten(text, 160)}", and ${why}; the value is left out.`,
      "Name a schema of components/schemas, or write a reference such as #/components/schemas/Name.",
    );
  }
}
