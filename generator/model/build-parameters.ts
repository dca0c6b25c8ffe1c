import { visible } from "../diagnostics/shown-text.js";
import type {
  Parameter,
  ParameterLocation,
  PathPart,
  Serialization,
} from "./api.js";
import type { ModelContext } from "./model-context.js";
import { buildValue } from "./build-content.js";
import { isLocation } from "./parameter-styles.js";
import { followObject } from "./follow-object.js";
import { isToken } from "./read-keys.js";
import { readIgnoredWith } from "./read-annotations.js";
import {
  booleanMember,
  elementsOf,
  locationOf,
  stringMember,
  type ObjectSource,
} from "./source.js";

/** Header parameters that other parts of a description stand for (Parameter Object, `name`). */
const describedElsewhere = new Set(["accept", "content-type", "authorization"]);

/**
 * The parameters of an operation: those of the path item, then its own; one with the same name and location
 * takes the place of the path item's. Of two in one list the first counts.
 * @param carriers the objects with `parameters`; later ones win
 */
export function buildParameters(
  carriers: readonly ObjectSource[],
  context: ModelContext,
): Parameter[] {
  const parameters = new Map<string, Parameter>();
  for (const carrier of carriers) {
    const ofCarrier = new Set<string>();
    for (const written of elementsOf(carrier, "parameters")) {
      const followed = followObject(written, context);
      if (followed === undefined) continue;
      const parameter = buildParameter(
        followed.source,
        followed.description,
        context,
      );
      if (parameter === undefined) continue;
      const key = parameterKey(parameter);
      if (!ofCarrier.has(key)) parameters.set(key, parameter);
      ofCarrier.add(key);
    }
  }
  return [...parameters.values()];
}

/** What makes a parameter unique; names of header fields have no case (RFC 9110 §5.1). */
export function parameterKey(parameter: {
  readonly in: string;
  readonly name: string;
}): string {
  return parameter.in === "header"
    ? `header ${parameter.name.toLowerCase()}`
    : `${parameter.in} ${parameter.name}`;
}

function buildParameter(
  source: ObjectSource,
  overriding: string | undefined,
  context: ModelContext,
): Parameter | undefined {
  const name = stringMember(source, "name");
  const location = stringMember(source, "in");
  if (name === undefined || !isLocation(location)) return undefined;
  if (location === "header" && describedElsewhere.has(name.toLowerCase())) {
    context.reporter.add(
      "ignored-header-parameter",
      source,
      `OpenAPI ignores a header parameter called "${name}".`,
      "Describe it by the media types of body and responses, or by a security scheme, and remove the parameter.",
    );
    return undefined;
  }
  const description = overriding ?? stringMember(source, "description");
  const ignoredWith = readIgnoredWith(source);
  const value = buildValue(source, location, context);
  if (!isSendable(name, location, value.serialization)) {
    if (name.trim() !== "") {
      context.reporter.add(
        location === "header" ? "header-name-invalid" : "cookie-name-invalid",
        source,
        `HTTP allows no ${location} with the name "${visible(name)}".`,
        "Correct the name: it has no spaces.",
      );
    }
    return undefined;
  }
  return {
    pointer: locationOf(source),
    in: location,
    name,
    required:
      location === "path" || (booleanMember(source, "required") ?? false),
    deprecated: booleanMember(source, "deprecated") ?? false,
    ...(description === undefined ? {} : { description }),
    ...value,
    serialization: withSegments(
      withReservedOf(location, value.serialization, context),
      location === "path" && source.value["x-specwright-segments"] === true,
    ),
    ...(ignoredWith === undefined ? {} : { ignoredWith }),
  };
}

/**
 * True if a request can carry the parameter. Names of headers are tokens (RFC 9110 §5.1), and so are those of cookies
 * (RFC 6265 §4.1.1), unless the style encodes them; an empty name has been reported.
 */
function isSendable(
  name: string,
  location: ParameterLocation,
  serialization: Serialization,
): boolean {
  if (location === "path") return true;
  const isEncoded =
    location !== "header" &&
    (location !== "cookie" ||
      (serialization.kind === "style" && serialization.style === "form"));
  return isEncoded ? name.trim() !== "" : isToken(name);
}

/** Before 3.2 `allowReserved` is of query parameters alone. */
function withReservedOf(
  location: ParameterLocation,
  serialization: Parameter["serialization"],
  context: ModelContext,
): Parameter["serialization"] {
  return serialization.kind === "style" &&
    location !== "query" &&
    context.version !== "3.2"
    ? { ...serialization, allowReserved: false }
    : serialization;
}

/** Marks a text of style `simple` as several segments of the path. */
function withSegments(
  serialization: Serialization,
  hasSegments: boolean,
): Serialization {
  return hasSegments &&
    serialization.kind === "style" &&
    serialization.style === "simple"
    ? { ...serialization, hasSegments }
    : serialization;
}

/**
 * The parameters with exactly the path parameters that the template has: one that is not described is a text,
 * one without expression falls away. Both have been reported.
 */
export function fitToPath(
  parameters: readonly Parameter[],
  path: string,
  parts: readonly PathPart[],
  pointer: string,
): readonly Parameter[] {
  const names = new Set(
    parts.flatMap((part) => (part.kind === "parameter" ? [part.name] : [])),
  );
  const fitting = parameters.filter(
    (parameter) => parameter.in !== "path" || names.has(parameter.name),
  );
  for (const parameter of fitting) {
    if (parameter.in === "path") names.delete(parameter.name);
  }
  const withSlashes = new Set(
    [...path.matchAll(/\{\+([^{}]*)\}/gu)].map(([, name]) => name),
  );
  return [
    ...[...names].map((name) => textParameter(name, pointer)),
    ...fitting,
  ].map((parameter) =>
    parameter.in === "path"
      ? {
          ...parameter,
          serialization: withSegments(
            parameter.serialization,
            withSlashes.has(parameter.name),
          ),
        }
      : parameter,
  );
}

function textParameter(name: string, pointer: string): Parameter {
  return {
    pointer,
    in: "path",
    name,
    required: true,
    deprecated: false,
    serialization: {
      kind: "style",
      style: "simple",
      explode: false,
      allowReserved: false,
    },
    schema: {
      kind: "keywords",
      pointer,
      annotations: {},
      keywords: [{ kind: "type", types: ["string"] }],
    },
    examples: [],
  };
}
