import type {
  ParameterLocation,
  ParameterStyle,
  Serialization,
} from "./api.js";
import { nestedObjects, type NestedObjects } from "../config/config.js";
import type { ModelContext } from "./model-context.js";
import { booleanMember, stringMember, type ObjectSource } from "./source.js";

/** The styles of each place of a parameter, its default first (OpenAPI Parameter Object, "Style Values"). */
const stylesByLocation = {
  path: ["simple", "label", "matrix"],
  query: ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
  header: ["simple"],
  cookie: ["form", "cookie"],
  querystring: ["form"],
} as const satisfies Record<ParameterLocation, readonly ParameterStyle[]>;

/** True for a place that a parameter can have. */
export function isLocation(
  text: string | undefined,
): text is ParameterLocation {
  return text !== undefined && Object.hasOwn(stylesByLocation, text);
}

export const locations = Object.keys(stylesByLocation);

/** The styles that a parameter can have in a place, its default first. */
export function stylesOf(
  location: ParameterLocation,
): readonly ParameterStyle[] {
  return stylesByLocation[location];
}

const styles: ReadonlySet<string> = new Set(
  Object.values(stylesByLocation).flat(),
);

/** True for a style that OpenAPI knows in some place. */
export function isStyle(text: string | undefined): text is ParameterStyle {
  return text !== undefined && styles.has(text);
}

/**
 * `style`, `explode` and `allowReserved` with their defaults (OpenAPI Parameter Object). A style that the place does
 * not have is ignored.
 */
export function readStyle(
  source: ObjectSource,
  location: ParameterLocation,
  context: Pick<ModelContext, "nestedObjects">,
): Extract<Serialization, { kind: "style" }> {
  const written = stringMember(source, "style");
  const allowed = stylesOf(location);
  const [fallback = "form"] = allowed;
  const style =
    isStyle(written) && allowed.includes(written) ? written : fallback;
  return {
    kind: "style",
    style,
    explode:
      booleanMember(source, "explode") ??
      (style === "form" || style === "cookie"),
    allowReserved: booleanMember(source, "allowReserved") ?? false,
    ...(style === "deepObject" ? readNested(source, context) : {}),
  };
}

/** `x-specwright-nested-objects` of the parameter or Encoding Object, else the setting. */
function readNested(
  source: ObjectSource,
  context: Pick<ModelContext, "nestedObjects">,
): { readonly nested?: NestedObjects } {
  const written = stringMember(source, nestedExtension);
  const nested =
    nestedObjects.find((known) => known === written) ?? context.nestedObjects;
  return nested === undefined ? {} : { nested };
}

/** The extension by which a parameter or Encoding Object says how lists and objects inside of it are written. */
export const nestedExtension = "x-specwright-nested-objects";
