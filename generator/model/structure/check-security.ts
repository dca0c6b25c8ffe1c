import { didYouMean } from "../../diagnostics/suggest.js";
import { visible } from "../../diagnostics/shown-text.js";
import type { ModelContext } from "../model-context.js";
import { componentsOf } from "../component-schemas.js";
import {
  elementsOf,
  isObjectSource,
  member,
  objectMember,
  pointerToken,
  stringMember,
  type ObjectSource,
  type Source,
} from "../source.js";

/**
 * Names the absence of a field that another field asks for.
 * @param otherwise what is made of it, as the end of a sentence; nothing can be made of it if absent
 */
function missing(
  source: ObjectSource,
  field: string,
  because: string,
  context: ModelContext,
  otherwise?: string,
): void {
  if (Object.hasOwn(source.value, field)) return;
  context.reporter.add(
    otherwise === undefined ? "field-missing" : "field-assumed",
    { ...source, at: "key" },
    `"${field}" is required ${because}${otherwise === undefined ? "" : `; ${otherwise}`}.`,
    `Add "${field}".`,
  );
}

/** Each name of a requirement is a scheme of `components`. */
export function checkRequirements(
  source: ObjectSource,
  context: ModelContext,
): void {
  const components = componentsOf(context);
  const schemes =
    components === undefined
      ? undefined
      : objectMember(components, "securitySchemes");
  for (const requirement of elementsOf(source, "security")) {
    if (!isObjectSource(requirement)) continue;
    for (const name of Object.keys(requirement.value)) {
      if (schemes !== undefined && Object.hasOwn(schemes.value, name)) continue;
      context.reporter.add(
        "security-scheme-unknown",
        {
          file: requirement.file,
          pointer: `${requirement.pointer}/${pointerToken(name)}`,
          at: "key",
        },
        `No security scheme of components is called "${visible(name)}"; the name is ignored.`,
        didYouMean(name, schemes?.value ?? []) ??
          "Declare it under components/securitySchemes.",
      );
    }
  }
}

const schemeFields: ReadonlyMap<string, readonly string[]> = new Map([
  ["apiKey", ["name", "in"]],
  ["http", ["scheme"]],
  ["oauth2", ["flows"]],
  ["openIdConnect", ["openIdConnectUrl"]],
  ["mutualTLS", []],
]);

/** A Security Scheme Object: its type, and the fields that the type asks for. */
export function checkSecurityScheme(
  source: ObjectSource,
  context: ModelContext,
): void {
  const type = stringMember(source, "type");
  if (type === undefined) return;
  const fields = schemeFields.get(type);
  const place = member(source, "type") as Source;
  if (fields === undefined) {
    context.reporter.add(
      "value-unknown",
      place,
      `"${visible(type)}" is no type of security scheme.`,
      didYouMean(type, schemeFields.keys()) ??
        `Choose one of ${[...schemeFields.keys()].join(", ")}.`,
    );
    return;
  }
  if (type === "mutualTLS" && context.version === "3.0") {
    context.reporter.add(
      "field-of-newer-version",
      place,
      'The type "mutualTLS" is known since OpenAPI 3.1; this description says 3.0, and it is read as there.',
      'Raise "openapi" to 3.1.0, or remove the scheme.',
    );
  }
  for (const field of fields) {
    missing(
      source,
      field,
      `for a scheme of type ${type}`,
      context,
      type === "oauth2" ? "no flow is taken" : undefined,
    );
  }
}

const flowFields: Readonly<Record<string, readonly string[]>> = {
  implicit: ["authorizationUrl"],
  password: ["tokenUrl"],
  clientCredentials: ["tokenUrl"],
  authorizationCode: ["authorizationUrl", "tokenUrl"],
  deviceAuthorization: ["deviceAuthorizationUrl", "tokenUrl"],
};

/** An OAuth Flows Object: the fields that each flow asks for. */
export function checkFlows(source: ObjectSource, context: ModelContext): void {
  for (const [name, fields] of Object.entries(flowFields)) {
    const flow = objectMember(source, name);
    if (flow === undefined) continue;
    for (const field of fields) {
      missing(
        flow,
        field,
        `for the flow ${name}`,
        context,
        "the docs leave it out",
      );
    }
  }
}
