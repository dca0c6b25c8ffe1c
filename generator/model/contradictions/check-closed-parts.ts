import { visible } from "../../diagnostics/visible.js";
import type { Api } from "../api.js";
import { ownRules } from "../matches.js";
import type { PropertiesRule, Schema } from "../schema.js";
import { appliedInPlace } from "./in-place.js";
import type { Report } from "./report.js";

/** A part of a conjunction: the properties that it describes, and which it requires. */
interface Part {
  readonly properties: PropertiesRule | undefined;
  readonly required: readonly string[];
}

/**
 * Reports a schema of which one part is closed (`additionalProperties: false`) to properties of another: its own
 * keywords, those of references, and the parts of `allOf`. Such a property can never be there.
 */
export function checkClosedParts(
  schema: Schema,
  api: Pick<Api, "definitions">,
  report: Report,
): void {
  if (schema.kind !== "rules") return;
  const parts = partsOf(schema, api);
  if (parts.length < 2) return;
  for (const closed of parts) {
    const rule = closed.properties;
    if (rule?.additional?.kind !== "never" || rule.patterns.length > 0)
      continue;
    const known = new Set(rule.named.map(({ name }) => name));
    const others = parts.filter((part) => part !== closed);
    const required = others.flatMap((part) => part.required);
    const described = others.flatMap(
      (part) =>
        part.properties?.named
          .filter((property) => property.schema.kind !== "never")
          .map(({ name }) => name) ?? [],
    );
    const name = [...required, ...described].find((each) => !known.has(each));
    if (name === undefined) continue;
    const isNeeded = required.includes(name);
    report(
      "closed-parts",
      schema.pointer,
      `A part of this schema has additionalProperties: false and does not describe "${visible(name)}", which another part ${isNeeded ? "requires: nothing is valid" : "describes: it can never be there"}.`,
      "Leave additionalProperties out of the parts; since OpenAPI 3.1, unevaluatedProperties: false closes the whole.",
    );
    return;
  }
}

/** The parts of a conjunction, each once. */
function partsOf(
  schema: Schema,
  api: Pick<Api, "definitions">,
): readonly Part[] {
  const parts: Part[] = [];
  const found = new Set([schema]);
  for (const each of found) {
    const rules = ownRules(each);
    const properties = rules.find((rule) => rule.kind === "properties");
    const required = rules.flatMap((rule) =>
      rule.kind === "required" ? rule.names : [],
    );
    if (properties !== undefined || required.length > 0) {
      parts.push({ properties, required });
    }
    for (const rule of rules) {
      if (rule.kind !== "reference" && rule.kind !== "allOf") continue;
      for (const part of appliedInPlace(rule, api)) found.add(part);
    }
  }
  return parts;
}
